"""Rows that were not taken and come back mended: known again by the token that they went out with."""

import uuid
from collections.abc import Iterator
from dataclasses import replace

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.commands import Again, ReportFound
from search.documents import Description
from search.filing.own_export import own_token, report_of_token
from search.filing.report_identity import origin_of_returned_row
from search.filing.sends import NotTaken, open_rows, token
from search.models import FoundReport, ImportBatch
from search.records.chunks import chunks
from search.records.sections import vault_of
from search.sheets.returned_names import returned_as
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import ReportKind


def with_returned(session: Session, organisation_id: uuid.UUID, reading: SheetReading) -> SheetReading:
    """The sheet with the origin of each row that came back: that of the file in which it was sent first.

    A token that stands in two rows is believed in the first.
    """
    if not any(returned_as(row.report.origin) for row in reading.rows):
        return reading
    reading = _with_own_rows(session, organisation_id, reading)
    known = _Sends(session, organisation_id)
    taken: set[str] = set()
    rows = tuple(_with_origin(row, known, taken) for row in reading.rows)
    return msgspec.structs.replace(reading, rows=rows)


def _with_origin(row: RowRead, known: "_Sends", taken: set[str]) -> RowRead:
    said = returned_as(row.report.origin)
    if not said:
        return row
    origin = known.origin(said)
    if origin in taken:
        origin = ""
    taken.add(origin)
    return replace(row, report=replace(row.report, origin=origin))


def _with_own_rows(session: Session, organisation_id: uuid.UUID, reading: SheetReading) -> SheetReading:
    """The sheet whose rows that come back as they went out say nothing new; one that was changed is news like any."""
    tokens = [returned_as(row.report.origin) for row in reading.rows]
    named = {one for said in tokens if (one := report_of_token(said))}
    reports: dict[uuid.UUID, FoundReport] = {}
    for some in chunks(sorted(named)):
        mine = FoundReport.organisation_id == organisation_id, FoundReport.id.in_(some), FoundReport.erased_at.is_(None)
        reports |= {report.id: report for report in session.scalars(select(FoundReport).where(*mine))}
    vault = vault_of(session)
    rows = []
    for row, said in zip(reading.rows, tokens, strict=True):
        report_id = report_of_token(said)
        report = reports.get(report_id) if report_id else None
        if report is None or own_token(vault, report.id, reading.headers, row.cells) != said:
            rows.append(row)
            continue
        kind = ReportKind(report.kind)
        bare = ReportFound(
            kind=kind, found=Description(), channel=row.report.channel, again=Again.SAME, alike=report.id
        )
        rows.append(replace(row, report=bare))
    return msgspec.structs.replace(reading, rows=tuple(rows))


class _Sends:
    """The sends of one organisation that rows came back from, each opened once."""

    def __init__(self, session: Session, organisation_id: uuid.UUID) -> None:
        self._session, self._organisation_id = session, organisation_id
        self._opened: dict[str, tuple[ImportBatch, NotTaken] | None] = {}

    def origin(self, said: str) -> str:
        """The origin of the row of which this is the token; "" for any other text."""
        named, place = next(_parts(said), ("", 0))
        if not named:
            return ""
        if named not in self._opened:
            self._opened[named] = self._open(named)
        opened = self._opened[named]
        if opened is None or place >= len(opened[1].rows):
            return ""
        batch, kept = opened
        if token(vault_of(self._session), batch.id, place) != said:
            return ""
        row = kept.rows[place]
        return origin_of_returned_row(batch.file_digest, row.worksheet or kept.worksheet, row.number)

    def _open(self, named: str) -> tuple[ImportBatch, NotTaken] | None:
        batch = self._session.get(ImportBatch, uuid.UUID(named))
        if batch is None or batch.organisation_id != self._organisation_id or batch.refused_sealed is None:
            return None
        return batch, open_rows(self._session, batch)


def _parts(said: str) -> Iterator[tuple[str, int]]:
    """The send and the place that a token names, if it is one."""
    parts = said.split("-")
    if len(parts) != 3:
        return
    named, place, _ = parts
    if len(named) == 32 and all(sign in "0123456789abcdef" for sign in named) and place.isdecimal() and len(place) < 8:
        yield named, int(place)
