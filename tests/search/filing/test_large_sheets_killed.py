"""A large sheet of new people and of news, killed at ten points: all or nothing is there, no row twice or half."""

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import OPERATOR
from search.accounts.audit_verification import verify_audit
from search.documents import Description
from search.filing import sheet_storing
from search.filing.sheet_storing import SheetStoring
from search.models import ImportPart, Record, ReportRevision, StagedRow
from search.models.records import PackedRecord, RecordKey, Section
from search.records.sections import OPEN, read_sections
from search.storage import pace
from search.storage.database import Database
from tests.search.filing.test_importing_sheets import WILMAR
from tests.search.filing.test_sheet_storing import Desk
from tests.search.killed_processes import Killed, killed_after
from tests.search.scene import NOW, Scene

_KNOWN, _NEW = 6, 6
_SENT = ("found_reports", "import_batches", "sender_profiles")


@pytest.fixture
def desk(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Rows are received ten at a time and written four at a time, however busy the machine is."""
    monkeypatch.setattr(sheet_storing, "_IN_PART", 10)
    monkeypatch.setattr(pace, "_FIRST", 4)
    monkeypatch.setattr(pace, "_MOST", 4)
    desk = Desk(scene)
    desk.storing = SheetStoring(desk.database, lambda: desk.now, timer=lambda: 0.0, rest=lambda _: None)
    return desk


def rows(numbers: range, said: str) -> list[list[str]]:
    return [[f"N-{number}", f"Wilmar Invented {number}", *WILMAR[2:7], said] for number in numbers]


def people(desk: Desk) -> dict[str, str]:
    """What every reader finds: by the person's name, the kinds of marks."""
    with desk.database.reading() as session:
        numbers = list(session.scalars(select(Record.number).where(*OPEN)))
        found = read_sections(session, numbers, Description).values()
        assert len(numbers) == len(found)
        return {one.names[0].text: " ".join(mark.kind for mark in one.marks) for one in found}


def changed(desk: Desk, known: dict[str, str]) -> dict[str, str]:
    """The people who are there now and were not, or not so, before."""
    return {name: marks for name, marks in people(desk).items() if known.get(name) != marks}


def transactions(desk: Desk, monkeypatch: pytest.MonkeyPatch, sent: list[list[str]]) -> int:
    """How many a whole send takes."""
    counted: list[int] = []
    whole = Database.transaction

    def counting(database: Database) -> AbstractContextManager[Session]:
        counted.append(1)
        return whole(database)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "transaction", counting)
        desk.send(*sent)
    return len(counted)


def unlike(desk: Desk) -> Iterator[str]:
    """What is left of work that is over, and revisions that are not whole."""
    with desk.database.reading() as session:
        for left in (StagedRow, ImportPart):
            if session.scalar(select(func.count()).select_from(left)):
                yield f"{left.__tablename__} are left"
        shown = dict(session.execute(select(Record.number, Record.revision)).all())
        for model in (Section, ReportRevision, PackedRecord):
            newest = select(model.record_number, func.max(model.revision)).group_by(model.record_number)
            if dict(session.execute(newest).all()) != shown:
                yield f"{model.__tablename__} are of another revision"
        if session.scalar(select(func.count()).select_from(RecordKey)) != len(shown):
            yield "record_keys are of other records"
    with desk.database.transaction() as session:
        # The rows of the scene itself were written by no act.
        faults = verify_audit(session, OPERATOR, now=NOW).faults
        yield from (f"{one.code} {one.place}" for one in faults if one.place.startswith(_SENT))


def test_killed_at_ten_points_all_of_it_or_nothing_is_there_and_the_rest_is_resumed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = transactions(desk, monkeypatch, rows(range(100, 100 + _KNOWN + _NEW), ""))
    before = len(people(desk))
    for point in range(10):
        first = 1000 * (point + 1)
        desk.send(*rows(range(first, first + _KNOWN), "gold tooth"))
        news = rows(range(first, first + _KNOWN + _NEW), "scar on the left arm")
        known = people(desk)
        with pytest.raises(Killed), killed_after(monkeypatch, point * steps // 10):
            desk.send(*news)
        assert len(changed(desk, known)) in (0, _KNOWN + _NEW)
        desk.finish()
        if not changed(desk, known):
            # It was not received as a whole, and nobody was told that it was.
            desk.send(*news)
        after = changed(desk, known)
        assert len(after) == _KNOWN + _NEW
        assert all("scar" in marks for marks in after.values())
        assert sum("gold_tooth" in marks for marks in after.values()) == _KNOWN
    assert list(unlike(desk)) == []
    assert len(people(desk)) == before + 10 * (_KNOWN + _NEW)
