"""An organisation reads one of its own reports whole, and looks for others among those that it sent.

Reports are sealed, so a search opens them one after the other: the newest `MOST_SEARCHED`, and beyond these the one
whose number was typed exactly, which a digest finds.
"""

import datetime
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.record import PartialDate, Place
from search.access import Action, Actor, Subject, require
from search.documents import Description, Identifiers, PostMortem, Provenance, Whereabouts
from search.errors import NotFound, Refused
from search.fields import SECTIONS, Purpose, visible
from search.filing.reporting_found_persons import PAGE
from search.models import FoundReport
from search.records.change_numbers import PUBLISHED
from search.records.sections import READABLE, read_section, read_sections, vault_of
from search.records.sender_numbers import number_digests
from search.summaries import OwnReport
from search.values.dates.date_reading import DateStyle, read_date
from search.values.folding import fold
from search.vocabulary import ReportKind

MOST_SEARCHED = 2000
LONGEST_WORDS = 200
_AT_ONCE = 200
_DOCUMENTS = (Description, Identifiers, Provenance, Whereabouts, PostMortem)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeReport:
    """Everything that was sent of one report: `documents` by the name of their section in the table of fields.

    `laid_aside`: it is not compared any more; `number_given`: its number is that of another report now.
    """

    report_id: uuid.UUID
    kind: ReportKind
    entry_date: datetime.datetime
    revision: int
    documents: Mapping[str, Any]
    laid_aside: bool = False
    number_given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReports:
    """One page of the reports that were looked for; `all_searched` is False where older ones were not opened."""

    reports: tuple[OwnReport, ...]
    count: int
    all_searched: bool


def read_own_report(session: Session, actor: Actor, report_id: uuid.UUID) -> WholeReport:
    """Read one report of the actor's own organisation with all that was sent. Raises NotFound for any other."""
    own = Subject(organisation_id=_organisation(actor))
    require(actor, Action.READ_OWN_REPORTS, own)
    asked = (FoundReport.id == report_id, FoundReport.organisation_id == own.organisation_id)
    standing = (FoundReport.erased_at.is_(None), PUBLISHED, READABLE)
    report = session.scalars(select(FoundReport).where(*asked, *standing)).one_or_none()
    if report is None:
        raise NotFound("not_found")
    read = (read_section(session, report.number, document) for document in _DOCUMENTS)
    shown = (visible(document, actor, own, Purpose.READ) for document in read if document is not None)
    documents: dict[str, Any] = {SECTIONS[type(document)]: document for document in shown}
    return WholeReport(
        report_id=report.id,
        kind=ReportKind(report.kind),
        entry_date=report.entry_date,
        revision=report.revision,
        documents=documents,
        laid_aside=report.withdrawn_at is not None,
        number_given=report.sender_number_digest is None and bool(documents["provenance"].sender_number),
    )


def find_own_reports(
    session: Session, actor: Actor, words: str, *, today: datetime.date, page: int = 1
) -> FoundReports:
    """Look for reports of the actor's own organisation by number, name, place or date, newest first."""
    own = Subject(organisation_id=_organisation(actor))
    require(actor, Action.READ_OWN_REPORTS, own)
    asked = _Asked.of(words[:LONGEST_WORDS], today)
    newest = list(session.scalars(_newest(_organisation(actor))))
    searched = newest[:MOST_SEARCHED]
    found = [one for one in _opened(session, actor, own, searched) if asked.fits(*one)]
    listed = [report for report, _ in found]
    listed += _by_number(session, actor, own, words, {report.report_id for report in listed})
    first = PAGE * max(page - 1, 0)
    return FoundReports(
        reports=tuple(listed[first : first + PAGE]), count=len(listed), all_searched=len(newest) <= MOST_SEARCHED
    )


def own_report_of_number(session: Session, actor: Actor, number: str) -> OwnReport | None:
    """The report of the actor's own organisation that has this case number now, as a line of the list."""
    own = Subject(organisation_id=_organisation(actor))
    require(actor, Action.READ_OWN_REPORTS, own)
    return next(iter(_by_number(session, actor, own, number, set())), None)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for: every word at the beginning of a word of the report; or, of a date, reports of that time."""

    words: tuple[str, ...]
    date: PartialDate | None

    @classmethod
    def of(cls, words: str, today: datetime.date) -> "_Asked":
        """Reads what was typed; a date may stand for itself only."""
        return cls(tuple(fold(words).split()), read_date(words, DateStyle(today)))

    def fits(self, report: OwnReport, exact: Place | None) -> bool:
        """Whether a report is one of those that are looked for."""
        told = " ".join(fold(text) for text in _texts(report, exact)).split()
        if self.words and all(any(one.startswith(word) for one in told) for word in self.words):
            return True
        return self.date is not None and _is_of(self.date, report)


def _is_of(date: PartialDate, report: OwnReport) -> bool:
    """Whether somebody was found, or the report came, at this time."""
    when = report.found.event.when if report.found.event else None
    if when is not None and when.earliest <= date.latest and date.earliest <= when.latest:
        return True
    return date.earliest <= report.entry_date.date() <= date.latest


def _texts(report: OwnReport, exact: Place | None) -> Iterator[str]:
    yield report.sender_number
    yield from (name.text for name in report.found.names)
    places = (exact, report.found.event.place if report.found.event else None)
    yield from (f"{place.text} {' '.join(place.countries)}" for place in places if place is not None)


def _newest(organisation_id: uuid.UUID) -> Any:
    mine = (FoundReport.organisation_id == organisation_id, FoundReport.erased_at.is_(None), PUBLISHED)
    return select(FoundReport).where(*mine).order_by(FoundReport.number.desc()).limit(MOST_SEARCHED + 1)


def _by_number(session: Session, actor: Actor, own: Subject, words: str, known: set[uuid.UUID]) -> list[OwnReport]:
    """The report of exactly this number, however old it is, where it was not found already."""
    digests = number_digests(vault_of(session), words)
    mine = (FoundReport.organisation_id == actor.organisation_id, FoundReport.erased_at.is_(None), PUBLISHED)
    reports = list(session.scalars(select(FoundReport).where(*mine, FoundReport.sender_number_digest.in_(digests))))
    return [one for one, _ in _opened(session, actor, own, reports) if one.report_id not in known]


def _opened(
    session: Session, actor: Actor, own: Subject, reports: list[FoundReport]
) -> Iterator[tuple[OwnReport, Place | None]]:
    """Each report as a line of the list, with the exact place of the finding of a living person."""
    for start in range(0, len(reports), _AT_ONCE):
        some = reports[start : start + _AT_ONCE]
        numbers = [report.number for report in some]
        descriptions = read_sections(session, numbers, Description)
        provenances = read_sections(session, numbers, Provenance)
        places = read_sections(session, numbers, Whereabouts)
        for report in some:
            if report.number not in descriptions or report.number not in provenances:
                continue
            kept = places.get(report.number)
            where = visible(kept, actor, own, Purpose.LIST) if kept else None
            line = OwnReport(
                report_id=report.id,
                kind=ReportKind(report.kind),
                sender_number=visible(provenances[report.number], actor, own, Purpose.LIST).sender_number,
                entry_date=report.entry_date,
                found=visible(descriptions[report.number], actor, own, Purpose.LIST),
                number_given=report.sender_number_digest is None and bool(provenances[report.number].sender_number),
            )
            yield line, where.found.place if where and where.found else None


def _organisation(actor: Actor) -> uuid.UUID:
    if actor.organisation_id is None:
        raise Refused("no_organisation")
    return actor.organisation_id


def own_report(session: Session, organisation_id: uuid.UUID | None, report_id: uuid.UUID) -> FoundReport:
    """A report of this organisation as it is stored now; NotFound for any other, as for one that is none."""
    if organisation_id is None:
        raise Refused("no_organisation")
    asked = (FoundReport.id == report_id, FoundReport.organisation_id == organisation_id)
    standing = (FoundReport.erased_at.is_(None), PUBLISHED, READABLE)
    found = select(FoundReport).where(*asked, *standing).execution_options(populate_existing=True)
    report = session.scalars(found).one_or_none()
    if report is None:
        raise NotFound("not_found")
    return report
