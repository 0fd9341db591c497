"""A plan says who tells a family, how, where, with whom, and in which language, before anybody says anything."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select, update

from search.access import Action, allowed
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.models import MatchProposal, SearchRequest, TellingPlan
from search.telling.planning import drop_talk, plan_talk, read_plan
from search.telling_commands import DropTalk, PlanTalk
from search.vocabulary import CourseState, ProposalState, ReportKind, TellingKind
from tests.fixtures.telling import MOTHER, agreed, plan, tell
from tests.search.scene import NOW, Scene

INCOMPLETE: tuple[dict[str, Any], ...] = (
    *({one: " "} for one in ("name", "teller", "how", "with_whom", "language")),
    {"place": None},
    {"support": ()},
)


@pytest.fixture
def pair(scene: Scene, ready_to_tell: None) -> uuid.UUID:  # noqa: ARG001 - opens the way
    proposal = scene.propose()
    agreed(scene, proposal)
    return proposal


def test_a_plan_is_kept_sealed_and_read_back_relative_by_relative(scene: Scene, pair: uuid.UUID) -> None:
    plan(scene, pair, scene.reviewers[0])
    shown = plan(scene, pair, scene.reviewers[1], name="Brother (invented)", opens_page=False)
    assert [one.talk.name for one in shown.talks] == ["Mother (invented)", "Brother (invented)"]
    assert shown.kind is TellingKind.LIVING
    assert not shown.told
    with scene.database.reading() as session:
        rows = session.scalars(select(TellingPlan).order_by(TellingPlan.revision)).all()
        assert [row.revision for row in rows] == [1, 2]
        assert rows[1].page_readers == [shown.talks[0].talk.key]
        assert all(b"invented" not in row.plan_sealed for row in rows)


def test_where_nobody_is_known_to_open_the_page_all_are_waited_for(scene: Scene, pair: uuid.UUID) -> None:
    shown = plan(scene, pair, scene.reviewers[0], opens_page=False)
    with scene.database.reading() as session:
        assert session.scalars(select(TellingPlan.page_readers)).one() == [shown.talks[0].talk.key]


def test_a_talk_is_changed_under_its_key_and_taken_out_while_nobody_spoke(scene: Scene, pair: uuid.UUID) -> None:
    key = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    shown = plan(scene, pair, scene.reviewers[0], key=key, language="am")
    assert [(one.talk.key, one.talk.language) for one in shown.talks] == [(key, "am")]
    with scene.database.transaction() as session:
        assert drop_talk(session, scene.reviewers[0], DropTalk(proposal_id=pair, key=key), now=NOW).talks == ()


def test_somebody_who_was_spoken_with_stays_in_the_plan(scene: Scene, pair: uuid.UUID) -> None:
    key = plan(scene, pair, scene.reviewers[0]).talks[0].talk.key
    tell(scene, pair, key, scene.reviewers[0])
    with pytest.raises(Conflict), scene.database.transaction() as session:
        drop_talk(session, scene.reviewers[0], DropTalk(proposal_id=pair, key=key), now=NOW)


@pytest.mark.parametrize("missing", INCOMPLETE, ids=lambda missing: next(iter(missing)))
def test_a_plan_that_leaves_something_open_is_refused(scene: Scene, pair: uuid.UUID, missing: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="plan_incomplete"):
        plan(scene, pair, scene.reviewers[0], **missing)


@pytest.mark.usefixtures("ready_to_tell")
def test_of_a_death_it_says_what_becomes_of_the_remains(scene: Scene) -> None:
    body = scene.propose(kind=ReportKind.MORTUARY)
    agreed(scene, body)
    command = PlanTalk(proposal_id=body, talk=MOTHER)
    with pytest.raises(Refused, match="plan_incomplete"), scene.database.transaction() as session:
        plan_talk(session, scene.reviewers[0], command, now=NOW)
    assert plan(scene, body, scene.reviewers[0]).kind is TellingKind.DEAD


def test_where_nothing_is_ready_to_be_told_there_is_nothing_to_plan(
    scene: Scene, pair: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    for state in ProposalState:
        if state is not ProposalState.AGREED:
            _put(scene, pair, state)
            with pytest.raises(NotFound):
                plan(scene, pair, scene.reviewers[0])
    agreed(scene, pair)
    for course in sorted(set(CourseState) - {CourseState.READY_TO_TELL, CourseState.TOLD}):
        monkeypatch.setattr(
            "search.telling.telling_gates.courses", lambda _s, ids, *_r, c=course: dict.fromkeys(ids, c)
        )
        with pytest.raises(NotFound):
            plan(scene, pair, scene.reviewers[0])


def test_another_committee_and_everybody_else_finds_nothing(scene: Scene, pair: uuid.UUID) -> None:
    for actor in (scene.stranger, scene.shelter):
        with pytest.raises(NotFound), scene.database.transaction() as session:
            read_plan(session, actor, pair, now=NOW)


def test_while_telling_is_switched_off_nobody_may_plan_or_tell(scene: Scene) -> None:
    proposal = scene.propose()
    agreed(scene, proposal)
    for action in (Action.PLAN_TELLING, Action.TELL, Action.WRITE_MESSAGE, Action.RELAY_MESSAGE):
        assert not allowed(scene.reviewers[0], action)
    with pytest.raises((NotFound, AccessDenied)), scene.database.transaction() as session:
        read_plan(session, scene.reviewers[0], proposal, now=NOW)


def test_a_search_that_nobody_has_words_for_has_nobody_to_be_told(scene: Scene, pair: uuid.UUID) -> None:
    with scene.database.transaction() as session:
        session.execute(update(SearchRequest).values(passphrase_hash=""))
    with pytest.raises(Refused, match="nobody_to_tell"):
        plan(scene, pair, scene.reviewers[0])


def _put(scene: Scene, proposal: uuid.UUID, state: ProposalState) -> None:
    with scene.database.transaction() as session:
        session.get_one(MatchProposal, proposal).state = state.value
