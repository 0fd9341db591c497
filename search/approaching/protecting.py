"""Which organisations protect a child: the one where it is, and the body outside it that stands in."""

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.approaching.approach_rows import has_member
from search.consents import Answer, may_be_named_by
from search.models import FoundReport, Organisation, ProtectionSubstitute
from search.records.consent_rows import standing_of
from search.vocabulary import OrganisationKind, StaffRole


def bodies_of(session: Session, report: FoundReport) -> tuple[uuid.UUID, ...]:
    """The organisation where the child is, then the body that stands in for it; a committee decides for no child."""
    substitute = session.get(ProtectionSubstitute, report.organisation_id)
    bodies = (report.organisation_id, *([substitute.substitute_id] if substitute else []))
    kinds = dict(session.execute(select(Organisation.id, Organisation.kind).where(Organisation.id.in_(bodies))).all())
    return tuple(one for one in bodies if kinds[one] != OrganisationKind.COMMITTEE.value)


def protectors(session: Session, report: FoundReport, answers: frozenset[Answer]) -> Collection[uuid.UUID]:
    """Those of them that have an officer, and that this family lets say who is looking."""
    return [
        one
        for one in bodies_of(session, report)
        if has_member(session, one, StaffRole.PROTECTION_OFFICER)
        and may_be_named_by(answers, standing_of(session, one))
    ]


def looked_after_by(session: Session, organisation_id: uuid.UUID | None) -> Collection[uuid.UUID]:
    """The organisations whose children an organisation protects: its own, and those it stands in for."""
    if organisation_id is None:
        return ()
    stands_in = select(ProtectionSubstitute.organisation_id).where(
        ProtectionSubstitute.substitute_id == organisation_id
    )
    return (organisation_id, *session.scalars(stands_in.order_by(ProtectionSubstitute.organisation_id)))
