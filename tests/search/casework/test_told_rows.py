"""What a family was told: nothing before the talk is ticked and has waited, and never before all who open the page."""

import datetime
import uuid
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from search.casework.told_rows import talks_held, told_proposals, told_talks
from search.models import MatchProposal, Telling, TellingPlan
from tests.search.scene import NOW, Scene

DAY = NOW.date()
HOUR = datetime.timedelta(hours=1)
KEYS = ("a", "b", "c")


def test_a_search_whose_family_was_told_nothing_has_no_proposal_in_it_whatever_is_planned(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a")
    assert told(scene, proposal) == set()


def test_a_tick_counts_once_its_time_has_passed_and_not_when_it_was_taken_back(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a")
    ticked(scene, proposal, "a")
    assert told(scene, proposal, NOW + HOUR - datetime.timedelta(seconds=1)) == set()
    assert told(scene, proposal, NOW + HOUR) == {proposal}
    taken_back(scene)
    assert told(scene, proposal, NOW + HOUR) == set()


def test_the_page_changes_with_the_last_of_those_who_open_it_and_tells_the_days_of_these_alone(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a", "b")
    ticked(scene, proposal, "a", DAY)
    ticked(scene, proposal, "c", DAY - datetime.timedelta(days=5))
    assert told(scene, proposal, NOW + HOUR) == set()
    ticked(scene, proposal, "b", DAY + datetime.timedelta(days=1))
    assert days(scene, proposal, NOW + HOUR) == (DAY, DAY + datetime.timedelta(days=1))


def test_somebody_who_is_taken_out_of_the_plan_is_waited_for_no_longer(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a", "b")
    ticked(scene, proposal, "a", DAY)
    planned(scene, proposal, "a")
    assert days(scene, proposal, NOW + HOUR) == (DAY,)


def test_a_plan_that_grows_after_the_talk_takes_nothing_back(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a")
    first = ticked(scene, proposal, "a", DAY)
    planned(scene, proposal, "a", "b", made=NOW + HOUR)
    assert days(scene, proposal, NOW + HOUR) == (DAY,)
    ticked(scene, proposal, "a", DAY - HOUR * 24, corrects=first, made=NOW + HOUR)
    assert days(scene, proposal, NOW + 2 * HOUR) == (DAY - HOUR * 24,)


def test_a_plan_that_grows_while_a_tick_waits_is_the_one_that_counts(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a")
    ticked(scene, proposal, "a", DAY)
    planned(scene, proposal, "a", "b")
    assert told(scene, proposal) == set()
    ticked(scene, proposal, "b", DAY)
    assert told(scene, proposal) == {proposal}


def test_a_correction_names_another_day_or_says_that_there_was_no_talk(scene: Scene) -> None:
    proposal = scene.propose()
    planned(scene, proposal, "a")
    first = ticked(scene, proposal, "a", DAY)
    later = DAY + datetime.timedelta(days=2)
    second = ticked(scene, proposal, "a", later, corrects=first, made=NOW + HOUR)
    assert days(scene, proposal, NOW + HOUR) == (DAY,)
    assert days(scene, proposal, NOW + 2 * HOUR) == (later,)
    ticked(scene, proposal, "a", None, corrects=second, made=NOW + 2 * HOUR)
    assert told(scene, proposal, NOW + 3 * HOUR) == set()


def test_three_statements_are_made_for_every_search(scene: Scene) -> None:
    with_plan, without = scene.propose(), scene.propose()
    planned(scene, with_plan, "a", "b")
    ticked(scene, with_plan, "a")
    assert statements(scene, with_plan) == statements(scene, without)
    assert len(statements(scene, without)) == 3


TICKS = st.lists(
    st.tuples(st.sampled_from(KEYS), st.integers(-2, 2), st.booleans(), st.booleans(), st.integers(0, 9)), max_size=8
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ticks=TICKS)
def test_whatever_was_ticked_only_what_is_in_force_and_not_corrected_is_told(
    ticks: Sequence[tuple[str, int, bool, bool, int]],
) -> None:
    rows: list[Telling] = []
    for key, hours, back, happened, corrects in ticks:
        row = tick_row(uuid.UUID(int=7), uuid.uuid4(), 1, key, DAY if happened else None, NOW + hours * HOUR)
        row.taken_back_at = NOW if back else None
        row.corrects_id = rows[corrects].id if corrects < len(rows) else None
        rows.append(row)
    holding = [row for row in rows if row.taken_back_at is None and row.acts_at <= NOW]
    corrected = {row.corrects_id for row in holding}
    expected = {row.relative_key for row in holding if row.id not in corrected and row.told_on}
    assert set(talks_held(rows, NOW).get(uuid.UUID(int=7), {})) == expected


def planned(scene: Scene, proposal: uuid.UUID, *readers: str, made: datetime.datetime = NOW) -> None:
    with scene.database.transaction() as session:
        pair = session.get_one(MatchProposal, proposal)
        revision = len(session.scalars(select(TellingPlan).where(TellingPlan.proposal_id == proposal)).all()) + 1
        session.add(
            TellingPlan(
                id=uuid.uuid4(),
                proposal_id=proposal,
                record_number=pair.request_number,
                kind="living",
                plan_sealed=b"",
                page_readers=sorted(readers),
                revision=revision,
                made_by=scene.reviewers[0].account_id,
                made_at=made,
            )
        )


def ticked(
    scene: Scene,
    proposal: uuid.UUID,
    key: str,
    day: datetime.date | None = DAY,
    *,
    corrects: uuid.UUID | None = None,
    made: datetime.datetime = NOW,
) -> uuid.UUID:
    with scene.database.transaction() as session:
        number = session.get_one(MatchProposal, proposal).request_number
        plan = session.scalars(select(TellingPlan.id).where(TellingPlan.proposal_id == proposal)).first()
        assert plan is not None
        row = tick_row(proposal, plan, number, key, day, made)
        row.told_by, row.corrects_id = scene.reviewers[0].account_id or uuid.uuid4(), corrects
        session.add(row)
        return row.id


def tick_row(
    proposal: uuid.UUID, plan: uuid.UUID, number: int, key: str, day: datetime.date | None, made: datetime.datetime
) -> Telling:
    return Telling(
        id=uuid.uuid4(),
        plan_id=plan,
        proposal_id=proposal,
        record_number=number,
        relative_key=key,
        told_on=day,
        told_by=uuid.uuid4(),
        made_at=made,
        acts_at=made + HOUR,
    )


def taken_back(scene: Scene) -> None:
    with scene.database.transaction() as session:
        for row in session.scalars(select(Telling)):
            row.taken_back_at = NOW


def told(scene: Scene, proposal: uuid.UUID, now: datetime.datetime = NOW + 9 * HOUR) -> set[uuid.UUID]:
    with scene.database.reading() as session:
        return set(told_proposals(session, session.get_one(MatchProposal, proposal).request_number, now))


def days(scene: Scene, proposal: uuid.UUID, now: datetime.datetime) -> tuple[datetime.date, ...]:
    with scene.database.reading() as session:
        (talks,) = told_talks(session, session.get_one(MatchProposal, proposal).request_number, now)
        assert talks.proposal_id == proposal
        return talks.days


def statements(scene: Scene, proposal: uuid.UUID) -> list[str]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    with scene.database.reading() as session:
        number = session.get_one(MatchProposal, proposal).request_number
        event.listen(scene.database.engine, "before_cursor_execute", note)
        told_proposals(session, number, NOW + 9 * HOUR)
        event.remove(scene.database.engine, "before_cursor_execute", note)
    return asked
