"""A thousand pairs that four people decide at the same time: one decision each, one entry each, nobody twice."""

import threading
import uuid
from collections import Counter, defaultdict
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from search.access import Actor
from search.accounts.audit_walk import verify_chain
from search.commands import JudgeProposal
from search.errors import AccessDenied, Conflict, SearchError
from search.models import AuditEntry, FoundReport, Judgement, MatchProposal, SearchRequest
from search.proposing.storing_proposals import proposal_id
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, JudgementReason, ProposalState
from tests.search.scene import NOW, Scene, found, sought

SIDE = 32
POSITIVE, NEGATIVE, UNSURE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
# What each of the four says in the first and in the second round.
ROUNDS = ((POSITIVE, NEGATIVE, POSITIVE, UNSURE), (POSITIVE, POSITIVE, NEGATIVE, POSITIVE))


@pytest.mark.measurement
def test_a_thousand_contested_pairs_get_one_decision_and_one_entry_each(scene: Scene) -> None:
    contest(scene, SIDE)


def test_contested_pairs_get_one_decision_and_one_entry_each(scene: Scene) -> None:
    contest(scene, 3)


def contest(scene: Scene, side: int) -> None:
    """Both rounds over `side` × `side` pairs."""
    pairs = propose(scene, side)
    assert outcomes(scene, pairs, seen=1, kinds=ROUNDS[0]) == {"won": len(pairs), "Conflict": 3 * len(pairs)}
    second = outcomes(scene, pairs, seen=2, kinds=ROUNDS[1])
    assert second["won"] == len(pairs)
    assert second["won"] + second["Conflict"] + second["AccessDenied"] == 4 * len(pairs)
    with scene.database.reading() as session:
        said = defaultdict(list)
        for one in session.scalars(select(Judgement).order_by(Judgement.revision)):
            said[one.proposal_id].append(one)
        states = dict(session.execute(select(MatchProposal.id, MatchProposal.state)).all())
        entries = Counter(session.scalars(select(AuditEntry.subject_id).where(AuditEntry.action == "judge")))
        assert verify_chain(session).first_bad is None
    assert entries == {str(pair): 2 for pair in pairs}
    for pair in pairs:
        first, other = said[pair]
        assert first.account_id != other.account_id
        assert (first.revision, other.revision) == (2, 3)
        assert states[pair] == followed(JudgementKind(first.kind), JudgementKind(other.kind))


def followed(first: JudgementKind, other: JudgementKind) -> ProposalState:
    """What follows from two readings of a pair for which much speaks."""
    decisive = {first, other} - {UNSURE}
    if decisive == {POSITIVE, NEGATIVE}:
        return ProposalState.DISAGREED
    if UNSURE in {first, other}:
        return ProposalState.AWAITING_SECOND if decisive else ProposalState.UNSURE
    return ProposalState.AGREED if decisive == {POSITIVE} else ProposalState.RULED_OUT


def propose(scene: Scene, side: int) -> list[uuid.UUID]:
    """Every search paired with every report, put there without an engine."""
    cases = [scene.file(sought("Somebody Invented")).case_id for _ in range(side)]
    reports = [scene.report(found("Somebody Invented")).report_id for _ in range(side)]
    with scene.database.transaction() as session:
        requests = session.scalars(select(SearchRequest).where(SearchRequest.id.in_(cases))).all()
        people = session.scalars(select(FoundReport).where(FoundReport.id.in_(reports))).all()
        made = [pair_of(scene, request, report) for request in requests for report in people]
        session.add_all(made)
        return [one.id for one in made]


def pair_of(scene: Scene, request: SearchRequest, report: FoundReport) -> MatchProposal:
    return MatchProposal(
        id=proposal_id(request.id, report.id),
        request_number=request.number,
        report_number=report.number,
        committee_id=scene.committee,
        match_weight=12.0,
        match_probability=0.9,
        evidence=[["phones", "same", "agrees", 12.0]],
        engine_version="by hand",
        request_version=request.version,
        report_version=report.version,
        state=ProposalState.OPEN.value,
        entry_date=NOW,
    )


def outcomes(scene: Scene, pairs: Sequence[uuid.UUID], seen: int, kinds: Sequence[JudgementKind]) -> Counter[str]:
    """Four people, who all read the same revision, decide on every pair at once; how often they won, or why not."""
    told: Counter[str] = Counter()
    lock, start = threading.Lock(), threading.Barrier(len(kinds))

    def decide_all(reader: Actor, kind: JudgementKind) -> None:
        start.wait()
        mine = Counter(outcome(scene, reader, pair, kind, seen) for pair in pairs)
        with lock:
            told.update(mine)

    people = zip(scene.reviewers, kinds, strict=True)
    threads = [threading.Thread(target=decide_all, args=who) for who in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def outcome(scene: Scene, reader: Actor, pair: uuid.UUID, kind: JudgementKind, seen: int) -> str:
    reasons = frozenset({JudgementReason.NAMES})
    command = JudgeProposal(proposal_id=pair, seen_revision=seen, kind=kind, reasons=reasons)
    try:
        with scene.database.transaction() as session:
            judge(session, reader, command, now=NOW)
    except (Conflict, AccessDenied) as refusal:
        return type(refusal).__name__
    except SearchError as unexpected:
        return str(unexpected)
    return "won"
