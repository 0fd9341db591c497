"""A family asks about its search; whenever it is answered, it reads the answer on a common day."""

import datetime
import uuid

import pytest

from search.access import Actor, ActorKind
from search.asking.letter_replies import reply, waiting_letters
from search.asking.letters import LONGEST, MOST_WAITING, read_letters, write_letter
from search.asking_commands import ReplyToLetter, WriteLetter
from search.asking_summaries import LetterSummary, WaitingLetter
from search.commands import WithdrawSearch
from search.committee_commands import AnswerConflict
from search.committees.conflicts import answer_conflict
from search.errors import Conflict, NotFound, Refused
from search.filing.registering_searches import withdraw_search
from search.summaries import CaseFiled
from search.telling.readings_account import account_of_readings
from search.vocabulary import ReplySentence
from tests.search.asking.conftest import FIRST, moment
from tests.search.scene import Scene, family_of, found, sought
from tests.search.travellers import number_of, pair

WORDS = "Has anybody read what I wrote?"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def case(scene: Scene) -> CaseFiled:
    return scene.file(sought("Tesfalem"))


def write(
    scene: Scene, case: CaseFiled, words: str = WORDS, actor: Actor | None = None, key: str = ""
) -> tuple[LetterSummary, ...]:
    command = WriteLetter(case_id=case.case_id, words=words, language="es", key=key)
    with scene.database.transaction() as session:
        return write_letter(session, actor or family_of(case), command, now=moment())


def letters(scene: Scene, case: CaseFiled, now: datetime.datetime) -> tuple[LetterSummary, ...]:
    with scene.database.reading() as session:
        return read_letters(session, family_of(case), case.case_id, now=now)


def waiting(scene: Scene, actor: Actor, now: datetime.datetime) -> tuple[WaitingLetter, ...]:
    with scene.database.transaction() as session:
        return waiting_letters(session, actor, now=now)


def answer(scene: Scene, actor: Actor, letter_id: uuid.UUID, now: datetime.datetime) -> None:
    command = ReplyToLetter(letter_id=letter_id, sentence=ReplySentence.WE_READ_IT)
    with scene.database.transaction() as session:
        reply(session, actor, command, now=now)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_relative_takes_no_room_from_whoever_began_it_and_an_answered_form_sent_again_is_no_new_letter(
    scene: Scene, case: CaseFiled
) -> None:
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id, relative_id=uuid.uuid4())
    for number in range(MOST_WAITING):
        write(scene, case, f"Question {number}", relative)
    with pytest.raises(Refused, match="letters_wait"):
        write(scene, case, "One more", relative)
    kept = write(scene, case, key="one page")
    (mine,) = [one for one in kept if one.words == WORDS]
    answer(scene, scene.reviewers[0], mine.letter_id, moment())
    assert len(write(scene, case, key="one page")) == len(kept)
    assert len(write(scene, case, key="another page")) == len(kept) + 1


def test_a_letter_has_a_day_by_which_it_is_answered_and_the_committee_reads_it(scene: Scene, case: CaseFiled) -> None:
    (kept,) = write(scene, case, f"  {WORDS} ")
    assert (kept.words, kept.language, kept.reply) == (WORDS, "es", None)
    assert kept.due_on == moment(FIRST + 1).date()
    (listed,) = waiting(scene, scene.reviewers[0], moment())
    assert (listed.letter.words, listed.reference, listed.overdue) == (WORDS, case.reference, False)
    (late,) = waiting(scene, scene.reviewers[0], moment(FIRST + 2))
    assert late.overdue
    assert waiting(scene, scene.stranger, moment()) == ()


def test_the_letter_that_is_overdue_longest_stands_first(scene: Scene, case: CaseFiled) -> None:
    """It stands first in your committee’s list."""
    later = [scene.file(sought(f"Sara {number}", number)) for number in range(1, 6)]
    with scene.database.transaction() as session:
        for slots, who in reversed(list(enumerate((case, *later)))):
            command = WriteLetter(case_id=who.case_id, words=WORDS, language="es")
            write_letter(session, family_of(who), command, now=moment(FIRST + 2 * slots))
    listed = waiting(scene, scene.reviewers[0], moment(FIRST + 4))
    assert [one.reference for one in listed] == [one.reference for one in (case, *later)]
    assert [one.overdue for one in listed] == [True, True, False, False, False, False]


@pytest.mark.parametrize("hours", [0.5, 100, 300])
def test_however_soon_it_was_answered_the_family_reads_it_on_the_day_that_was_promised(
    scene: Scene, case: CaseFiled, hours: float
) -> None:
    (kept,) = write(scene, case)
    answer(scene, scene.reviewers[0], kept.letter_id, moment() + hours * HOUR)
    promised = moment(FIRST + 1, hours=0)
    (before,), (after,) = letters(scene, case, promised - HOUR), letters(scene, case, promised)
    assert (before.reply, before.replied_on) == (None, None)
    assert (after.reply, after.replied_on) == (ReplySentence.WE_READ_IT, promised.date())


def test_of_a_case_that_a_reader_left_or_that_was_taken_back_no_letter_is_read_or_answered(
    scene: Scene, case: CaseFiled
) -> None:
    (kept,) = write(scene, case)
    report = number_of(scene, scene.report(found("Tesfalem")).report_id)
    proposal = pair(scene, number_of(scene, case.case_id), report, 9.0)
    leaving, other = scene.reviewers[:2]
    with scene.database.transaction() as session:
        answer_conflict(session, leaving, AnswerConflict(proposal_id=proposal, goes_on=False), now=moment())
    assert waiting(scene, leaving, moment()) == ()
    with pytest.raises(NotFound):
        answer(scene, leaving, kept.letter_id, moment())
    assert len(waiting(scene, other, moment())) == 1
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=moment())
    with pytest.raises(NotFound):
        answer(scene, other, kept.letter_id, moment())


def test_an_answer_that_comes_late_is_read_on_the_next_common_day(scene: Scene, case: CaseFiled) -> None:
    (kept,) = write(scene, case)
    answer(scene, scene.reviewers[0], kept.letter_id, moment(FIRST + 1, hours=30))
    assert letters(scene, case, moment(FIRST + 1, hours=300))[0].reply is None
    assert letters(scene, case, moment(FIRST + 2))[0].replied_on == moment(FIRST + 2).date()


def test_a_letter_is_answered_once_and_by_its_committee_alone(scene: Scene, case: CaseFiled) -> None:
    (kept,) = write(scene, case)
    with pytest.raises(NotFound):
        answer(scene, scene.stranger, kept.letter_id, moment())
    answer(scene, scene.reviewers[0], kept.letter_id, moment())
    with pytest.raises(Conflict, match="letter_is_answered"):
        answer(scene, scene.reviewers[1], kept.letter_id, moment())
    assert waiting(scene, scene.reviewers[0], moment()) == ()
    with pytest.raises(NotFound):
        answer(scene, scene.reviewers[0], uuid.uuid4(), moment())


def test_an_empty_letter_one_that_is_too_long_and_a_flood_are_refused(scene: Scene, case: CaseFiled) -> None:
    for words, code in (("  ", "letter_is_empty"), ("a" * (LONGEST + 1), "letter_too_long")):
        with pytest.raises(Refused, match=code):
            write(scene, case, words)
    for number in range(MOST_WAITING):
        write(scene, case, f"Is there a record {number}?")
    with pytest.raises(Refused, match="letters_wait"):
        write(scene, case, "And one more?")


def test_a_letter_that_waits_and_is_sent_again_is_one(scene: Scene, case: CaseFiled) -> None:
    write(scene, case, "Is there a record?")
    assert len(write(scene, case, " Is there a record? ")) == 1


def test_the_family_can_learn_who_read_its_letter(scene: Scene, case: CaseFiled) -> None:
    write(scene, case)
    waiting(scene, scene.reviewers[0], moment())
    with scene.database.transaction() as session:
        account = account_of_readings(session, scene.reviewers[0], case.reference, now=moment())
    assert [line.purpose for line in account.lines] == ["letter"]
