"""First words both ways: after the family was told, by what the person allowed, undone before anybody reads them."""

import datetime
import uuid
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from search.access import Actor
from search.casework.undo_periods import TELLING_WAITS
from search.errors import Conflict, NotFound, Refused
from search.models import Approach, FirstMessage
from search.summaries import CaseFiled
from search.telling.passing_on import note_passed_on, read_to_pass_on, take_back_for_person, write_for_person
from search.telling.relaying import read_messages, take_back_message, write_message
from search.telling.told_reading import read_told
from search.telling_commands import WriteForPerson, WriteMessage
from search.telling_summaries import Messages
from search.vocabulary import AgeFinding, AnswerMoment, PersonAnswer, StaffRole
from tests.fixtures.telling import plan, tell
from tests.search.approaching.met_people import (
    ASKED,
    agreed,
    belongs_to_no_state,
    known_who_asks,
    member,
    met,
    searching,
    started,
)
from tests.search.approaching.test_asking_person import aged, answered
from tests.search.scene import Scene, family_of

WORDS = "We are all well and think of you every day."
TOLD = ASKED + TELLING_WAITS
LATER = TOLD + TELLING_WAITS


@dataclass
class Found:
    """A family that was told of somebody who allowed it."""

    scene: Scene
    case: CaseFiled
    clerk: Actor
    pair: uuid.UUID
    approach: uuid.UUID

    def writes(self, words: str = WORDS, now: datetime.datetime = TOLD) -> Messages:
        with self.scene.database.transaction() as session:
            command = WriteMessage(case_id=self.case.case_id, words=words)
            return write_message(session, family_of(self.case), command, now=now)

    def reads(self, now: datetime.datetime) -> Messages:
        with self.scene.database.transaction() as session:
            return read_messages(session, family_of(self.case), self.case.case_id, now=now)

    def to_pass_on(self, now: datetime.datetime) -> Messages:
        with self.scene.database.transaction() as session:
            return read_to_pass_on(session, self.clerk, self.approach, now=now)

    def answers(self, words: str = "I am well", now: datetime.datetime = TOLD) -> Messages:
        with self.scene.database.transaction() as session:
            command = WriteForPerson(approach_id=self.approach, proposal_id=self.pair, words=words)
            return write_for_person(session, self.clerk, command, now=now)


@pytest.fixture
def found_person(
    scene: Scene,
    request: pytest.FixtureRequest,
    everything_switched_on: None,  # noqa: ARG001 - switches on
    monkeypatch: pytest.MonkeyPatch,
) -> Found:
    known_who_asks(monkeypatch)
    said = getattr(request, "param", PersonAnswer.YES)
    belongs_to_no_state(scene, scene.shelter_id)
    clerk = member(scene, scene.shelter_id, StaffRole.INTERMEDIARY)
    case = searching(scene)
    pair = agreed(scene, case, met(scene))
    reads = started(scene, pair)
    aged(scene, clerk, AgeFinding.ADULT)
    answered(scene, clerk, said)
    key = plan(scene, pair, reads, now=ASKED).talks[0].talk.key
    answered(scene, clerk, said, AnswerMoment.AT_TELLING)
    with scene.database.reading() as session:
        approach = session.scalars(select(Approach.id)).one()
    found = Found(scene, case, clerk, pair, approach)
    with pytest.raises(NotFound):
        found.reads(ASKED)
    tell(scene, pair, key, reads, now=ASKED, day=ASKED.date())
    return found


@pytest.mark.parametrize("found_person", [PersonAnswer.YES, PersonAnswer.MESSAGE_ONLY], indirect=True)
def test_words_go_both_ways_once_the_family_was_told_and_nobody_reads_them_before_they_waited(
    found_person: Found,
) -> None:
    assert told_news(found_person, TOLD) is True
    found_person.writes()
    found_person.answers()
    assert found_person.to_pass_on(TOLD).of_family == ()
    assert found_person.reads(TOLD).of_person == ()
    assert [one.words for one in found_person.to_pass_on(LATER).of_family] == [WORDS]
    assert [one.words for one in found_person.reads(LATER).of_person] == ["I am well"]
    with found_person.scene.database.reading() as session:
        assert all(b"well" not in row for row in session.scalars(select(FirstMessage.words_sealed)))


def test_words_are_taken_back_while_they_wait_and_not_later(found_person: Found) -> None:
    own = found_person.writes().of_family[0].message_id
    theirs = found_person.answers().of_person[0].message_id
    family, case_id = family_of(found_person.case), found_person.case.case_id
    with found_person.scene.database.transaction() as session:
        take_back_message(session, family, case_id, own, now=TOLD)
        take_back_for_person(session, found_person.clerk, found_person.approach, theirs, now=TOLD)
    assert found_person.reads(LATER) == Messages()
    own = found_person.writes().of_family[0].message_id
    with pytest.raises(Conflict), found_person.scene.database.transaction() as session:
        take_back_message(session, family, case_id, own, now=LATER)


def test_a_form_that_is_sent_again_after_its_words_were_taken_back_writes_them_anew_and_else_once(
    found_person: Found,
) -> None:
    family, case_id = family_of(found_person.case), found_person.case.case_id
    command = WriteMessage(case_id=case_id, words=WORDS, key="one page")
    with found_person.scene.database.transaction() as session:
        own = write_message(session, family, command, now=TOLD).of_family[0].message_id
        take_back_message(session, family, case_id, own, now=TOLD)
        assert [one.words for one in write_message(session, family, command, now=TOLD).of_family] == [WORDS]
    with found_person.scene.database.transaction() as session:
        other = WriteMessage(case_id=case_id, words="And call me", key="another page")
        write_message(session, family, other, now=TOLD)
        assert len(write_message(session, family, other, now=LATER).of_family) == 2


def test_that_words_were_passed_on_is_kept_once_and_shown_to_no_family(found_person: Found) -> None:
    message = found_person.writes().of_family[0].message_id
    before = found_person.reads(LATER).of_family[0].words
    with found_person.scene.database.transaction() as session:
        assert (
            note_passed_on(session, found_person.clerk, found_person.approach, message, now=LATER)
            .of_family[0]
            .relayed_at
        )
    with pytest.raises(Conflict), found_person.scene.database.transaction() as session:
        note_passed_on(session, found_person.clerk, found_person.approach, message, now=LATER)
    assert found_person.reads(LATER).of_family[0].words == before


def test_whoever_changes_their_mind_gets_no_words_and_sends_none(found_person: Found) -> None:
    found_person.writes()
    answered(found_person.scene, found_person.clerk, PersonAnswer.NO, now=LATER)
    for act in (found_person.reads, found_person.to_pass_on):
        with pytest.raises(NotFound):
            act(LATER)
    with pytest.raises(NotFound):
        found_person.writes(now=LATER)
    assert told_news(found_person, LATER) is False


def test_empty_and_endless_words_are_refused(found_person: Found) -> None:
    for words in (" ", "a" * 2001):
        with pytest.raises(Refused):
            found_person.writes(words)
    for number in range(5):
        found_person.writes(f"Words {number}")
    with pytest.raises(Refused):
        found_person.writes("And more")


def test_words_that_are_sent_twice_are_kept_once(found_person: Found) -> None:
    found_person.writes("We think of you")
    assert len(found_person.writes("We think of you").of_family) == 1


def test_another_organisation_and_another_family_find_nothing(found_person: Found) -> None:
    scene = found_person.scene
    stranger = member(scene, scene.mortuary.organisation_id or uuid.uuid4(), StaffRole.INTERMEDIARY)
    other = family_of(searching(scene))
    with scene.database.transaction() as session:
        with pytest.raises(NotFound):
            read_to_pass_on(session, stranger, found_person.approach, now=LATER)
        with pytest.raises(NotFound):
            read_messages(session, other, found_person.case.case_id, now=LATER)


def told_news(found_person: Found, now: datetime.datetime) -> bool:
    with found_person.scene.database.reading() as session:
        return read_told(session, family_of(found_person.case), found_person.case.case_id, now=now).may_write
