"""From the documents of a report to the one record that the engine sees of it."""

from dataclasses import replace

from matching.record import MatchRecord, Side
from search.documents.description import Description
from search.documents.identifiers import Identifiers
from search.vocabulary import ReportKind


def sought_view(sought: Description, identifiers: Identifiers) -> MatchRecord:
    """A search as the engine sees it."""
    return _view(Side.SOUGHT, "", sought, identifiers)


def found_view(kind: ReportKind, found: Description, identifiers: Identifiers) -> MatchRecord:
    """A found report as the engine sees it, with the exact place even where people will see a coarse one.

    When and where a witness saw somebody is no finding: it is not compared as one.
    """
    if kind is ReportKind.WITNESS:
        found = replace(found, event=None)
    return _view(Side.FOUND, kind.value, found, identifiers)


def _view(side: Side, kind: str, person: Description, identifiers: Identifiers) -> MatchRecord:
    return MatchRecord(
        side=side,
        kind=kind,
        names=person.names,
        sex=person.sex,
        birth=person.birth,
        age=person.age,
        nationalities=person.nationalities,
        languages=person.languages,
        event=person.event,
        phones=identifiers.phones,
        # A paper without its number is kept for readers; two such papers are not the same paper.
        documents=tuple(document for document in identifiers.documents if document.number),
        height=person.height,
        marks=person.marks,
        effects=person.effects,
        traits=person.traits,
        companions=person.journey.companions if person.journey else (),
        remains=person.remains,
        birth_place=person.birth_place,
        community=person.community,
    )
