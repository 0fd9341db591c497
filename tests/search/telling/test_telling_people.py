"""The recorded act "told": one tick for each relative, undone for a while, corrected afterwards."""

import datetime
import uuid

import pytest

from search.access import Actor, ActorKind
from search.accounts.new_family_words import prepare_words
from search.accounts.relatives import add_relative
from search.casework.undo_periods import TELLING_WAITS
from search.errors import Conflict, NotFound, Refused
from search.models import MatchProposal, SearchRequest
from search.telling.telling_people import correct_told, take_back_told
from search.telling.told_reading import read_told
from search.telling_commands import CorrectTold
from search.telling_summaries import TellingSummary
from tests.fixtures.telling import agreed, plan, tell
from tests.search.scene import NOW, Scene

DAY = NOW.date()
LATER = NOW + TELLING_WAITS


@pytest.fixture
def pair(scene: Scene, ready_to_tell: None) -> uuid.UUID:  # noqa: ARG001 - opens the way
    proposal = scene.propose()
    agreed(scene, proposal)
    return proposal


def test_each_relative_is_told_on_their_own_and_the_page_waits_for_the_last_who_opens_it(
    scene: Scene, pair: uuid.UUID
) -> None:
    mother = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    brother = plan(scene, pair, scene.reviewers[0], name="Brother").talks[1].talk.key
    plan(scene, pair, scene.reviewers[0], name="Uncle far away", opens_page=False)
    tell(scene, pair, mother, scene.reviewers[0])
    assert days_read(scene, pair, LATER + TELLING_WAITS) == ()
    shown = tell(scene, pair, brother, scene.reviewers[1], now=LATER)
    assert not shown.told
    assert days_read(scene, pair, LATER) == ()
    assert days_read(scene, pair, LATER + TELLING_WAITS) == (DAY,)


def test_whom_the_family_let_in_is_waited_for_too(scene: Scene, pair: uuid.UUID) -> None:
    mother = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    with scene.database.transaction() as session:
        case_id = session.get_one(SearchRequest, session.get_one(MatchProposal, pair).request_number).id
        family = Actor(kind=ActorKind.FAMILY, case_id=case_id)
        add_relative(session, family, "Cousin", prepare_words("en"), now=NOW)
    tell(scene, pair, mother, scene.reviewers[0])
    assert days_read(scene, pair, LATER + TELLING_WAITS) == ()
    planned = plan(scene, pair, scene.reviewers[0], name="Cousin")
    assert planned.let_in == ("Cousin",)
    tell(scene, pair, planned.talks[1].talk.key, scene.reviewers[0], now=LATER)
    assert days_read(scene, pair, LATER + TELLING_WAITS) == (DAY,)
    # Whom it lets in afterwards undoes nothing.
    with scene.database.transaction() as session:
        add_relative(session, family, "Uncle", prepare_words("en"), now=LATER + 2 * TELLING_WAITS)
    assert days_read(scene, pair, LATER + 3 * TELLING_WAITS) == (DAY,)


def test_a_tick_is_undone_while_it_waits_and_can_be_made_again(scene: Scene, pair: uuid.UUID) -> None:
    key = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    first = tick_of(tell(scene, pair, key, scene.reviewers[0]))
    with scene.database.transaction() as session:
        assert (
            take_back_told(session, scene.reviewers[1], first, now=LATER - datetime.timedelta(seconds=1))
            .talks[0]
            .told_on
            is None
        )
    assert days_read(scene, pair, LATER) == ()
    tell(scene, pair, key, scene.reviewers[0], now=LATER)
    assert days_read(scene, pair, LATER + TELLING_WAITS) == (DAY,)


def test_once_it_is_in_force_it_is_only_corrected_and_both_stay(scene: Scene, pair: uuid.UUID) -> None:
    key = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    first = tick_of(tell(scene, pair, key, scene.reviewers[0]))
    with pytest.raises(Conflict, match="too_late_to_take_back"), scene.database.transaction() as session:
        take_back_told(session, scene.reviewers[0], first, now=LATER)
    day = DAY + datetime.timedelta(days=1)
    now = LATER + datetime.timedelta(days=1)
    second = tick_of(corrected(scene, first, day, now))
    assert days_read(scene, pair, now) == (DAY,)
    assert days_read(scene, pair, now + TELLING_WAITS) == (day,)
    with pytest.raises(Conflict, match="nothing_to_correct"):
        corrected(scene, first, None, now + TELLING_WAITS)
    corrected(scene, second, None, now + TELLING_WAITS)
    assert days_read(scene, pair, now + 2 * TELLING_WAITS) == ()
    tell(scene, pair, key, scene.reviewers[0], now=now + 2 * TELLING_WAITS, day=now.date())
    assert days_read(scene, pair, now + 3 * TELLING_WAITS) == (now.date(),)


def test_nobody_is_told_twice_or_without_a_plan_or_on_a_day_that_is_not_there_yet(
    scene: Scene, pair: uuid.UUID
) -> None:
    with pytest.raises(NotFound):
        tell(scene, pair, "0" * 32, scene.reviewers[0])
    key = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    with pytest.raises(NotFound):
        tell(scene, pair, "0" * 32, scene.reviewers[0])
    for days in (-3, 2):
        with pytest.raises(Refused, match="told_on_another_day"):
            tell(scene, pair, key, scene.reviewers[0], day=DAY + datetime.timedelta(days=days))
    tell(scene, pair, key, scene.reviewers[0])
    with pytest.raises(Conflict, match="already_told"):
        tell(scene, pair, key, scene.reviewers[1])


def test_another_committee_cannot_take_back_or_correct(scene: Scene, pair: uuid.UUID) -> None:
    key = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    tick = tick_of(tell(scene, pair, key, scene.reviewers[0]))
    for identifier in (tick, uuid.uuid4()):
        with pytest.raises(NotFound), scene.database.transaction() as session:
            take_back_told(session, scene.stranger, identifier, now=NOW)
        with pytest.raises(NotFound), scene.database.transaction() as session:
            correct_told(session, scene.stranger, CorrectTold(telling_id=identifier, told_on=None), now=LATER)


def corrected(scene: Scene, tick: uuid.UUID, day: datetime.date | None, now: datetime.datetime) -> TellingSummary:
    with scene.database.transaction() as session:
        return correct_told(session, scene.reviewers[0], CorrectTold(telling_id=tick, told_on=day), now=now)


def tick_of(summary: TellingSummary) -> uuid.UUID:
    identifier = summary.talks[0].telling_id
    assert identifier is not None
    return identifier


def days_read(scene: Scene, pair: uuid.UUID, now: datetime.datetime) -> tuple[datetime.date, ...]:
    with scene.database.reading() as session:
        case_id = session.get_one(SearchRequest, session.get_one(MatchProposal, pair).request_number).id
        family = Actor(kind=ActorKind.FAMILY, case_id=case_id)
        return read_told(session, family, case_id, now=now).days
