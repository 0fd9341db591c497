"""New words for a family that lost its own: an answer that only it knows, two people, a wait, and a way to stop it."""

import datetime
import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from search.access import OPERATOR, WORKER, Actor, ActorKind
from search.accounts.first_opening import choose_own_words
from search.accounts.new_family_words import PreparedWords, prepare_words
from search.accounts.renewing_words import renew_words
from search.accounts.sessions import FAMILY, session_actor
from search.asking.lost_words import (
    ANSWER_HOLDS,
    GIVEN_AGAIN,
    LostWords,
    ask_lost_words,
    confirm_lost_words,
    give_lost_words,
    read_lost_words,
    stop_lost_words,
)
from search.asking.notice_sending import note_outcome, note_untold, take_next, tell_now
from search.casework.word_renewals import TOLD_WITHIN, WAIT
from search.casework_commands import AnswerClaim, CompareClaim, RecordClaim
from search.commands import AmendSearch, RegisterSearch
from search.documents import ControlQuestion, Filing
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.filing.case_view import read_case, read_to_change
from search.filing.registering_searches import amend_search, register_search
from search.models import AuditEntry, DueNotice, SearchRequest, WordRenewal
from search.records.sections import read_section
from search.review.claim_checking import compare_claim, open_control_fact, record_claim
from search.summaries import CaseFiled
from search.vocabulary import ClaimKind, ClaimOutcome, NoticeChannel, NoticeHours
from tests.search.accounts.entering import guess
from tests.search.asking.conftest import FIRST, moment
from tests.search.asking.test_notice_sending import Failing, choose, work
from tests.search.scene import NOW, Scene, family_of, sought

LATER = NOW + WAIT
MINUTE = datetime.timedelta(minutes=1)


def command() -> RegisterSearch:
    asked = Filing(control_questions=(ControlQuestion(question="The dog?", answer="Simba"),))
    return replace(sought("Tesfalem"), filing=asked)


def answers(
    scene: Scene,
    case: CaseFiled,
    *,
    outcome: ClaimOutcome = ClaimOutcome.SUPPLIED,
    claim: ClaimKind = ClaimKind.FAMILY,
    now: datetime.datetime = NOW,
) -> None:
    """Somebody claims to be the family, and the first reader compares what they answered."""
    reader = scene.reviewers[0]
    claimed = RecordClaim(case_id=case.case_id, claim=claim, words="a woman called and says she is the mother")
    with scene.database.transaction() as session:
        check = record_claim(session, reader, claimed, now=now).check_id
        open_control_fact(session, reader, AnswerClaim(check_id=check, said="Simba"), now=now)
        compare_claim(session, reader, CompareClaim(check_id=check, outcome=outcome), now=now)


def asks(scene: Scene, case: CaseFiled, reader: int = 0, now: datetime.datetime = NOW) -> LostWords:
    with scene.database.transaction() as session:
        return ask_lost_words(session, scene.reviewers[reader], case.case_id, now=now)


def confirms(scene: Scene, case: CaseFiled, reader: int = 1, now: datetime.datetime = NOW) -> LostWords:
    with scene.database.transaction() as session:
        return confirm_lost_words(session, scene.reviewers[reader], case.case_id, now=now)


def gives(scene: Scene, case: CaseFiled, now: datetime.datetime = LATER) -> CaseFiled:
    with scene.database.transaction() as session:
        return give_lost_words(session, scene.reviewers[0], case.case_id, prepare_words("en"), now=now)


def asked_for(scene: Scene, case: CaseFiled) -> bool:
    with scene.database.transaction() as session:
        return read_case(session, family_of(case), case.case_id, now=NOW).words_asked_for


def test_two_people_an_answer_and_a_wait_give_words_that_open_the_page_of_own_words_alone(scene: Scene) -> None:
    case = scene.file(command())
    answers(scene, case)
    assert not asked_for(scene, case)
    assert asks(scene, case).by_me
    assert asked_for(scene, case)
    told = confirms(scene, case)
    assert (told.confirmed, told.opens_on, told.can_give) == (True, LATER.date(), False)
    with pytest.raises(Conflict, match="still_waiting"):
        gives(scene, case, LATER - MINUTE)
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is not None
    given = gives(scene, case)
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is None
    visit = guess(scene.database, case.reference, " ".join(given.passphrase), LATER)
    assert visit is not None
    assert visit.actor == Actor(kind=ActorKind.FIRST_OPENING, case_id=case.case_id)
    with scene.database.transaction() as session:
        own = choose_own_words(session, visit.actor, prepare_words("en"), now=LATER + MINUTE)
        assert own.actor == family_of(case)
        assert session_actor(session, visit.token, FAMILY, now=LATER + MINUTE) is None
    assert not asked_for(scene, case)
    with pytest.raises(NotFound):
        gives(scene, case, LATER + 2 * MINUTE)
    with scene.database.reading() as session:
        acts = set(session.scalars(select(AuditEntry.action).where(AuditEntry.subject_id == str(case.case_id))))
        assert {"ask_lost_words", "confirm_lost_words", "give_lost_words"} <= acts


def test_the_old_words_stop_it_and_then_nothing_is_given(scene: Scene) -> None:
    case = scene.file(command())
    answers(scene, case)
    asks(scene, case)
    confirms(scene, case)
    with scene.database.transaction() as session:
        stop_lost_words(session, family_of(case), case.case_id, now=NOW + MINUTE)
        stop_lost_words(session, family_of(case), case.case_id, now=NOW + MINUTE)
    assert not asked_for(scene, case)
    with pytest.raises(NotFound):
        gives(scene, case)
    # The same answer asks for nothing twice.
    with pytest.raises(Refused, match="no_right_answer"):
        asks(scene, case)
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is not None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_sent_twice_the_words_that_were_shown_last_are_the_ones_that_open(scene: Scene) -> None:
    case = scene.file(command())
    answers(scene, case)
    asks(scene, case)
    confirms(scene, case)
    unseen, shown = gives(scene, case), gives(scene, case, LATER + MINUTE)
    assert guess(scene.database, case.reference, " ".join(unseen.passphrase), LATER + MINUTE) is None
    assert guess(scene.database, case.reference, " ".join(shown.passphrase), LATER + MINUTE) is not None
    with pytest.raises(NotFound), scene.database.transaction() as session:
        give_lost_words(session, scene.reviewers[1], case.case_id, prepare_words("en"), now=LATER + 2 * MINUTE)
    with pytest.raises(NotFound):
        gives(scene, case, LATER + MINUTE + GIVEN_AGAIN)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_whoever_takes_new_words_with_the_old_ones_stops_it(scene: Scene) -> None:
    case = scene.file(command())
    answers(scene, case)
    asks(scene, case)
    confirms(scene, case)
    with scene.database.transaction() as session:
        kept = session.scalars(select(SearchRequest.passphrase_hash)).one()
        own = prepare_words("en")
        renew_words(session, family_of(case), kept, own, now=NOW + MINUTE)
    assert not asked_for(scene, case)
    with pytest.raises(NotFound):
        gives(scene, case)
    assert guess(scene.database, case.reference, " ".join(own.words)) is not None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_every_search_that_the_words_open_says_that_others_were_asked_for_and_stops_it(scene: Scene) -> None:
    case = scene.file(command())
    with scene.database.transaction() as session:
        nothing = PreparedWords((), "")
        actor = family_of(case)
        other = register_search(session, actor, sought("Sara"), nothing, now=NOW, together_with=case.case_id)
    answers(scene, case)
    asks(scene, case)
    confirms(scene, case)
    assert asked_for(scene, other)
    with scene.database.transaction() as session:
        stop_lost_words(session, family_of(other), other.case_id, now=NOW + MINUTE)
    assert (asked_for(scene, case), asked_for(scene, other)) == (False, False)
    with pytest.raises(NotFound):
        gives(scene, case)


def test_people_who_are_sought_together_get_their_new_words_together(scene: Scene) -> None:
    case = scene.file(command())
    with scene.database.transaction() as session:
        nothing = PreparedWords((), "")
        other = register_search(session, family_of(case), sought("Sara"), nothing, now=NOW, together_with=case.case_id)
    answers(scene, case)
    asks(scene, case)
    confirms(scene, case)
    given = gives(scene, case)
    old, new = " ".join(case.passphrase), " ".join(given.passphrase)
    visits = [guess(scene.database, one.reference, new, LATER) for one in (case, other)]
    for one, visit in zip((case, other), visits, strict=True):
        assert guess(scene.database, one.reference, old, LATER) is None
        assert visit is not None
        assert visit.actor == Actor(kind=ActorKind.FIRST_OPENING, case_id=one.case_id)
    # The family takes words of its own at either of them, and they open both.
    own, (_, at_the_other) = prepare_words("en"), visits
    assert at_the_other is not None
    with scene.database.transaction() as session:
        choose_own_words(session, at_the_other.actor, own, now=LATER + MINUTE)
    for one in (case, other):
        assert guess(scene.database, one.reference, new, LATER + MINUTE) is None
        visit = guess(scene.database, one.reference, " ".join(own.words), LATER + MINUTE)
        assert visit is not None
        assert visit.actor == family_of(one)
    with scene.database.reading() as session:
        assert len({(one.party_id, one.passphrase_hash) for one in session.scalars(select(SearchRequest))}) == 1
        acts = select(AuditEntry.subject_id).where(AuditEntry.action == "give_lost_words")
        assert set(session.scalars(acts)) == {str(case.case_id), str(other.case_id)}


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_wait_counts_from_when_the_notice_was_sent_and_a_common_day_between_loses_none(
    scene: Scene,
) -> None:
    case = scene.file(command())
    # The family's mornings begin three hours after the second person confirmed, and a common day lies between.
    choose(scene, case, NoticeHours.MORNING)
    confirmed = moment(FIRST + 1, hours=0) - 5 * MINUTE
    answers(scene, case, now=confirmed)
    asks(scene, case, now=confirmed)
    waiting = confirms(scene, case, now=confirmed)
    assert (waiting.notice_waits, waiting.told_on) == (True, None)
    assert waiting.opens_on == (confirmed + TOLD_WITHIN + WAIT).date()
    sent = moment(FIRST + 1, hours=3)
    assert [sends(scene, moment(FIRST + 1, hours=hours)) for hours in (0, 1, 3, 4)] == [False, False, True, False]
    with scene.database.reading() as session:
        told = read_lost_words(session, scene.reviewers[0], case.case_id, now=sent)
    assert (told.notice_waits, told.told_on, told.opens_on) == (False, sent.date(), (sent + WAIT).date())
    with pytest.raises(Conflict, match="still_waiting"):
        gives(scene, case, confirmed + WAIT)
    gives(scene, case, sent + WAIT)


def sends(scene: Scene, now: datetime.datetime) -> bool:
    """What a worker sends at a moment beside the notices of the common day; whether there was anything."""
    with scene.database.transaction() as session:
        note_untold(session, WORKER, now=now)
        notice = take_next(session, WORKER, [NoticeChannel.EMAIL], now=now)
        if notice is not None:
            note_outcome(session, WORKER, notice, "", now=now)
    return notice is not None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_notice_that_nobody_can_send_keeps_nobody_out_for_ever(scene: Scene) -> None:
    case = scene.file(command())
    choose(scene, case)
    answers(scene, case)
    asks(scene, case)
    confirms(scene, case)
    server = Failing(10_000)
    for days in (0, 1, 14, 15):
        work(scene, server, NOW + datetime.timedelta(days=days))
    with pytest.raises(Conflict, match="still_waiting"):
        gives(scene, case, NOW + TOLD_WITHIN + WAIT - MINUTE)
    gives(scene, case, NOW + TOLD_WITHIN + WAIT)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_relative_who_was_let_in_cannot_change_what_tells_the_family_from_others(scene: Scene) -> None:
    case = scene.file(command())
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    theirs = Filing(control_questions=(ControlQuestion(question="The dog?", answer="Theirs"),))
    with scene.database.transaction() as session:
        said = read_to_change(session, relative, case.case_id)
        changed = AmendSearch(
            case_id=case.case_id, sought=sought("Tesfay").sought, identifiers=said.identifiers, filing=theirs
        )
        amend_search(session, relative, changed, now=NOW)
        after = read_section(session, 1, Filing)
        assert after is not None
        assert after.control_questions == command().filing.control_questions
        assert read_to_change(session, relative, case.case_id).sought == changed.sought


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_old_contact_gets_the_notice_that_it_chose_once_more_and_it_says_nothing(scene: Scene) -> None:
    case = scene.file(command())
    choose(scene, case)
    answers(scene, case)
    asks(scene, case)
    for _ in range(2):
        # Confirmed twice by a slip, it is told once.
        confirms(scene, case)
    with scene.database.transaction() as session:
        (due,) = session.scalars(select(DueNotice)).all()
        assert (due.not_before, due.tries, due.sent_at) == (NOW, 0, None)
        notice = take_next(session, WORKER, [NoticeChannel.EMAIL], now=NOW)
        assert notice is not None
        note_outcome(session, WORKER, notice, "", now=NOW)
    # Where the notice of that day was sent before, it is sent once more.
    with scene.database.transaction() as session:
        tell_now(session, due.record_number, now=NOW + MINUTE)
        assert take_next(session, WORKER, [NoticeChannel.EMAIL], now=NOW + MINUTE) is not None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_without_a_right_answer_of_the_family_given_lately_nobody_asks(scene: Scene) -> None:
    case = scene.file(command())
    with pytest.raises(Refused, match="no_right_answer"):
        asks(scene, case)
    answers(scene, case, outcome=ClaimOutcome.PARTLY)
    answers(scene, case, claim=ClaimKind.HOLDS_PERSON)
    with pytest.raises(Refused, match="no_right_answer"):
        asks(scene, case)
    answers(scene, case)
    with pytest.raises(Refused, match="no_right_answer"):
        asks(scene, case, now=NOW + ANSWER_HOLDS)
    with scene.database.reading() as session:
        assert read_lost_words(session, scene.reviewers[0], case.case_id, now=NOW).can_ask


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_neither_whoever_asked_nor_whoever_compared_confirms(scene: Scene) -> None:
    case = scene.file(command())
    answers(scene, case)
    asks(scene, case, 1)
    for reader in (0, 1):
        with pytest.raises(Refused, match="own_request"):
            confirms(scene, case, reader)
    with pytest.raises(Conflict, match="still_waiting"):
        gives(scene, case)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nobody_but_its_committee_and_its_family_has_a_part_in_it(scene: Scene) -> None:
    case, other = scene.file(command()), scene.file(sought("Sara"))
    answers(scene, case)
    for actor in (scene.stranger, family_of(case)):
        with pytest.raises(NotFound), scene.database.transaction() as session:
            ask_lost_words(session, actor, case.case_id, now=NOW)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        stop_lost_words(session, family_of(other), case.case_id, now=NOW)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        stop_lost_words(session, OPERATOR, case.case_id, now=NOW)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        ask_lost_words(session, scene.reviewers[0], uuid.uuid4(), now=NOW)
    with scene.database.reading() as session:
        assert session.scalars(select(WordRenewal)).all() == []
        assert session.scalars(select(DueNotice)).all() == []
