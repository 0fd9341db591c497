"""A proposal among others: how many rivals it has, and what the family lets the reporter do."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from search.consents import forensic_may_receive
from search.models import FoundReport, MatchProposal, Organisation
from search.records.consent_rows import answers_of, standing_of
from search.records.shown_weights import shown_weight
from search.vocabulary import LIVING_KINDS, ConsentPurpose, OrganisationKind, ProposalState, ReportKind


def competitors_of_pairs(
    session: Session, proposals: Sequence[MatchProposal], threshold: float, undoable: Collection[uuid.UUID] = ()
) -> dict[uuid.UUID, int]:
    """The same for many pairs, asked once."""
    stands = MatchProposal.state != ProposalState.RULED_OUT.value
    requests = sorted({one.request_number for one in proposals})
    others = session.execute(
        select(MatchProposal, FoundReport.kind)
        .join(FoundReport, FoundReport.number == MatchProposal.report_number)
        .where(MatchProposal.request_number.in_(requests), or_(stands, MatchProposal.id.in_(undoable)))
    )
    likely: dict[int, set[uuid.UUID]] = defaultdict(set)
    for other, kind in others:
        if shown_weight(session, other, ReportKind(kind)) >= threshold:
            likely[other.request_number].add(other.id)
    return {one.id: len(likely[one.request_number] - {one.id}) for one in proposals}


def competitors_of(
    session: Session, proposal: MatchProposal, threshold: float, undoable: Collection[uuid.UUID] = ()
) -> int:
    """How many other pairs of the same search weigh at least `threshold`, as told, and are not ruled out.

    Those of `undoable` count in any case: their reader judged them so lately that they may not know what it came to.
    """
    return competitors_of_pairs(session, (proposal,), threshold, undoable)[proposal.id]


def reporter_may(session: Session, proposal: MatchProposal) -> tuple[ConsentPurpose, bool]:
    """What the organisation that sent the report could ask for, and whether the family's answers of now allow it.

    Of a body: to be handed the search. Of somebody living: to tell them who is looking; whether the family's answers
    cover that very organisation is not told, because whoever names one after the other would learn which it is.
    """
    report = session.get_one(FoundReport, proposal.report_number)
    if ReportKind(report.kind) in LIVING_KINDS:
        return ConsentPurpose.NAMING, False
    reporter = standing_of(session, report.organisation_id)
    answers = answers_of(session, [proposal.request_number])[proposal.request_number]
    return ConsentPurpose.FORENSIC, forensic_may_receive(answers, reporter)


def told_without_account(session: Session, proposal: MatchProposal) -> bool:
    """Whether anybody may have told the report.

    Statements without an account are kept for a committee, and no committee reports anybody itself.
    """
    report = session.get_one(FoundReport, proposal.report_number)
    keeper = session.get_one(Organisation, report.organisation_id)
    return OrganisationKind(keeper.kind) is OrganisationKind.COMMITTEE
