"""A large sheet of new people and of news whose process is killed again and again: what is seen then, and after."""

import datetime
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from sqlalchemy import func, select

from benchmarks.waiting_speed import large_sheet
from matching import Engine
from search.access import OPERATOR, Actor, clerk_of
from search.accounts.audit_verification import verify_audit
from search.accounts.organisations import find_or_add_organisation
from search.commands import ImportSheet
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.filing.importing_sheets import question_of, sheet_sender
from search.filing.reporting_found_persons import own_report_count
from search.filing.sheet_storing import SheetStoring, file_digest, finish_sheets
from search.models import BatchState, ImportBatch, ImportPart, Record, ReportRevision, StagedRow
from search.models.records import Section
from search.records.change_numbers import PUBLISHED
from search.sheets.parser_process import read_confined
from search.sheets.sheet_reading import SheetReading
from search.storage.database import Database
from search.storage.encryption import Vault
from search.vocabulary import OrganisationKind

POINTS = 10
# Longer than a sheet is left to whoever works at it.
_LATER = datetime.timedelta(minutes=2)
_SENDER = "Invented"
# So many of the points lie before the file is shown, the others while it is tidied up.
_BEFORE, _LOOKS_EVERY = 8, 0.05


@dataclass(frozen=True, slots=True)
class Killed:
    """What was there after a process was killed: rows written where nobody sees them, and what everybody sees."""

    HEADER: ClassVar[tuple[str, ...]] = (
        "killed",
        "after_s",
        "rows_written",
        "reports_seen",
        "news_seen",
        "all_or_nothing",
    )
    number: int
    seconds: float
    staged: int
    reports: int
    news: int
    whole: bool

    def cells(self) -> tuple[str, ...]:
        """One line of the table."""
        counts = str(self.staged), str(self.reports), str(self.news), "yes" if self.whole else "NO"
        return str(self.number), f"{self.seconds:.1f}", *counts


@dataclass(slots=True)
class Scene:
    """A database with an organisation that reported half of the people of its next sheet."""

    url: str
    vault: Vault
    folder: Path
    rows: int
    now: datetime.datetime = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)

    @property
    def known(self) -> int:
        """How many people were reported before."""
        return self.rows // 2

    def open(self) -> Database:
        """The database, for one process."""
        return Database.open(self.url, self.vault, Engine.load())

    def clock(self) -> datetime.datetime:
        """The moment of whatever happens now."""
        return self.now


def measure_killed(url: str, vault: Vault, folder: Path, rows: int, report: Callable[[str], None]) -> Iterator[Killed]:
    """Send the sheet, kill whoever stores it ten times, and let it be finished; raises where anything is not whole."""
    scene = Scene(url, vault, folder, rows)
    database = scene.open()
    try:
        database.migrate()
        with database.transaction() as session:
            sender = clerk_of(find_or_add_organisation(session, _SENDER, OrganisationKind.SHELTER).id)
        people = large_sheet(rows)
        lines = people.split(b"\n")
        _store(scene, database, sender, b"\n".join(lines[: scene.known + 1]))
        report("half of the people are known")
        news = people.replace(b"scar on left arm", b"scar on left arm; gold tooth")
        batch = _received(scene, database, sender, news)
        yield from _killed(scene, database, sender)
        scene.now += _LATER
        begun = time.monotonic()
        finish_sheets(database, scene.clock)
        report(f"finished in {time.monotonic() - begun:.1f} s after the last one, as {batch}")
        for fault in _faults(scene, database, sender):
            raise RuntimeError(fault)
    finally:
        database.close()


def _read(scene: Scene, database: Database, sender: Actor, content: bytes) -> tuple[SheetReading, int]:
    sheet = ImportSheet(filename="list.csv", content=content)
    with database.reading() as session:
        question = question_of(sheet_sender(session, sender), sheet, today=scene.now.date())
    reading = read_confined(Confinement(Slots(scene.folder / "slots")), question, patience=60)
    return reading, file_digest(database, content)


def _store(scene: Scene, database: Database, sender: Actor, content: bytes) -> None:
    reading, digest = _read(scene, database, sender, content)
    SheetStoring(database, scene.clock).store(sender, reading, digest)


def _received(scene: Scene, database: Database, sender: Actor, content: bytes) -> str:
    """Take the sheet over, after a process that did so was killed in the middle: that one was never received."""
    scene.now += _LATER
    reading, digest = _read(scene, database, sender, content)

    def half() -> bool:
        with database.reading() as session:
            parts = session.scalar(select(func.count()).select_from(ImportPart)) or 0
        return parts * 400 >= scene.rows

    _run_and_kill(lambda own: SheetStoring(own, scene.clock).receive(sender, reading, digest), scene, half)
    with database.reading() as session:
        states = set(session.scalars(select(ImportBatch.state)))
    if BatchState.STORING.value in states:
        return "received before it could be killed"
    scene.now += _LATER
    finish_sheets(database, scene.clock)
    scene.now += _LATER
    return str(SheetStoring(database, scene.clock).receive(sender, reading, digest))


def _killed(scene: Scene, database: Database, sender: Actor) -> Iterator[Killed]:
    for number in range(1, POINTS + 1):
        scene.now += _LATER
        begun = time.monotonic()
        _run_and_kill(
            lambda own: finish_sheets(own, scene.clock), scene, partial(_reached, scene, database, sender, number)
        )
        seconds = time.monotonic() - begun
        staged, reports, news = _seen(database, sender)
        whole = (reports, news) in ((scene.known, 0), (scene.rows, scene.known))
        yield Killed(number, seconds, staged, reports, news, whole)


def _reached(scene: Scene, database: Database, sender: Actor, number: int) -> bool:
    """Whether as much is written, or tidied up, as belongs to this point."""
    staged, reports, _ = _seen(database, sender)
    if number <= _BEFORE:
        return reports == scene.rows or staged * (_BEFORE + 1) >= scene.rows * number
    left = (POINTS + 0.5 - number) / (POINTS - _BEFORE)
    return reports == scene.rows and staged <= scene.rows * left


def _seen(database: Database, sender: Actor) -> tuple[int, int, int]:
    """Rows that are written where nobody sees them, reports that everybody sees, and those that say something new."""
    with database.reading() as session:
        staged = session.scalar(select(func.count()).select_from(StagedRow)) or 0
        changed = select(func.count()).select_from(Record).where(PUBLISHED, Record.revision > 1)
        return staged, own_report_count(session, sender), session.scalar(changed) or 0


def _run_and_kill(work: Callable[[Database], object], scene: Scene, reached: Callable[[], bool]) -> None:
    """Do some work in a process of its own, which is killed once a point is reached, unless it is done before."""

    def run() -> None:
        work(scene.open())

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    while process.is_alive() and not reached():
        process.join(_LOOKS_EVERY)
    if process.is_alive() and process.pid is not None:
        os.kill(process.pid, signal.SIGKILL)
    process.join()


def _faults(scene: Scene, database: Database, sender: Actor) -> Iterator[str]:
    """What is not as if nobody had been killed."""
    with database.reading() as session:
        if (count := own_report_count(session, sender)) != scene.rows:
            yield f"{count} reports instead of {scene.rows}"
        shown = dict(session.execute(select(Record.number, Record.revision)).all())
        if sorted(shown.values()) != [1] * (scene.rows - scene.known) + [2] * scene.known:
            yield "revisions are missing, or there are too many"
        for model in (Section, ReportRevision):
            newest = select(model.record_number, func.max(model.revision)).group_by(model.record_number)
            if dict(session.execute(newest).all()) != shown:
                yield f"{model.__tablename__} are of other revisions"
        for left in (StagedRow, ImportPart):
            if session.scalar(select(func.count()).select_from(left)):
                yield f"{left.__tablename__} are left"
    with database.transaction() as session:
        faults = verify_audit(session, OPERATOR, now=scene.now).faults
    yield from (f"{one.code} {one.place}" for one in faults if one.place.startswith("found_reports"))
