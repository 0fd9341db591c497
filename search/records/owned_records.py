"""Which records are an actor's own, as a condition: what is of others is not read, and takes the time of nothing."""

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import InstrumentedAttribute

from search.access import Actor, ActorKind
from search.models import FoundReport, SearchRequest


def owned_by(actor: Actor, number: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Whether the record of this number is the organisation's report, or the family's search; anything for all others.

    It only narrows: who may do what with it is asked of `search.access` all the same.
    """
    if actor.kind is ActorKind.PARTNER:
        return number.in_(select(FoundReport.number).where(FoundReport.organisation_id == actor.organisation_id))
    if actor.kind in (ActorKind.FAMILY, ActorKind.RELATIVE):
        return number.in_(select(SearchRequest.number).where(SearchRequest.id == actor.case_id))
    return true()
