"""The export: every open record of both sides, sealed and under pseudonyms, in a folder for an engine.

The registry takes a change number first. Who was filed or changed before it is in the export; who comes later still
waits for the worker when the results come back. The audit entry is written before anything is read, because reading
takes minutes and nobody who files may wait for it.
"""

import datetime
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.errors import Refused
from search.models.records import RecordSide
from search.records.change_numbers import next_version
from search.records.chunks import chunks
from search.records.record_counts import count_reports
from search.relinking.export_folder import Manifest, Part, write_manifest
from search.relinking.export_process import Digests, Opening, Records, export_part, start
from search.relinking.export_sealing import ExportCipher, Numbers, Pseudonyms
from search.relinking.key_files import EngineKey, PortalKey, new_engine_key, new_portal_key
from search.relinking.process_pool import forked_pool
from search.relinking.readable_records import readable_numbers
from search.storage.database import Database

_IN_PART = 20_000
_BEGIN, _END = -(2**63), 2**63


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export, and the two keys that are to be kept apart from it and from each other."""

    manifest: Manifest
    engine_key: EngineKey
    portal_key: PortalKey


@dataclass(frozen=True, slots=True)
class _Begun:
    """Both sides' records, and the change number that they have met."""

    numbers: dict[RecordSide, Numbers]
    met_up_to: int
    threshold: float


def export_registry(
    database: Database,
    actor: Actor,
    folder: Path,
    *,
    now: datetime.datetime,
    report: Callable[[str], None],
) -> Exported:
    """Write the export into an empty folder; all cores prepare."""
    require(actor, Action.RELINK)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused("folder_not_empty", name=folder.name)
    begun = _begin(database, actor, now)
    engine_key = new_engine_key()
    portal_key = new_portal_key(engine_key.export_id, begun.met_up_to, database.matching.version)
    cipher = ExportCipher(engine_key.export_id, engine_key.key)
    opening = Opening(
        url=database.engine.url.render_as_string(hide_password=False),
        vault=database.vault,
        engine=database.matching,
        folder=folder,
        cipher=cipher,
        pseudonyms=Pseudonyms(portal_key.secret),
        reports=begun.numbers[RecordSide.FOUND],
    )
    # Nothing is open while processes are forked; whoever asks afterwards gets a new connection.
    database.close()
    parts = _write_parts(opening, begun, report)
    manifest = Manifest(
        export_id=engine_key.export_id,
        engine_version=portal_key.engine_version,
        layout=database.matching.layout,
        threshold=begun.threshold,
        requests=len(begun.numbers[RecordSide.SOUGHT]),
        reports=len(begun.numbers[RecordSide.FOUND]),
        parts=tuple(sorted(parts, key=lambda part: part.name)),
    )
    write_manifest(folder, manifest, cipher)
    return Exported(manifest, engine_key, portal_key)


def _begin(database: Database, actor: Actor, now: datetime.datetime) -> _Begun:
    """Take a change number, and say in the audit chain that everything is about to be read."""
    with database.transaction() as session:
        met_up_to = next_version(session)
        numbers = {side: readable_numbers(session, side) for side in RecordSide}
        threshold = database.matching.threshold_among(count_reports(session))
        detail = {"requests": len(numbers[RecordSide.SOUGHT]), "reports": len(numbers[RecordSide.FOUND])}
        record_act(session, actor, Action.RELINK, subject=("registry", "export"), now=now, detail=detail)
    return _Begun(numbers, met_up_to, threshold)


def _write_parts(opening: Opening, begun: _Begun, report: Callable[[str], None]) -> list[Part]:
    processes = os.cpu_count() or 1
    tasks = list(_tasks(begun, processes))
    parts: list[Part] = []
    with forked_pool(processes, start, (opening,)) as pool:
        for done, written in enumerate(pool.map(export_part, tasks), start=1):
            parts += written
            report(f"exported {done} of {len(tasks)} parts")
    return parts


def _tasks(begun: _Begun, processes: int) -> Iterator[Records | Digests]:
    """The longest tasks first: search requests, then keys and records of found reports."""
    for side in (RecordSide.SOUGHT, RecordSide.FOUND):
        numbers = begun.numbers[side]
        size = max(1, min(_IN_PART, -(-len(numbers) // processes)))
        parts = list(chunks(numbers, size))
        yield from (Records(side, at, part) for at, part in enumerate(parts))
        if side is RecordSide.FOUND:
            # Digests lie evenly, so as many stretches hold about as many reports' keys each.
            width = -(-(_END - _BEGIN) // max(1, len(parts)))
            yield from (
                Digests(at, first, min(first + width, _END) - 1) for at, first in enumerate(range(_BEGIN, _END, width))
            )
