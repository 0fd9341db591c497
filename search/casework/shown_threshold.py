"""From which weight on a committee reads pairs: the engine's own threshold, or a higher one that the committee set."""

import uuid

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from search.models import CommitteeThreshold, MatchProposal


def threshold_of(session: Session, committee_id: uuid.UUID | None) -> float | None:
    """What the committee set last, in bits; None where it never set anything."""
    return session.scalars(_newest(committee_id)).first()


def heavy_enough(committee_id: uuid.UUID | None) -> ColumnElement[bool]:
    """The condition that an open pair is shown to a committee: by the bits that may be told, where it has any."""
    newest = _newest(committee_id).scalar_subquery()
    told = MatchProposal.shown_weight
    return or_(newest.is_(None), told.is_(None), told >= newest)


def _newest(committee_id: uuid.UUID | None) -> Select[float]:
    said = select(CommitteeThreshold.bits).where(CommitteeThreshold.organisation_id == committee_id)
    return said.order_by(CommitteeThreshold.made_at.desc(), CommitteeThreshold.id.desc()).limit(1)
