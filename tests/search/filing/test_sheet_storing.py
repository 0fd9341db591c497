"""A large sheet is written where nobody sees it and shown at once, whoever is killed meanwhile; nothing twice."""

import datetime
import uuid
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import event, func, select

from search.access import Actor
from search.documents import Description
from search.errors import Busy, Refused
from search.filing import sheet_storing
from search.filing.case_view import read_case
from search.filing.importing_sheets import question_of, read_receipt, sheet_sender
from search.filing.ready_rows import ReadyRow
from search.filing.reporting_found_persons import own_report_count, own_reports, report_found
from search.filing.sheet_storing import SheetStoring
from search.filing.staged_reports import Staging
from search.models import BlockingKey, FoundReport, ImportPart, Record, StagedRow
from search.models.records import PackedRecord, RecordKey, Section
from search.proposing.worker import Worker
from search.records.record_counts import count_reports
from search.records.sections import OPEN, read_sections
from search.sheets.sheet_reading import SheetReading
from search.sheets.sheet_understanding import understand
from search.storage import pace
from search.storage.database import Database
from search.storage.pace import Pace
from search.summaries import ImportReceipt
from tests.search.filing.test_importing_sheets import MARIAME, TESFALEM, WILMAR, command
from tests.search.killed_processes import Killed, killed_after
from tests.search.scene import NOW, Scene, family_of, sought

LATER = datetime.timedelta(minutes=5)
OTHER_WILMAR = [*WILMAR[:7], "scar on the left arm"]


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows are a large sheet, and each is written by itself."""
    monkeypatch.setattr(sheet_storing, "_AT_ONCE", 1)
    monkeypatch.setattr(pace, "_FIRST", 1)
    monkeypatch.setattr(pace, "_MOST", 1)
    monkeypatch.setattr(sheet_storing, "_IN_PART", 2)


class Desk:
    """A shelter's sheets, and a clock that moves on where a process was killed."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.now = scene, NOW
        self.database: Database = scene.database
        self.storing = SheetStoring(self.database, lambda: self.now, rest=lambda _: None)

    def reading(self, *rows: list[str]) -> SheetReading:
        with self.database.reading() as session:
            sender = sheet_sender(session, self.scene.shelter)
        return understand(question_of(sender, command(*rows), today=NOW.date()))

    def send(self, *rows: list[str]) -> ImportReceipt:
        self.now += LATER
        return self.storing.store(self.scene.shelter, self.reading(*rows), zlib.crc32(repr(rows).encode()))

    def finish(self) -> int:
        """Another process comes by a while later; how many steps it found to do."""
        steps = 0
        self.now += LATER
        while self.storing.store_next():
            self.now += LATER
            steps += 1
        return steps

    def seen(self) -> tuple[int, int, int, int, int]:
        """All that readers count and list."""
        with self.database.reading() as session:
            listed = own_reports(session, self.scene.shelter)
            return (
                own_report_count(session, self.scene.shelter),
                len(listed),
                count_reports(session),
                session.scalar(select(func.count()).select_from(Record).where(*OPEN)) or 0,
                Worker(self.database, lambda: self.now).match_batch().records,
            )

    def found(self) -> dict[str, Description]:
        with self.database.reading() as session:
            numbers = list(session.scalars(select(Record.number).where(*OPEN)))
            return {one.names[0].text: one for one in read_sections(session, numbers, Description).values()}

    def rows(self, model: type[object]) -> int:
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def desk(scene: Scene) -> Desk:
    return Desk(scene)


def test_a_large_sheet_is_stored_like_a_small_one_and_leaves_nothing_beside_it(desk: Desk) -> None:
    receipt = desk.send(TESFALEM, WILMAR, MARIAME)
    assert (receipt.stored, receipt.accepted, receipt.rows, receipt.staged) == (True, 3, 3, 3)
    assert [outcome.outcome for outcome in receipt.outcomes] == ["accepted"] * 3
    assert desk.seen() == (3, 3, 3, 3, 3)
    assert (desk.rows(StagedRow), desk.rows(ImportPart)) == (0, 0)
    again = desk.send(TESFALEM, OTHER_WILMAR, MARIAME)
    assert (again.accepted, again.already_known, again.updated) == (0, 2, 1)
    assert desk.found()["Wilmar Quintanilla"].marks[0].kind == "scar"
    assert desk.seen() == (3, 3, 3, 3, 1)


@pytest.mark.parametrize("step", range(18))
def test_killed_anywhere_nothing_is_half_seen_and_the_next_who_comes_finishes_or_forgets_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    desk.send(TESFALEM, WILMAR)
    Worker(desk.database, lambda: NOW).match_all()
    before = desk.seen()
    try:
        with killed_after(monkeypatch, step):
            desk.send(TESFALEM, OTHER_WILMAR, MARIAME)
    except Killed:
        pass
    assert desk.seen()[:4] in (before[:4], (3, 3, 3, 3))
    desk.finish()
    if not desk.found().keys() & {"Mariame Jallow"}:
        # It was not received as a whole: nobody was told that it was.
        assert "scar" not in str(desk.found())
        desk.send(TESFALEM, OTHER_WILMAR, MARIAME)
    assert desk.found()["Wilmar Quintanilla"].marks[0].kind == "scar"
    assert desk.seen()[:4] == (3, 3, 3, 3)
    assert (desk.rows(StagedRow), desk.rows(ImportPart)) == (0, 0)
    assert desk.rows(FoundReport) == desk.rows(RecordKey) == desk.rows(PackedRecord) == 3


def test_while_it_is_stored_every_reader_sees_what_was_there_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.send(TESFALEM, WILMAR)
    filed = desk.scene.file(sought("Ana Invented"))
    Worker(desk.database, lambda: NOW).match_all()
    with desk.database.reading() as session:
        case = read_case(session, family_of(filed), filed.case_id, now=NOW)
    before, found = desk.seen(), desk.found()
    with pytest.raises(Killed), killed_after(monkeypatch, 7):
        desk.send(TESFALEM, OTHER_WILMAR, MARIAME)
    assert desk.rows(StagedRow) >= 2
    assert desk.rows(FoundReport) == 3
    assert (desk.seen(), desk.found()) == (before, found)
    with desk.database.reading() as session:
        assert read_case(session, family_of(filed), filed.case_id, now=NOW) == case
    with desk.database.reading() as session, pytest.raises(Busy, match="sheet_being_stored"):
        desk.storing._received(desk.scene.shelter, desk.reading(MARIAME), 2)


def test_a_report_that_somebody_files_meanwhile_waits_for_its_sheet(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Killed), killed_after(monkeypatch, 5):
        desk.send(TESFALEM, WILMAR, MARIAME)
    report = desk.reading(TESFALEM).rows[0].report
    with pytest.raises(Busy, match="sheet_being_stored"), desk.database.transaction() as session:
        report_found(session, desk.scene.shelter, report, now=desk.now)
    with desk.database.transaction() as session:
        report_found(session, desk.scene.shelter, replace(report, sender_number="another"), now=desk.now)


def test_a_newer_version_that_somebody_files_meanwhile_is_the_one_that_the_sheet_s_comes_after(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.send(TESFALEM, WILMAR)
    # Two parts received, the file complete, both rows staged; before it is shown.
    with pytest.raises(Killed), killed_after(monkeypatch, 5):
        desk.send(TESFALEM, OTHER_WILMAR)
    said = desk.reading([*WILMAR[:7], "tall"]).rows[0].report
    with desk.database.transaction() as session:
        report_found(session, desk.scene.shelter, said, now=desk.now)
    assert desk.finish() > 0
    assert desk.found()["Wilmar Quintanilla"].marks[0].kind == "scar"
    with desk.database.reading() as session:
        revisions = list(session.scalars(select(Record.revision).order_by(Record.number)))
        assert revisions == [1, 3]
        sections = select(func.max(Section.revision)).where(Section.kind == "description")
        assert session.scalar(sections) == 3


@pytest.mark.parametrize("second", ["B-7", "7"])
def test_two_rows_of_one_known_person_far_apart_in_a_sheet_are_one_news(desk: Desk, second: str) -> None:
    desk.send(TESFALEM, ["7", *WILMAR[1:]])
    tall, scarred = ["7", *WILMAR[1:7], "tall"], [second, *WILMAR[1:7], "scar on the left arm"]
    asked = replace(command(tall, TESFALEM, MARIAME, scarred), profile={"sheet.number_twice": "same"})
    desk.now += LATER
    with desk.database.reading() as session:
        question = question_of(sheet_sender(session, desk.scene.shelter), asked, today=NOW.date())
        report_id = session.scalars(select(FoundReport.id).order_by(FoundReport.number)).all()[1]
    reading = understand(question)
    *others, last = reading.rows
    if second == "B-7":
        # Its sender said that it is of the same report.
        others.append(replace(last, report=replace(last.report, alike=report_id)))
        reading = msgspec.structs.replace(reading, rows=tuple(others))
    receipt = desk.storing.store(desk.scene.shelter, reading, 9)
    told = [one.outcome for one in receipt.outcomes]
    assert told == ["updated", "already_known", "accepted", "already_known" if second == "7" else "held"]
    assert desk.rows(FoundReport) == 3
    assert desk.finish() == 0


def test_a_report_is_found_by_what_it_says_now_and_no_longer_by_what_it_said(desk: Desk) -> None:
    def keys() -> int:
        return desk.rows(BlockingKey)

    def read(*rows: list[str]) -> None:
        desk.now += LATER
        desk.storing.store(desk.scene.shelter, desk.reading(*rows), 7)

    read(TESFALEM, WILMAR)
    first = keys()
    # The same file, its columns understood otherwise, and then as before.
    read(TESFALEM, [*WILMAR[:1], "", *WILMAR[2:]])
    assert keys() != first
    read(TESFALEM, WILMAR)
    assert keys() == first


def test_a_sheet_that_cannot_be_stored_is_given_up_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise Refused("kind_not_yours")

    batch_id = desk.storing.receive(desk.scene.shelter, desk.reading(TESFALEM, WILMAR), 1)
    with monkeypatch.context() as patched:
        patched.setattr(sheet_storing, "publish", refuse)
        assert desk.storing.store_next()
    with desk.database.reading() as session:
        receipt = read_receipt(session, desk.scene.shelter, batch_id)
    assert (receipt.stored, receipt.given_up) == (False, True)
    assert desk.rows(Record) == desk.rows(Section) == desk.rows(BlockingKey) == 0
    assert desk.send(TESFALEM, WILMAR).accepted == 2


def test_what_was_received_is_stored_by_whoever_comes_first_and_by_nobody_twice(desk: Desk) -> None:
    desk.storing.receive(desk.scene.shelter, desk.reading(TESFALEM, WILMAR), 1)
    other = SheetStoring(desk.database, lambda: desk.now)
    claimed: Callable[[], bool] = lambda: other._claim(desk.storing._waiting())  # type: ignore[arg-type]  # noqa: E731 - as said
    assert claimed()
    assert desk.storing._waiting() is None
    desk.now += LATER
    assert desk.storing.store_next()
    assert desk.seen()[0] == 2


def test_an_actor_of_no_organisation_sends_nothing(desk: Desk) -> None:
    actor = Actor(kind=desk.scene.shelter.kind)
    with pytest.raises(Exception, match=r"access|not_found|denied"):
        desk.storing.store(actor, desk.reading(TESFALEM, WILMAR), 1)
    assert desk.rows(Record) == 0


def test_what_was_shown_a_moment_ago_is_seen_and_waits_to_be_compared_once_it_has_its_number(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.send(TESFALEM, WILMAR)
    Worker(desk.database, lambda: NOW).match_all()

    def stop(*_given: object) -> int:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(sheet_storing, "tidy_some", stop)
        with pytest.raises(Killed):
            desk.send(TESFALEM, OTHER_WILMAR, MARIAME)
    assert desk.seen() == (3, 3, 3, 3, 0)
    assert desk.found()["Wilmar Quintanilla"].marks[0].kind == "scar"
    with desk.database.reading() as session, pytest.raises(Busy, match="sheet_being_stored"):
        report_found(session, desk.scene.shelter, desk.reading([*MARIAME[:7], "tall"]).rows[0].report, now=desk.now)
    desk.finish()
    assert desk.seen() == (3, 3, 3, 3, 2)
    with desk.database.reading() as session:
        assert len(set(session.scalars(select(Record.version).order_by(Record.number)))) == 2


def test_showing_a_file_takes_as_many_statements_whatever_its_size(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    whole = SheetStoring._show

    def shown(storing: SheetStoring, batch_id: uuid.UUID) -> float:
        said: list[str] = []
        listener = lambda *given: said.append(given[2])  # noqa: E731 - removed below
        event.listen(desk.database.engine, "before_cursor_execute", listener)
        try:
            return whole(storing, batch_id)
        finally:
            event.remove(desk.database.engine, "before_cursor_execute", listener)
            counted.append(len(said))

    monkeypatch.setattr(SheetStoring, "_show", shown)
    desk.send(TESFALEM, WILMAR)
    desk.send(*([str(number), *WILMAR[1:]] for number in range(40)))
    desk.send(*([str(number), *OTHER_WILMAR[1:]] for number in range(40)))
    assert len(counted) == 3
    assert max(counted) - min(counted) <= 1
    assert max(counted) < 20


def test_a_report_that_changes_at_the_last_moment_is_staged_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.send(TESFALEM, WILMAR)
    said = desk.reading([*WILMAR[:7], "tall"]).rows[0].report
    whole, left = SheetStoring._say_outcomes, [1]

    def meanwhile(storing: SheetStoring, batch_id: uuid.UUID) -> None:
        whole(storing, batch_id)
        if left.pop():
            left.append(0)
            with desk.database.transaction() as session:
                report_found(session, desk.scene.shelter, said, now=desk.now)
        else:
            left.append(0)

    monkeypatch.setattr(SheetStoring, "_say_outcomes", meanwhile)
    receipt = desk.send(TESFALEM, OTHER_WILMAR)
    assert (receipt.stored, receipt.updated, receipt.already_known) == (True, 1, 1)
    assert desk.found()["Wilmar Quintanilla"].marks[0].kind == "scar"


def test_a_row_that_the_engine_stumbles_over_gives_up_its_sheet_and_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError("Wilmar")

    batch_id = desk.storing.receive(desk.scene.shelter, desk.reading(TESFALEM, WILMAR), 1)
    with monkeypatch.context() as patched:
        patched.setattr(sheet_storing, "ready", stumble)
        assert desk.storing.store_next()
    with desk.database.reading() as session:
        assert read_receipt(session, desk.scene.shelter, batch_id).given_up
    assert "sheet given up: ZeroDivisionError" in caplog.text
    assert "Wilmar" not in caplog.text
    assert not desk.storing.store_next()
    assert desk.send(TESFALEM, WILMAR).accepted == 2


@pytest.mark.parametrize("each", [0.001, 0.03, 0.09])
def test_on_a_slow_machine_fewer_rows_are_written_at_a_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, each: float
) -> None:
    monkeypatch.setattr(pace, "_FIRST", 8)
    monkeypatch.setattr(pace, "_MOST", 200)
    now, taken = [0.0], [0.0]
    whole, kept = Staging.stage, pace.Pace._adapt

    def slowly(staging: Staging, rows: Sequence[ReadyRow]) -> None:
        whole(staging, rows)
        passes(each * len(rows))

    def passes(seconds: float) -> None:
        now[0] += seconds

    def adapt(self: Pace, seconds: float) -> None:
        taken.append(seconds)
        kept(self, seconds)

    monkeypatch.setattr(Staging, "stage", slowly)
    monkeypatch.setattr(pace.Pace, "_adapt", adapt)
    desk.storing = SheetStoring(desk.database, lambda: desk.now, timer=lambda: now[0], rest=passes)
    assert desk.send(*([str(number), *WILMAR[1:]] for number in range(30))).accepted == 30
    assert max(taken) <= 0.1
    assert len(taken) >= 30 * each / 0.1
