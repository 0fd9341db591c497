"""A sheet is shown before it is stored, stored whole or not at all, and every one of its rows is answered for."""

import datetime
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from matching.record import PartialDate, PersonName
from search.access import ANYONE, OPERATOR, Actor
from search.accounts.audit_chain import ROWS
from search.commands import ImportSheet
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.documents import Description
from search.errors import AccessDenied, NotFound, Refused, SheetError
from search.filing.importing_searches import import_search_lines
from search.filing.importing_sheets import read_receipt
from search.filing.sheet_storing import import_sheet, preview_sheet
from search.models import AuditEntry, FoundReport, ImportBatch, SearchRequest, SenderProfile
from search.models.base import Base
from search.records.sections import read_sections
from search.sheet_summaries import RowOutcome, SheetPreview
from search.sheets.sheet_understanding import understand
from search.storage.database import Database
from search.summaries import ImportReceipt
from tests.search.scene import NOW, Scene
from tests.search.sheets.layout_files import delimited

HEADERS = ["Case No", "Full name", "Sex", "Date of birth", "Date found", "Place found", "Phone", "Remarks"]
BIRTH, PHONE, REMARKS = 3, 6, 7
TESFALEM = ["SH-1", "Tesfalem Kidanemariam", "M", "25/03/1991", "14/06/2025", "Tapachula", "+503 7012 3456", "tired"]
WILMAR = ["SH-2", "Wilmar Quintanilla", "M", "17/11/1988", "15/06/2025", "Tapachula", "+503 7098 7654", ""]
MARIAME = ["SH-3", "Mariame Jallow", "F", "30/01/1995", "16/06/2025", "Comitan", "", ""]
NUMBER_AGAIN = ["SH-1", "Secretname Invented", "F", "28/02/1979", "19/06/2025", "Comitan", "", ""]
NOTHING_SAID = ["SH-4", "", "", "", "", "", "", ""]
UNREAD_BIRTH = ["SH-5", "Nurbek Toktosunov", "M", "in the great winter", "16/06/2025", "Comitan", "", ""]
# No child is started there.
NOWHERE = Confinement(Slots(Path("nowhere")))
MINUTE = datetime.timedelta(minutes=1)


# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@dataclass(slots=True)
class Office:
    """A shelter's desk: each sheet is sent a minute after the one before."""

    scene: Scene
    now: datetime.datetime = NOW

    def preview(self, *rows: list[str], profile: dict[str, str] | None = None) -> SheetPreview:
        return self.preview_of(command(*rows, profile=profile), self.scene.shelter)

    def preview_of(self, sheet: ImportSheet, actor: Actor) -> SheetPreview:
        return preview_sheet(self.scene.database, NOWHERE, actor, sheet, today=self.now.date())

    def send(
        self, *rows: list[str], profile: dict[str, str] | None = None, actor: Actor | None = None
    ) -> ImportReceipt:
        self.now += MINUTE
        return self.send_sheet(command(*rows, profile=profile), actor)

    def send_sheet(self, sheet: ImportSheet, actor: Actor | None = None) -> ImportReceipt:
        return import_sheet(self.scene.database, NOWHERE, actor or self.scene.shelter, sheet, clock=lambda: self.now)

    def found(self) -> dict[str, Description]:
        """What is stored, by the person's name."""
        with self.scene.database.reading() as session:
            numbers = session.scalars(select(FoundReport.number)).all()
            return {one.names[0].text: one for one in read_sections(session, numbers, Description).values()}


@pytest.fixture
def office(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Sheets are parsed in this process, which saves a second each; the child process has tests of its own."""
    monkeypatch.setattr(
        "search.filing.sheet_storing.read_confined", lambda _confinement, asked, **_named: understand(asked)
    )
    return Office(scene)


def command(*rows: list[str], profile: dict[str, str] | None = None) -> ImportSheet:
    return ImportSheet(filename="june.csv", content=delimited([HEADERS, *rows]), profile=profile)


def test_a_preview_says_what_sending_would_do_and_stores_nothing(office: Office) -> None:
    before = tables(office.scene.database)
    preview = office.preview(TESFALEM, WILMAR, NUMBER_AGAIN, UNREAD_BIRTH)
    assert (preview.rows, preview.accepted, preview.already_known, preview.updated) == (4, 2, 0, 0)
    assert preview.refused == (
        RowOutcome(row=2, outcome="refused", column="Case No", reason="number_twice"),
        RowOutcome(row=4, outcome="refused", column="Case No", reason="number_twice"),
    )
    assert preview.notes == (RowOutcome(row=5, outcome="accepted", column="Date of birth", reason="date_unread"),)
    assert [column.header for column in preview.columns] == HEADERS
    assert preview.samples[0].report.found.names == (PersonName("Wilmar Quintanilla"),)
    assert not preview.remembered
    assert tables(office.scene.database) == before


def test_a_preview_foresees_what_sending_then_does(office: Office) -> None:
    office.send(TESFALEM, WILMAR)
    rows = [TESFALEM, [*WILMAR[:REMARKS], "limps"], MARIAME, NOTHING_SAID]
    preview, receipt = office.preview(*rows), office.send(*rows)
    foreseen = (preview.accepted, preview.already_known, preview.updated, len(preview.refused))
    assert foreseen == (receipt.accepted, receipt.already_known, receipt.updated, receipt.refused) == (1, 1, 1, 1)


def test_every_row_is_answered_with_its_number_and_a_refused_one_with_column_and_reason(office: Office) -> None:
    receipt = office.send(TESFALEM, NUMBER_AGAIN, WILMAR, NOTHING_SAID, UNREAD_BIRTH)
    assert receipt.outcomes == (
        RowOutcome(row=2, outcome="refused", column="Case No", reason="number_twice"),
        RowOutcome(row=3, outcome="refused", column="Case No", reason="number_twice"),
        RowOutcome(row=4, outcome="accepted"),
        RowOutcome(row=5, outcome="refused", reason="nothing_said"),
        RowOutcome(row=6, outcome="accepted"),
    )
    assert receipt.notes == (RowOutcome(row=6, outcome="accepted", column="Date of birth", reason="date_unread"),)
    assert sorted(office.found()) == ["Nurbek Toktosunov", "Wilmar Quintanilla"]


def test_the_same_file_sent_again_is_already_known(office: Office) -> None:
    office.send(TESFALEM, WILMAR)
    again = office.send(TESFALEM, WILMAR)
    assert (again.accepted, again.already_known, again.updated) == (0, 2, 0)
    assert len(office.found()) == 2


def test_a_changed_row_updates_its_report_which_is_compared_again(office: Office) -> None:
    office.send(TESFALEM, WILMAR)
    office.scene.match()
    assert waiting(office.scene) == 0
    receipt = office.send(TESFALEM, [*WILMAR[:REMARKS], "scar on left forearm"])
    assert [one.outcome for one in receipt.outcomes] == ["already_known", "updated"]
    assert waiting(office.scene) == 1
    assert office.found()["Wilmar Quintanilla"].marks[0].kind == "scar"


def test_a_file_that_is_no_sheet_leaves_nothing_behind(scene: Scene, tmp_path: Path) -> None:
    """Through the process in which files are really read."""
    before = tables(scene.database)
    picture = ImportSheet(filename="june.xlsx", content=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    with pytest.raises(SheetError):
        import_sheet(scene.database, Confinement(Slots(tmp_path)), scene.shelter, picture, clock=lambda: NOW)
    assert tables(scene.database) == before


@on_sqlite
def test_a_sheet_is_read_in_a_process_of_its_own_and_stored(scene: Scene, tmp_path: Path) -> None:
    confinement, sheet = Confinement(Slots(tmp_path)), command(TESFALEM, WILMAR)
    receipt = import_sheet(scene.database, confinement, scene.shelter, sheet, clock=lambda: NOW)
    assert (receipt.accepted, receipt.stored) == (2, True)


def test_a_sheet_of_which_one_row_cannot_be_stored_is_not_stored_at_all(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.send(TESFALEM)
    before = tables(office.scene.database)
    monkeypatch.setattr("search.filing.importing_sheets.record_act", fail)
    with pytest.raises(Refused, match="no_audit"):
        office.send(TESFALEM, WILMAR, MARIAME)
    assert tables(office.scene.database) == before


def test_the_mapping_is_remembered_for_the_next_sheet_of_the_same_layout(office: Office) -> None:
    assert office.preview(TESFALEM, WILMAR).columns[REMARKS].target == "notes"
    office.send(TESFALEM, WILMAR, profile={f"column.{REMARKS}": "condition"})
    preview = office.preview(MARIAME)
    assert preview.remembered
    assert preview.columns[REMARKS].target == "condition"


@on_sqlite
def test_a_remembered_mapping_gives_way_to_the_answers_for_this_sheet(office: Office) -> None:
    office.send(TESFALEM, profile={f"column.{REMARKS}": "condition"})
    preview = office.preview(WILMAR, profile={f"column.{REMARKS}": "marks"})
    assert (preview.remembered, preview.columns[REMARKS].target) == (True, "marks")


def test_a_mapping_is_not_laid_over_another_layout_or_another_sender_s_sheet(office: Office) -> None:
    office.send(TESFALEM, profile={f"column.{REMARKS}": "condition"})
    scene = office.scene
    other_layout = ImportSheet(filename="july.csv", content=delimited([HEADERS[: PHONE - 1], WILMAR[: PHONE - 1]]))
    assert not office.preview_of(other_layout, scene.shelter).remembered
    elsewhere = office.preview_of(command(WILMAR), scene.mortuary)
    assert not elsewhere.remembered
    assert elsewhere.columns[REMARKS].target == "notes"


@on_sqlite
def test_what_is_remembered_of_a_layout_is_header_words_and_codes_and_no_cell(office: Office) -> None:
    office.send(TESFALEM, WILMAR, UNREAD_BIRTH)
    with office.scene.database.reading() as session:
        kept = str(session.scalars(select(SenderProfile)).one().mapping)
    assert [cell for cell in cells(TESFALEM, WILMAR, UNREAD_BIRTH) if cell in kept] == []


@on_sqlite
def test_a_sender_corrects_the_order_of_day_and_month(office: Office) -> None:
    ambiguous = [*TESFALEM[:BIRTH], "03/04/1991", "05/06/2025", *TESFALEM[BIRTH + 2 :]]
    assert office.preview(ambiguous, profile={f"order.{BIRTH}": "mdy"}).columns[BIRTH].date_order == "mdy"
    office.send(ambiguous, profile={f"order.{BIRTH}": "mdy"})
    assert birth(office) == datetime.date(1991, 3, 4)
    office.send(ambiguous, profile={f"order.{BIRTH}": "dmy"})
    assert birth(office) == datetime.date(1991, 4, 3)


@on_sqlite
def test_a_sender_corrects_what_a_column_means(office: Office) -> None:
    office.send(TESFALEM, profile={f"column.{PHONE}": "ignore", f"column.{REMARKS}": "occupation"})
    assert office.found()["Tesfalem Kidanemariam"].occupation == "tired"


@on_sqlite
def test_a_correction_that_means_nothing_is_passed_over(office: Office) -> None:
    profile = {f"column.{REMARKS}": "no such field", f"order.{BIRTH}": "ydm", "column.99": "notes"}
    assert office.preview(TESFALEM, profile=profile).columns == office.preview(TESFALEM).columns


def test_a_receipt_is_read_again_by_its_own_organisation_and_looks_missing_to_others(office: Office) -> None:
    scene, receipt = office.scene, office.send(TESFALEM, NUMBER_AGAIN)
    assert receipt.batch_id is not None
    with scene.database.reading() as session:
        assert read_receipt(session, scene.shelter, receipt.batch_id) == receipt
        told = [refusal(scene, actor, number) for actor, number in strangers(scene, receipt.batch_id)]
    assert told == [(NotFound, "not_found")] * len(told)


@pytest.mark.parametrize("who", ["anyone", "reviewer", "partner of nobody"])
@on_sqlite
def test_only_an_organisation_sends_sheets(office: Office, who: str) -> None:
    nobody = Actor(kind=office.scene.shelter.kind, account_id=uuid.uuid4(), organisation_id=uuid.uuid4())
    actor = {"anyone": ANYONE, "reviewer": office.scene.reviewers[0], "partner of nobody": nobody}[who]
    with pytest.raises((AccessDenied, NotFound)):
        office.send(TESFALEM, actor=actor)
    assert office.found() == {}


def test_outcomes_and_audit_hold_no_cell(office: Office) -> None:
    rows = (TESFALEM, NUMBER_AGAIN, UNREAD_BIRTH)
    office.send(*rows)
    with office.scene.database.reading() as session:
        kept = str(session.scalars(select(ImportBatch)).one().outcomes)
        kept += str([(entry.subject_id, entry.detail) for entry in session.scalars(select(AuditEntry))])
    assert [cell for cell in cells(*rows) if cell in kept] == []


def test_a_sheet_is_one_audit_entry_with_its_counts(office: Office) -> None:
    receipt = office.send(TESFALEM, WILMAR, NUMBER_AGAIN)
    with office.scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
    assert entry is not None
    assert (entry.action, entry.subject_id) == ("import_reports", str(receipt.batch_id))
    told = {key: value for key, value in entry.detail.items() if key != ROWS}
    assert told == {"accepted": 1, "updated": 0, "refused": 2}


def test_bad_lines_of_a_file_of_searches_are_refused_by_reason_and_the_rest_is_filed(scene: Scene) -> None:
    lines = [
        b'{"ref": "A-1", "sought": {"names": ["Mariama Bailo Diallo"]}}',
        b"not a line of JSON",
        b"",
        b"[1, 2]",
        b'{"ref": "A-2", "sought": {}}',
        b'{"ref": "A-3", "sought": {"names": ["\xff"]}}',
        b"[" * 100_000,
        b'{"ref": "A-4", "sought": {"names": ["Nurbek Toktosunov"]}}',
        b'{"ref": "A-1", "sought": {"names": ["Mariama Bailo Diallo"]}}',
    ]
    with scene.database.transaction() as session:
        done = import_search_lines(session, OPERATOR, lines, now=NOW)
    assert (done.accepted, done.already_known) == (2, 1)
    assert [(one.row, one.reason) for one in done.refused] == [
        (2, "not_json"),
        (4, "not_an_object"),
        (5, "nothing_said"),
        (6, "not_utf8"),
        (7, "too_deep"),
    ]
    assert tables(scene.database)["search_requests"] == 2


def test_the_same_file_of_searches_again_files_nothing(scene: Scene) -> None:
    lines = [b'{"ref": "A-1", "sought": {"names": ["Mariama Bailo Diallo"]}}']
    for expected in ((1, 0), (0, 1)):
        with scene.database.transaction() as session:
            done = import_search_lines(session, OPERATOR, lines, now=NOW)
        assert (done.accepted, done.already_known) == expected


@on_sqlite
def test_only_the_operator_brings_in_searches_of_other_registries(scene: Scene) -> None:
    for actor in (ANYONE, scene.shelter, scene.reviewers[0]):
        with pytest.raises(AccessDenied), scene.database.transaction() as session:
            import_search_lines(session, actor, [b'{"sought": {"names": ["X"]}}'], now=NOW)
    with scene.database.reading() as session:
        assert session.scalars(select(SearchRequest)).all() == []


def tables(database: Database) -> dict[str, int]:
    """How many rows each table of the registry holds."""
    with database.reading() as session:
        return {
            table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        }


def waiting(scene: Scene) -> int:
    behind = select(func.count()).where(FoundReport.matched_version < FoundReport.version)
    with scene.database.reading() as session:
        return session.execute(behind).scalar_one()


def cells(*rows: list[str]) -> list[str]:
    """Cells that could be told from a code or a row's number."""
    return [cell for row in rows for cell in row if len(cell) > 1]


def birth(office: Office) -> datetime.date:
    (found,) = office.found().values()
    assert isinstance(found.birth, PartialDate)
    return found.birth.earliest


def strangers(scene: Scene, batch_id: uuid.UUID) -> list[tuple[Actor, uuid.UUID]]:
    """Others who ask for the sheet, and the sheet's sender who asks for one that does not exist."""
    return [(scene.mortuary, batch_id), (scene.reviewers[0], batch_id), (scene.shelter, uuid.uuid4())]


def refusal(scene: Scene, actor: Actor, batch_id: uuid.UUID) -> tuple[type[Exception], str]:
    with pytest.raises(NotFound) as caught, scene.database.reading() as session:
        read_receipt(session, actor, batch_id)
    return type(caught.value), str(caught.value)


def fail(*_given: object, **_named: object) -> None:
    raise Refused("no_audit")
