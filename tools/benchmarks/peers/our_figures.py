"""Of the engine's own run, what stands beside a peer's and the measurement does not hold: precision of the heaviest."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.peers.peer_figures import HEAVIEST, PeerFigures
from search.evaluation.registry_run import Measurement, truth_rows
from search.models import FoundReport, MatchProposal, Organisation, SearchRequest
from search.records.sections import vault_of


def figures_of_ours(session: Session, folder: Path, done: Measurement) -> PeerFigures:
    """The run just measured, from the database it was measured in. How many pairs were weighed is not kept: 0."""
    known = set(_true_numbers(session, folder))
    heaviest = session.execute(
        select(MatchProposal.request_number, MatchProposal.report_number)
        .order_by(MatchProposal.match_weight.desc(), MatchProposal.request_number, MatchProposal.report_number)
        .limit(HEAVIEST)
    ).all()
    true = sum((request, report) in known for request, report in heaviest)
    seconds = {"match": done.seconds.get("match", 0.0)}
    return PeerFigures(done.pairs, true / max(1, len(heaviest)), 0, seconds, done.peak_megabytes)


def _true_numbers(session: Session, folder: Path) -> Iterator[tuple[int, int]]:
    vault = vault_of(session)
    requests = dict(session.execute(select(SearchRequest.earlier_reference_digest, SearchRequest.number)).all())
    reports = {
        (sender, digest): number
        for sender, digest, number in session.execute(
            select(Organisation.name, FoundReport.sender_number_digest, FoundReport.number).join(
                Organisation, Organisation.id == FoundReport.organisation_id
            )
        )
    }
    for row in truth_rows(folder):
        request = requests.get(vault.digest("earlier reference", row["request"]))
        report = reports.get((row["sender"], vault.digest("sender number", row["report"])))
        if request is not None and report is not None:
            yield request, report
