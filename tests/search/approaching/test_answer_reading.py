"""What a person answered is read by one coordinator; for all others it is one state, whatever was answered."""

import datetime
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import select

from search.access import Actor
from search.approaching.answer_reading import OVERDUE, read_answers, read_my_answers
from search.approaching.starting import read_course
from search.casework.course import courses
from search.casework.person_answers import allowed_by_person
from search.errors import NotFound, Refused
from search.models import AuditEntry
from search.vocabulary import AgeFinding, AnswerMoment, CourseState, PersonAnswer, StaffRole, StandingKind
from tests.fixtures.telling import plan, tell
from tests.search.approaching.met_people import ASKED, agreed, coordinator, member, met, searching, started
from tests.search.approaching.test_asking_person import aged, answered, standing
from tests.search.scene import Scene

LATER = ASKED + datetime.timedelta(days=1)


@pytest.fixture
def clerk(asking: Scene) -> Actor:
    return member(asking, asking.shelter_id, StaffRole.INTERMEDIARY)


def said(answer: PersonAnswer) -> Callable[[Scene, Actor], object]:
    return lambda scene, clerk: answered(scene, clerk, answer)


OUTCOMES: dict[str, Callable[[Scene, Actor], object]] = {
    "pending": lambda _scene, _clerk: None,
    **{answer.value: said(answer) for answer in PersonAnswer},
    "nobody": lambda scene, clerk: standing(scene, clerk, StandingKind.NOBODY),
    "not_before": lambda scene, clerk: standing(
        scene, clerk, StandingKind.NOT_BEFORE, ASKED.date() + datetime.timedelta(days=9)
    ),
}


def overdue(scene: Scene, reads: Actor, now: datetime.datetime) -> list[bool]:
    with scene.database.reading() as session:
        return [one.overdue for one in read_my_answers(session, reads, now=now)]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_answer_is_one_state_for_all_but_one_coordinator(asking: Scene, clerk: Actor, outcome: str) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    reads = started(asking, pair)
    aged(asking, clerk, AgeFinding.ADULT)
    OUTCOMES[outcome](asking, clerk)
    others = [*asking.reviewers, coordinator(asking), asking.stranger, asking.shelter]
    for other in others:
        with pytest.raises(NotFound), asking.database.transaction() as session:
            read_answers(session, other, pair, now=LATER)
    with asking.database.transaction() as session:
        summary = read_course(session, asking.reviewers[2], pair, now=LATER)
        assert (summary.state, summary.undone_until, summary.waits_for) == (CourseState.WITH_INTERMEDIARY, None, None)
        assert courses(session, (pair,), LATER) == {pair: CourseState.WITH_INTERMEDIARY}
        told = read_answers(session, reads, pair, now=LATER)
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
        mine = courses(session, (pair,), LATER, reads.account_id)[pair]
    assert (mine is CourseState.READY_TO_TELL) is (outcome in ("yes", "message_only"))
    assert (told.answer.value if told.answer else "") == (outcome if outcome in set(PersonAnswer) else "")
    assert (told.nobody, told.not_before is not None) == (outcome == "nobody", outcome == "not_before")
    assert entry is not None
    assert (entry.action, entry.detail) == ("read_person_answer", {})
    assert overdue(asking, reads, ASKED + OVERDUE) == [outcome == "pending"]


def allowed(scene: Scene, pair: uuid.UUID, since: datetime.datetime | None = None) -> PersonAnswer | None:
    with scene.database.reading() as session:
        return allowed_by_person(session, pair, now=LATER, asked_since=since)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_family_may_be_told_what_the_person_allowed_and_only_that(asking: Scene, clerk: Actor, outcome: str) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    started(asking, pair)
    aged(asking, clerk, AgeFinding.ADULT)
    OUTCOMES[outcome](asking, clerk)
    accepted = {"yes": PersonAnswer.YES, "message_only": PersonAnswer.MESSAGE_ONLY}
    assert allowed(asking, pair) is accepted.get(outcome)
    assert allowed(asking, pair, ASKED) is None


def test_it_is_asked_once_more_at_the_moment_of_telling(asking: Scene, clerk: Actor) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    started(asking, pair)
    aged(asking, clerk, AgeFinding.ADULT)
    answered(asking, clerk, PersonAnswer.YES)
    at = AnswerMoment.AT_TELLING
    answered(asking, clerk, PersonAnswer.MESSAGE_ONLY, at, now=LATER)
    assert allowed(asking, pair, LATER) is PersonAnswer.MESSAGE_ONLY
    assert allowed(asking, pair, LATER + datetime.timedelta(seconds=1)) is None
    answered(asking, clerk, PersonAnswer.NO, at, now=LATER)
    assert allowed(asking, pair, LATER) is None
    assert allowed(asking, pair) is None


def test_who_coordinates_no_more_reads_no_more(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    reads = started(asking, pair)
    former = Actor(kind=reads.kind, account_id=reads.account_id, organisation_id=reads.organisation_id)
    with pytest.raises(NotFound), asking.database.transaction() as session:
        read_answers(session, former, pair, now=LATER)


def test_a_family_is_told_by_whoever_reads_the_answer_once_the_person_said_yes_again(
    asking: Scene, clerk: Actor
) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    reads = started(asking, pair)
    aged(asking, clerk, AgeFinding.ADULT)
    with pytest.raises(NotFound):
        plan(asking, pair, reads, now=LATER)
    answered(asking, clerk, PersonAnswer.YES)
    with pytest.raises(NotFound):
        plan(asking, pair, asking.reviewers[0], now=LATER)
    key = plan(asking, pair, reads, now=LATER).talks[0].talk.key
    with pytest.raises(Refused, match="ask_person_again"):
        tell(asking, pair, key, reads, day=LATER.date(), now=LATER)
    answered(asking, clerk, PersonAnswer.YES, AnswerMoment.AT_TELLING, now=LATER)
    tell(asking, pair, key, reads, day=LATER.date(), now=LATER)
