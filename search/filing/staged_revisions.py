"""Next revisions of known reports that a large file brings: written where nobody looks, and what they outdate.

Whatever touches many reports is a few statements: a file of news of twenty thousand people is stored within a minute.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

import msgspec
from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from search.filing.coarse_places import documents_of, filed_of
from search.filing.ready_rows import ReadyRow
from search.filing.record_storing import Filed, contents_of, drop_unpublished, vessel_said
from search.filing.report_identity import essence_of
from search.filing.reporting_found_persons import Source
from search.groups.group_key_store import group_digests
from search.groups.group_keys import Travelled
from search.groups.near_incidents import IncidentsNear
from search.models import BlockingKey, FoundReport, KeySide, Record, RecordSide, ReportRevision, StagedRow
from search.models.records import PackedRecord
from search.records.chunks import chunks
from search.records.installed_engine import engine_of
from search.records.record_rows import RecordRows
from search.records.sections import record_keys, vault_of

_Key = tuple[int, int]
_KEYS = msgspec.msgpack.Decoder(list[_Key])


def filed_ready(report: FoundReport, row: ReadyRow) -> Filed:
    """What is stored of a row that was worked out before."""
    return replace(filed_of(report, row.plan.command), prepared=row.prepared)


def keys_of(session: Session, filed: Filed, blocking: Sequence[int], near: IncidentsNear) -> set[_Key]:
    """The keys by which a report is found, and those that it shares with whom it belongs with, by their side."""
    travelled = Travelled(filed.record.number, filed.view, vessel_said(filed))
    grouped = group_digests(session, travelled, prepared=filed.prepared, near=near)
    side, group = KeySide.of(RecordSide.FOUND).value, KeySide.in_group(RecordSide.FOUND).value
    return {(side, digest) for digest in blocking} | {(group, digest) for digest in grouped}


def add_side_keys(session: Session, keys: Sequence[tuple[int, int, int]]) -> None:
    """Store keys as (side, digest, record)."""
    rows = [{"side": side, "digest": digest, "record_number": number} for side, digest, number in keys]
    if rows:
        session.execute(insert(BlockingKey), rows)


def write_revisions(
    session: Session, news: Sequence[tuple[FoundReport, ReadyRow]], source: Source, near: IncidentsNear
) -> list[dict[str, object]]:
    """Write the next revision of each of these reports, and say what changes with it when it is shown."""
    vault, engine, rows = vault_of(session), engine_of(session), RecordRows()
    bases = {report.number: report.revision for report, _ in news}
    drop_unpublished(session, bases)
    record_key, stored = record_keys(session, bases), _stored_keys(session, list(bases))
    wanted: list[set[_Key]] = []
    for report, row in news:
        filed = filed_ready(report, row)
        contents = replace(contents_of(filed, engine), revision=report.revision + 1)
        rows.add_revision(vault, engine, contents, record_key[report.number])
        wanted.append(keys_of(session, filed, rows.held_keys[-1].digests, near))
    packed = list(rows.packed_records)
    rows.packed_records.clear()
    rows.write(session)
    revisions = [source.revision(row.plan, report.number, report.revision + 1) for report, row in news]
    session.execute(insert(ReportRevision), revisions)
    told, added = [], []
    for (report, row), keys, sealed in zip(news, wanted, packed, strict=True):
        before = stored[report.number]
        added += [(*key, report.number) for key in sorted(keys - before)]
        told.append(_told(session, report, row, sealed) | _keys_told(keys, before))
    add_side_keys(session, added)
    return told


def _told(session: Session, report: FoundReport, row: ReadyRow, packed: Mapping[str, object]) -> dict[str, object]:
    return {
        "kind": row.plan.command.kind.value,
        "content_digest": row.plan.incoming.content,
        "essence_digest": essence_of(vault_of(session), documents_of(row.plan.command)),
        "base_revision": report.revision,
        "layout": packed["layout"],
        "packed": packed["sealed"],
    }


def _keys_told(wanted: set[_Key], before: set[_Key]) -> dict[str, object]:
    return {
        "keys_added": msgspec.msgpack.encode(sorted(wanted - before)),
        "keys_outdated": msgspec.msgpack.encode(sorted(before - wanted)),
    }


def _stored_keys(session: Session, numbers: Sequence[int]) -> dict[int, set[_Key]]:
    found: dict[int, set[_Key]] = defaultdict(set)
    for chunk in chunks(numbers):
        asked = select(BlockingKey.record_number, BlockingKey.side, BlockingKey.digest)
        for number, side, digest in session.execute(asked.where(BlockingKey.record_number.in_(chunk))):
            found[number].add((side, digest))
    return found


def replace_outdated(session: Session, rows: Sequence[StagedRow]) -> None:
    """Of rows that are shown now: say what tells their reports apart, and let go of what earlier revisions left."""
    news = list(_news(rows))
    if not news:
        return
    session.execute(
        _SAY,
        [
            {"report": number, "shown": shown, "content": row.content_digest, "essence": row.essence_digest}
            for row, number, shown in news
        ],
    )
    session.execute(_DROP_PACKED, [{"report": number, "shown": shown} for _, number, shown in news])
    there = _packed_already(session, [number for _, number, _ in news])
    packed = [
        {"record_number": number, "revision": shown, "layout": row.layout, "sealed": row.packed}
        for row, number, shown in news
        # One that was changed again meanwhile was packed anew.
        if number not in there and row.packed is not None
    ]
    if packed:
        session.execute(insert(PackedRecord), packed)
    _drop_keys(session, [(number, row.keys_outdated) for row, number, _ in news])


def take_back(session: Session, rows: Sequence[StagedRow]) -> None:
    """Of rows that are not shown: forget the revisions and keys that were written for them."""
    news = list(_news(rows))
    drop_unpublished(session, {number: shown - 1 for _, number, shown in news})
    _drop_keys(session, [(number, row.keys_added) for row, number, _ in news])


def _news(rows: Sequence[StagedRow]) -> Iterator[tuple[StagedRow, int, int]]:
    """The rows that are news of a report, with its number and the revision that they are."""
    for row in rows:
        if row.base_revision is not None and row.record_number is not None:
            yield row, row.record_number, row.base_revision + 1


def _packed_already(session: Session, numbers: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(numbers):
        found |= set(session.scalars(select(PackedRecord.record_number).where(PackedRecord.record_number.in_(chunk))))
    return found


def _drop_keys(session: Session, kept: Sequence[tuple[int, bytes | None]]) -> None:
    keys = [
        {"report": number, "side_of": side, "key": digest}
        for number, encoded in kept
        for side, digest in (_KEYS.decode(encoded) if encoded else ())
    ]
    if keys:
        session.execute(_DROP_KEY, keys)


# The tables by themselves: the mapped classes are of two tables each, and a statement for many rows asks for no class.
_REPORTS, _RECORDS = cast("Table", FoundReport.__table__), cast("Table", Record.__table__)
_PACKED, _HELD = cast("Table", PackedRecord.__table__), cast("Table", BlockingKey.__table__)
_REVISION = select(_RECORDS.c.revision).where(_RECORDS.c.number == bindparam("report")).scalar_subquery()
_SAY = (
    update(_REPORTS)
    .where(_REPORTS.c.number == bindparam("report"), bindparam("shown") == _REVISION)
    .values(content_digest=bindparam("content"), essence_digest=bindparam("essence"))
)
_DROP_PACKED = delete(_PACKED).where(
    _PACKED.c.record_number == bindparam("report"), _PACKED.c.revision < bindparam("shown")
)
_DROP_KEY = delete(_HELD).where(
    _HELD.c.side == bindparam("side_of"),
    _HELD.c.digest == bindparam("key"),
    _HELD.c.record_number == bindparam("report"),
)
