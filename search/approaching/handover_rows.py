"""Rows of what was handed to forensic services, and what they wrote back."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.consents import Standing, forensic_may_receive
from search.located_summaries import IdentificationLine, NamedOrganisation, WishLine
from search.models import (
    ForensicHandover,
    ForensicWishRow,
    Identification,
    MatchProposal,
    Organisation,
)
from search.records.associated_data import identification_document_place
from search.records.consent_rows import answers_of
from search.records.sections import unseal_words
from search.vocabulary import ForensicWish, IdentificationMethod, IdentificationResult, OrganisationKind, StateRun


def services_allowed(session: Session, proposal: MatchProposal) -> tuple[NamedOrganisation, ...]:
    """The forensic services that the family lets be handed its search, as it answers now."""
    answers = answers_of(session, [proposal.request_number])[proposal.request_number]
    asked = select(Organisation).where(Organisation.kind == OrganisationKind.FORENSIC.value)
    return tuple(
        NamedOrganisation(organisation_id=one.id, name=one.name)
        for one in session.scalars(asked.order_by(Organisation.name))
        if forensic_may_receive(answers, _standing(one))
    )


def handover_of(session: Session, proposal_id: uuid.UUID) -> ForensicHandover | None:
    """The handing over of a pair that was not taken back."""
    asked = select(ForensicHandover).where(ForensicHandover.proposal_id == proposal_id)
    return session.scalars(asked.where(ForensicHandover.taken_back_at.is_(None))).one_or_none()


def wishes_of(session: Session, handover_id: uuid.UUID) -> tuple[WishLine, ...]:
    """What the service would need, in the order of the codes."""
    asked = select(ForensicWishRow).where(ForensicWishRow.handover_id == handover_id)
    rows = {ForensicWish(row.wish): row for row in session.scalars(asked)}
    return tuple(
        WishLine(wish_id=rows[wish].id, wish=wish, settled=rows[wish].settled_at is not None)
        for wish in ForensicWish
        if wish in rows
    )


def entries_of(
    session: Session, handover_id: uuid.UUID, *, report_number: int | None = None
) -> tuple[IdentificationLine, ...]:
    """What the service entered, oldest first; numbers of documents only where the report that keeps them is named."""
    asked = select(Identification).where(Identification.handover_id == handover_id)
    return tuple(
        IdentificationLine(
            method=IdentificationMethod(row.method),
            result=IdentificationResult(row.result),
            day=row.made_at.date(),
            document=""
            if report_number is None
            else unseal_words(session, report_number, row.document_sealed, identification_document_place(row.id)),
        )
        for row in session.scalars(asked.order_by(Identification.revision))
    )


def _standing(one: Organisation) -> Standing:
    return Standing(
        organisation_id=one.id,
        kind=OrganisationKind(one.kind),
        country=one.country,
        state_run=StateRun(one.state_run),
    )
