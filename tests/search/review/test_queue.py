"""What a committee reads: a queue by weight, a card with both sides, numbers for a reason and only so many a day."""

import dataclasses
import datetime
import threading
import uuid

import pytest
from sqlalchemy import delete, func, select

from matching.record import PersonName
from search.access import ANYONE, Action, Actor
from search.commands import OpenCard, RevealIdentifiers, WithdrawSearch
from search.errors import AccessDenied, NotFound, Refused, SealBroken, TooManyAttempts
from search.filing.registering import withdraw_search
from search.models import AuditEntry, Disclosure, MatchProposal, RecordKey, Section
from search.records.associated_data import disclosure_reason_place
from search.records.sections import unseal_words
from search.review.card import open_card
from search.review.contacts_reveal import READS_A_DAY, reveal_identifiers
from search.review.queue import read_queue
from search.summaries import ProposalCard, Queue, RevealedIdentifiers
from search.vocabulary import ProposalState, ReportKind
from tests.search.scene import NOW, PEOPLE, Scene, at, document_of, family_of, found, phone_of, sought, street

REASON = "compare the passport"
TOMORROW = NOW + datetime.timedelta(hours=12)


def queue(scene: Scene, actor: Actor | None = None, page: int = 1, state: ProposalState | None = None) -> Queue:
    with scene.database.reading() as session:
        return read_queue(session, actor or scene.reviewers[0], page=page, state=state)


def card(scene: Scene, proposal: uuid.UUID, actor: Actor | None = None) -> ProposalCard:
    with scene.database.transaction() as session:
        return open_card(session, actor or scene.reviewers[0], OpenCard(proposal_id=proposal), now=NOW)


def reveal(
    scene: Scene, proposal: uuid.UUID, actor: Actor | None = None, now: datetime.datetime = NOW, reason: str = REASON
) -> RevealedIdentifiers:
    command = RevealIdentifiers(proposal_id=proposal, reason=reason)
    with scene.database.transaction() as session:
        return reveal_identifiers(session, actor or scene.reviewers[0], command, now=now)


def audited(scene: Scene, action: Action) -> list[str]:
    with scene.database.reading() as session:
        return list(session.scalars(select(AuditEntry.subject_id).where(AuditEntry.action == action.value)))


def test_the_heaviest_pair_comes_first(scene: Scene) -> None:
    weights = [3.0, 19.0, 7.5]
    proposals = {scene.propose(weight): weight for weight in weights}
    entries = queue(scene).entries
    assert [entry.match_weight for entry in entries] == sorted(weights, reverse=True)
    assert {entry.proposal_id: entry.match_weight for entry in entries} == proposals


def test_the_queue_comes_in_pages_and_each_pair_once(scene: Scene) -> None:
    proposals = {scene.propose(5.0) for _ in range(23)}
    pages = [queue(scene, page=page) for page in (1, 2, 3)]
    assert [len(page.entries) for page in pages] == [20, 3, 0]
    assert {entry.proposal_id for page in pages for entry in page.entries} == proposals
    assert (pages[0].total, pages[0].pages) == (23, 2)


def test_a_page_before_the_first_is_the_first(scene: Scene) -> None:
    proposal = scene.propose()
    assert [entry.proposal_id for entry in queue(scene, page=0).entries] == [proposal]


def test_the_queue_can_be_asked_for_one_state(scene: Scene) -> None:
    scene.propose()
    assert queue(scene, state=ProposalState.OPEN).total == 1
    assert queue(scene, state=ProposalState.CONFIRMED).total == 0


def test_a_line_of_the_queue_names_the_sought_and_why_they_may_be_found(scene: Scene) -> None:
    scene.propose()
    (entry,) = queue(scene).entries
    assert entry.sought_name == "Somebody Invented"
    assert (entry.agreeing, entry.disagreeing, entry.report_kind) == (("names",), ("birth",), ReportKind.SHELTER)


def test_another_committee_s_queue_is_empty(scene: Scene) -> None:
    scene.propose()
    assert queue(scene, scene.stranger).total == 0


def test_a_withdrawn_search_leaves_the_queue(scene: Scene) -> None:
    case = scene.file(sought(PEOPLE[0][0]))
    scene.report(found(PEOPLE[0][1]))
    assert scene.match() == 1
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert queue(scene).total == 0


def test_only_reviewers_have_a_queue(scene: Scene) -> None:
    for actor, error in ((ANYONE, AccessDenied), (scene.shelter, NotFound)):
        with pytest.raises(error):
            queue(scene, actor)


def test_a_card_shows_both_sides_with_the_evidence(scene: Scene) -> None:
    shown = card(scene, matched(scene))
    assert (shown.sought.names, shown.found.names) == ((PersonName(PEOPLE[1][0]),), (PersonName(PEOPLE[1][1]),))
    assert shown.prior_weight + sum(one.weight for one in shown.evidence) == pytest.approx(shown.match_weight, abs=0.05)
    assert any(one.parts for one in shown.evidence if one.comparison == "names")
    assert shown.found_date == datetime.date(2025, 6, 20)
    assert (shown.may_judge, shown.awaits_second, shown.state) == (True, False, ProposalState.OPEN)


def test_a_card_shows_no_number_of_anybody(scene: Scene) -> None:
    shown = card(scene, matched(scene))
    agreeing = {one.comparison for one in shown.evidence if one.weight > 0}
    assert {"phones", "documents"} <= agreeing
    numbers = (phone_of(1).lstrip("+"), document_of(1), "50361000001")
    assert [number for number in numbers if number in repr(shown)] == []


def test_a_card_shows_no_street_where_a_living_person_was_met(scene: Scene) -> None:
    scene.file(sought(PEOPLE[1][0], 1))
    report = found(PEOPLE[1][1], 1)
    scene.report(dataclasses.replace(report, found=dataclasses.replace(report.found, event=at(street()))))
    scene.match()
    (proposal,) = scene.proposals()
    shown = repr(card(scene, proposal))
    assert [word for word in ("Calle Falsa", "14.90347", "92.25744") if word in shown] == []
    assert "Tapachula" not in repr(card(scene, proposal).found)


def test_that_a_card_was_opened_is_audited(scene: Scene) -> None:
    proposal = scene.propose()
    card(scene, proposal)
    card(scene, proposal, scene.reviewers[1])
    assert audited(scene, Action.OPEN_CARD) == [str(proposal)] * 2


def test_a_card_that_was_refused_was_not_opened(scene: Scene) -> None:
    proposal = scene.propose()
    with pytest.raises(NotFound):
        card(scene, proposal, scene.stranger)
    assert audited(scene, Action.OPEN_CARD) == []


def test_evidence_of_records_that_changed_since_is_shown_as_it_was_proposed(scene: Scene) -> None:
    proposal = matched(scene)
    before = card(scene, proposal)
    scene.report(found("Another Name Altogether", 9, sender_number="S"))
    stored = card(scene, proposal).evidence
    assert [(one.comparison, one.weight) for one in stored] == [
        (one.comparison, one.weight) for one in before.evidence if one.outcome.value != "blank"
    ]
    assert not any(one.parts for one in stored)


def test_numbers_are_revealed_for_a_typed_reason_and_audited_by_field(scene: Scene) -> None:
    proposal = scene.propose()
    revealed = reveal(scene, proposal)
    assert revealed.sought.phones[0].number == phone_of(0)
    assert revealed.found.documents[0].number == document_of(0)
    assert revealed.reads_left_today == READS_A_DAY - 1
    assert audited(scene, Action.REVEAL_IDENTIFIERS) == [str(proposal)]


def test_the_reason_for_a_reveal_is_kept_and_sealed(scene: Scene) -> None:
    proposal = scene.propose()
    reveal(scene, proposal)
    with scene.database.reading() as session:
        kept = session.scalars(select(Disclosure).where(Disclosure.proposal_id == proposal)).one()
        number = session.get_one(MatchProposal, proposal).request_number
        assert REASON.encode() not in kept.reason_sealed
        place = disclosure_reason_place(kept.id)
        assert unseal_words(session, number, kept.reason_sealed, place) == REASON


@pytest.mark.parametrize("reason", ["", "        ", "because"])
def test_without_a_reason_nothing_is_revealed(scene: Scene, reason: str) -> None:
    proposal = scene.propose()
    with pytest.raises(Refused, match="reason_needed"):
        reveal(scene, proposal, reason=reason)
    assert audited(scene, Action.REVEAL_IDENTIFIERS) == []


def test_a_reviewer_reads_numbers_thirty_times_a_day(scene: Scene) -> None:
    proposal = scene.propose()
    left = [reveal(scene, proposal).reads_left_today for _ in range(READS_A_DAY)]
    assert left == list(reversed(range(READS_A_DAY)))
    with pytest.raises(TooManyAttempts) as stopped:
        reveal(scene, proposal)
    assert (stopped.value.code, stopped.value.params["seconds"]) == ("daily_reads_used", 12 * 3600)
    assert reveal(scene, proposal, scene.reviewers[1]).reads_left_today == READS_A_DAY - 1
    assert reveal(scene, proposal, now=TOMORROW).reads_left_today == READS_A_DAY - 1


def test_a_script_that_asks_for_everything_at_once_is_stopped_at_thirty(scene: Scene) -> None:
    proposals = [scene.propose() for _ in range(5)]
    revealed: list[RevealedIdentifiers] = []
    refused: list[str] = []

    def ask(worker: int) -> None:
        for turn in range(10):
            try:
                revealed.append(reveal(scene, proposals[(worker + turn) % len(proposals)]))
            except TooManyAttempts as stopped:
                refused.append(stopped.code)

    threads = [threading.Thread(target=ask, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(revealed), len(refused)) == (READS_A_DAY, 10)


def test_a_record_whose_key_was_destroyed_cannot_be_read_again(scene: Scene) -> None:
    proposal = scene.propose()
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == request_number(scene, proposal)))
    with pytest.raises(SealBroken, match="record_key_destroyed"):
        card(scene, proposal)
    with pytest.raises(SealBroken, match="record_key_destroyed"):
        reveal(scene, proposal)


def test_sections_swapped_between_records_do_not_open(scene: Scene) -> None:
    first, second = scene.propose(), scene.propose()
    numbers = [request_number(scene, first), request_number(scene, second)]
    with scene.database.transaction() as session:
        descriptions = select(Section).where(Section.record_number.in_(numbers), Section.kind == "description")
        one, other = session.scalars(descriptions).all()
        one.sealed, other.sealed = other.sealed, one.sealed
    for proposal in (first, second):
        with pytest.raises(SealBroken, match="seal_broken"):
            card(scene, proposal)


def test_competitors_are_the_other_pairs_of_the_same_search(scene: Scene) -> None:
    scene.file(sought(PEOPLE[1][0], 1))
    for number in range(3):
        scene.report(found(PEOPLE[1][1], 1, sender_number=f"S{number}"))
    scene.match()
    assert {entry.competitors for entry in queue(scene).entries} == {2}


def matched(scene: Scene) -> uuid.UUID:
    scene.file(sought(PEOPLE[1][0], 1))
    scene.report(found(PEOPLE[1][1], 1, sender_number="S"))
    scene.match()
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(MatchProposal)).scalar_one() == 1
    return next(iter(scene.proposals()))


def request_number(scene: Scene, proposal: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(MatchProposal, proposal).request_number
