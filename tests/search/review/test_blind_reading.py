"""Whoever may still judge, or undo a slip, learns of others only that they decided: on cards, in lists, in counts."""

import datetime
import uuid
from collections.abc import Sequence

import pytest

from search.access import Actor
from search.casework.undo_periods import UNDO
from search.models import Judgement, MatchProposal
from search.review.blind_reading import sees_others, shown_state, visible_to
from search.review.group_view import heaviest_pairs
from search.review.meeting_agenda import read_agenda
from search.review.rivals import read_rivals
from search.vocabulary import JudgementKind, ProposalState, QueueTab, RuledOutBy
from tests.search.review.deciding import card, decide, withdraw
from tests.search.review.reading import queue
from tests.search.scene import NOW, Scene, found
from tests.search.travellers import number_of
from tests.search.travellers import pair as make_pair

POSITIVE, NEGATIVE, UNSURE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
ME, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)


def by(person: uuid.UUID, minutes_ago: int = 0) -> Judgement:
    made_at = NOW - datetime.timedelta(minutes=minutes_ago)
    return Judgement(id=uuid.uuid4(), account_id=person, kind="positive", revision=2, made_at=made_at)


@pytest.mark.parametrize("state", ProposalState)
def test_who_has_not_judged_is_told_what_is_settled_and_where_readers_disagree(state: ProposalState) -> None:
    by_one = {ProposalState.AWAITING_SECOND, ProposalState.UNSURE}
    assert sees_others(state, [by(OTHER)], ME, NOW) is (state in {ProposalState.AGREED, ProposalState.RULED_OUT})
    assert shown_state(state, [by(OTHER)], ME, NOW) is (ProposalState.AWAITING_SECOND if state in by_one else state)


@pytest.mark.parametrize("state", ProposalState)
@pytest.mark.parametrize(("minutes", "told"), [(0, False), (9, False), (10, True)])
def test_who_can_undo_a_slip_is_told_nothing_that_follows_from_it(
    state: ProposalState, minutes: int, *, told: bool
) -> None:
    counting = [by(OTHER), by(ME, minutes)]
    assert sees_others(state, counting, ME, NOW) is told
    assert shown_state(state, counting, ME, NOW) is (state if told else ProposalState.AWAITING_SECOND)
    assert visible_to(counting, state, ME, NOW) == (counting if told else counting[1:])
    assert shown_state(state, counting[1:], ME, NOW) is state


def test_what_was_said_before_new_evidence_is_everybodys_to_read() -> None:
    before, after = by(OTHER), by(OTHER)
    after.revision = 9
    assert visible_to([before, after], ProposalState.AWAITING_SECOND, ME, NOW, since=5) == [before]


def told(scene: Scene, reader: Actor, pair: uuid.UUID, now: datetime.datetime = NOW) -> str:
    """All that a reader can learn of the decisions on a pair: from the card, and from which list holds it."""
    decisions = card(scene, reader, pair, now=now).decisions
    lists = [
        (tab.value, [(one.proposal_id, one.state.value) for one in found.entries], found.total, found.counts)
        for tab in QueueTab
        for found in [queue(scene, reader, now, tab=tab)]
    ]
    with scene.database.transaction() as session:
        rivals = [(one.proposal_id, one.state) for one in read_rivals(session, reader, pair, now=now).rivals]
    return repr((decisions, lists, rivals))


@pytest.mark.parametrize("weight", [12.0, 3.0], ids=["heavy", "light"])
def test_a_reader_learns_the_same_whatever_the_first_one_said(scene: Scene, weight: float) -> None:
    """Of a light pair one negative alone decides; what the first said is then a decision that everybody reads."""
    said: Sequence[JudgementKind] = (POSITIVE, NEGATIVE, UNSURE) if weight > 10 else (POSITIVE, UNSURE)
    pair = scene.propose(weight)
    pages = set()
    for kind in said:
        decide(scene, scene.reviewers[0], pair, kind, words="the scar is on the other arm")
        pages.add(told(scene, scene.reviewers[1], pair))
        undo(scene, pair)
    assert len(pages) == 1
    (page,) = pages
    assert "('awaiting_second', [(UUID" in page
    assert "scar" not in page


def test_judging_and_undoing_teaches_nothing_of_what_the_other_said(scene: Scene) -> None:
    """The second reader says each answer in turn, looks, and undoes it: it looks the same whatever the first said."""
    looks = set()
    for first in (POSITIVE, NEGATIVE, UNSURE):
        pair = scene.propose()
        decide(scene, scene.reviewers[0], pair, first)
        seen = []
        for kind in (POSITIVE, NEGATIVE, UNSURE):
            answer = decide(scene, scene.reviewers[1], pair, kind)
            decisions = card(scene, scene.reviewers[1], pair).decisions
            listed = [tab for tab in QueueTab if pair in pairs_in(scene, tab)]
            seen.append((answer, decisions.state, len(decisions.judgements), decisions.others_decided, tuple(listed)))
            undo(scene, pair, reader=1)
        looks.add(tuple(seen))
    assert len(looks) == 1


def test_no_other_page_tells_what_the_other_said_while_a_decision_can_be_undone(scene: Scene) -> None:
    """Neither the agenda of the meeting nor the rivals of another pair, their group and their line in the list."""
    looks = set()
    for first in (POSITIVE, NEGATIVE, UNSURE):
        pair, rival = rivals(scene)
        decide(scene, scene.reviewers[0], pair, first)
        seen = []
        for kind in (POSITIVE, NEGATIVE, UNSURE):
            decide(scene, scene.reviewers[1], pair, kind)
            seen.append(elsewhere(scene, rival))
            undo(scene, pair, reader=1)
        looks.add(tuple(seen))
    assert looks == {((0, 1, (1,), True),) * 3}


def test_when_a_decision_stands_the_other_pages_say_what_it_came_to(scene: Scene) -> None:
    pair, rival = rivals(scene)
    decide(scene, scene.reviewers[0], pair, NEGATIVE)
    decide(scene, scene.reviewers[1], pair, NEGATIVE)
    assert elsewhere(scene, rival, NOW + UNDO) == (0, 0, (0,), False)
    pair, _rival = rivals(scene)
    decide(scene, scene.reviewers[0], pair, POSITIVE)
    decide(scene, scene.reviewers[1], pair, NEGATIVE)
    assert elsewhere(scene, rival, NOW + UNDO)[0] == 1


def rivals(scene: Scene) -> tuple[uuid.UUID, uuid.UUID]:
    """Two likely pairs of one search."""
    first = scene.propose()
    with scene.database.reading() as session:
        search = session.get_one(MatchProposal, first).request_number
    other = number_of(scene, scene.report(found("Somebody Invented", sender_number=f"S{first}")).report_id)
    return first, make_pair(scene, search, other, 11.5)


def elsewhere(scene: Scene, rival: uuid.UUID, now: datetime.datetime = NOW) -> tuple[int, int, tuple[int, ...], bool]:
    """What the second reader reads elsewhere: agenda, rivals of the card, rivals in the list, and the best pair."""
    reader = scene.reviewers[1]
    with scene.database.transaction() as session:
        agenda = len(read_agenda(session, reader, now=now).pairs)
        one = session.get_one(MatchProposal, rival)
        both = heaviest_pairs(session, [one.request_number], reader, now)
    rows = queue(scene, reader, now, tab=QueueTab.OPEN).entries
    listed = tuple(row.competitors for row in rows if row.proposal_id == rival)
    return agenda, card(scene, reader, rival, now=now).competitors, listed, both[one.request_number] != rival


def pairs_in(scene: Scene, tab: QueueTab) -> list[uuid.UUID]:
    return [one.proposal_id for one in queue(scene, scene.reviewers[1], tab=tab).entries]


def undo(scene: Scene, pair: uuid.UUID, reader: int = 0) -> None:
    mine = [one for one in card(scene, scene.reviewers[reader], pair).decisions.judgements if one.by_me]
    withdraw(scene, scene.reviewers[reader], pair, mine[-1].judgement_id)


def test_what_others_said_is_shown_when_the_own_decision_stands(scene: Scene) -> None:
    pair = scene.propose()
    decide(scene, scene.reviewers[0], pair, NEGATIVE, ruled_out_by=frozenset({RuledOutBy.DATES}), words="the dates")
    decide(scene, scene.reviewers[1], pair, POSITIVE)
    assert "the dates" not in told(scene, scene.reviewers[1], pair)
    later = NOW + UNDO
    decisions = card(scene, scene.reviewers[1], pair, now=later).decisions
    assert [one.words for one in decisions.judgements] == ["the dates", ""]
    assert decisions.state is ProposalState.DISAGREED
    blind = card(scene, scene.reviewers[2], pair, now=later).decisions
    assert (blind.state, blind.judgements, blind.others_decided) == (ProposalState.DISAGREED, (), 2)
