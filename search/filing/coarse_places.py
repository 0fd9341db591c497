"""Where somebody living was found: exactly among the whereabouts, coarsely for whoever reads the description.

And the way between the report that a door sends and the documents in which it is compared with what is known.
"""

from dataclasses import replace

from matching.places.resolved_place import resolve
from matching.record import Event, Place, PlacePrecision
from search.commands import ReportFound
from search.documents import Provenance, Whereabouts
from search.documents.engine_view import found_view
from search.documents.report_documents import ReportDocuments, in_form_of, words_of_place_apart
from search.documents.residences import with_residence_apart
from search.filing.record_storing import Filed
from search.models import FoundReport
from search.vocabulary import LIVING_KINDS

# One decimal of a degree is about eleven kilometres: no finer than a municipality for the living.
_COARSE_DECIMALS = 1


def coarse_for_people(command: ReportFound) -> ReportFound:
    """For a living person, keep the exact place, words about it and where they live among the whereabouts.

    The description holds only a coarse place.
    """
    if command.kind not in LIVING_KINDS:
        return command
    found, whereabouts = words_of_place_apart(*with_residence_apart(command.found, command.whereabouts))
    command = replace(command, found=found, whereabouts=whereabouts)
    event = command.found.event
    if event is None or event.place is None:
        return command
    whereabouts = command.whereabouts or Whereabouts()
    if whereabouts.found is None:
        whereabouts = replace(whereabouts, found=event)
    coarse = Event(when=event.when, place=_coarse(event.place))
    return replace(command, found=replace(command.found, event=coarse), whereabouts=whereabouts)


def _coarse(place: Place) -> Place:
    """Countries, those also that the words tell, and a rounded point; the words may name a street and stay behind."""
    known = None if place.countries else resolve(place)
    place = replace(place, countries=tuple(sorted(known.countries)) if known else place.countries)
    if place.latitude is None or place.longitude is None:
        return Place(countries=place.countries)
    return Place(
        countries=place.countries,
        latitude=round(place.latitude, _COARSE_DECIMALS),
        longitude=round(place.longitude, _COARSE_DECIMALS),
        precision=PlacePrecision.MUNICIPALITY,
    )


def documents_of(command: ReportFound) -> ReportDocuments:
    """What a door sent, in the form in which it is compared."""
    provenance = _provenance(command)
    documents = ReportDocuments(
        kind=command.kind,
        description=command.found,
        identifiers=command.identifiers,
        whereabouts=command.whereabouts,
        post_mortem=command.post_mortem,
        provenance=provenance,
    )
    return in_form_of(documents, command.kind)


def command_of(documents: ReportDocuments, command: ReportFound) -> ReportFound:
    """The command as if the door had sent all that is known now, the exact place in sight of the engine."""
    found = documents.description
    if documents.kind in LIVING_KINDS and documents.whereabouts is not None:
        found = replace(found, event=documents.whereabouts.found)
    provenance = documents.provenance
    return replace(
        command,
        kind=documents.kind,
        found=found,
        identifiers=documents.identifiers,
        whereabouts=documents.whereabouts,
        post_mortem=documents.post_mortem,
        sender_number=provenance.sender_number,
        source_date=provenance.source_date,
        told_by=provenance.told_by,
        told_by_contact=provenance.told_by_contact,
        provenance_notes=provenance.notes,
    )


def filed_of(report: FoundReport, command: ReportFound) -> Filed:
    """The report's row with the documents to seal for it."""
    kept = coarse_for_people(command)
    provenance = _provenance(command)
    optional = [document for document in (kept.whereabouts, kept.post_mortem) if document is not None]
    return Filed(
        report,
        (kept.found, kept.identifiers, provenance, *optional),
        found_view(command.kind, command.found, command.identifiers),
    )


def _provenance(command: ReportFound) -> Provenance:
    return Provenance(
        sender_number=command.sender_number,
        source_date=command.source_date,
        told_by=command.told_by,
        told_by_contact=command.told_by_contact,
        notes=command.provenance_notes,
    )
