"""News of a report by every door: nothing is lost, nobody is swallowed, and no number makes two people one."""

import datetime
import uuid
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from matching.record import AgeRange, Mark, PersonName, Place, Sex
from search.commands import Again, ImportSheet, ReportFound
from search.documents import Description, Identifiers, Whereabouts
from search.documents.field_changes import Correction
from search.documents.report_documents import ReportDocuments
from search.errors import HeldBack, NotFound, Refused
from search.filing.importing_sheets import foresee_sheet, question_of, sheet_sender
from search.filing.reporting_found_persons import own_report_count
from search.filing.row_plans import kept_documents, plan_rows
from search.filing.sheet_storing import SheetStoring
from search.models import FoundReport, ReportRevision
from search.records.record_erasure import erase_record
from search.sheet_summaries import SheetDoubt, SheetPreview
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_reading import SheetReading
from search.sheets.sheet_understanding import understand
from search.summaries import ImportReceipt
from search.vocabulary import Channel, ReportKind
from tests.search.scene import NOW, Scene, at, found, street

FULL = replace(
    found("Rosa Mora", 5, sender_number="A1"),
    found=replace(
        found("Rosa Mora", 5).found, event=at(street()), marks=(Mark("tattoo", "arm", "left", "anchor"),), words="shy"
    ),
    whereabouts=Whereabouts(present_place=Place("Ward 3"), condition="tired"),
)
FEW, MANY = 1, 6
Send = Callable[[Scene, tuple[ReportFound, ...]], Any]


def reading_of(scene: Scene, commands: tuple[ReportFound, ...]) -> SheetReading:
    """What a sheet is read as, with these reports as its rows."""
    with scene.database.reading() as session:
        sender = sheet_sender(session, scene.shelter)
    content = ImportSheet(filename="list.csv", content=b"No;Name\n1;Rosa\n")
    rows = tuple(RowRead(number, command) for number, command in enumerate(commands, start=2))
    return msgspec.structs.replace(understand(question_of(sender, content, today=NOW.date())), rows=rows, refused=())


def by_sheet(
    scene: Scene,
    commands: tuple[ReportFound, ...],
    digest: int | None = None,
    answers: dict[str, str] | None = None,
) -> ImportReceipt:
    """A sheet: few rows in one transaction, many staged."""
    storing = SheetStoring(scene.database, clock=iter_moments())
    told = zlib.crc32(repr(commands).encode()) if digest is None else digest
    return storing.store(scene.shelter, reading_of(scene, commands), told, answers)


_moment = [NOW]


def iter_moments() -> Callable[[], Any]:
    def tick() -> Any:
        _moment[0] += datetime.timedelta(seconds=1)
        return _moment[0]

    return tick


def one_by_one(scene: Scene, commands: tuple[ReportFound, ...]) -> list[Any]:
    return [scene.report(command) for command in commands]


def staged(scene: Scene, commands: tuple[ReportFound, ...]) -> ImportReceipt:
    """A sheet of more rows than are stored at once: others of no number stand beside them."""
    others = tuple(found(f"Other {n}", 100 + n) for n in range(6))
    return by_sheet(scene, (*commands, *others))


DOORS: dict[str, Send] = {"form or API": one_by_one, "few rows": by_sheet, "a staged sheet": staged}
EVERY_DOOR = pytest.mark.parametrize("send", DOORS.values(), ids=DOORS.keys())


def known(scene: Scene, number: str = "A1") -> ReportDocuments:
    with scene.database.reading() as session:
        reports = list(session.scalars(select(FoundReport).order_by(FoundReport.number)))
        kept = kept_documents(session, reports)
        return next(one for one in kept.values() if one.provenance.sender_number == number)


def numbered(scene: Scene) -> int:
    """How many reports say that this is their number."""
    with scene.database.reading() as session:
        reports = list(session.scalars(select(FoundReport)))
        return sum(one.provenance.sender_number == "A1" for one in kept_documents(session, reports).values())


def count(scene: Scene) -> int:
    with scene.database.reading() as session:
        return own_report_count(session, scene.shelter)


def preview(
    scene: Scene, commands: tuple[ReportFound, ...], digest: int = 9, answers: dict[str, str] | None = None
) -> SheetPreview:
    reading = reading_of(scene, commands)
    with scene.database.reading() as session:
        return foresee_sheet(session, scene.shelter, reading, digest, today=NOW.date(), answers=answers)


def row_doubts(shown: SheetPreview) -> list[SheetDoubt]:
    """The questions about rows, without those that this file of one column raises by itself."""
    return [doubt for doubt in shown.doubts if doubt.rows]


PARTS: dict[str, ReportFound] = {
    "number and height": replace(FULL, found=Description(words="1,70"), identifiers=Identifiers(), whereabouts=None),
    "the name alone": replace(FULL, found=Description(names=FULL.found.names), identifiers=Identifiers()),
    "a phone alone": replace(FULL, found=Description(), whereabouts=None),
    "everything": FULL,
    "with another channel": replace(FULL, channel=Channel.API),
}


@EVERY_DOOR
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
def test_whatever_part_of_a_report_comes_again_nothing_of_it_is_lost(
    scene: Scene, send: Send, part: ReportFound
) -> None:
    scene.report(FULL)
    before = known(scene)
    send(scene, (part,))
    after = known(scene)
    assert replace(after.description, words="") == replace(before.description, words="")
    assert "shy" in after.description.words
    assert after.identifiers == before.identifiers
    assert after.whereabouts == before.whereabouts
    assert after.whereabouts is not None
    assert after.whereabouts.found == at(street())
    assert numbered(scene) == 1


CONTRADICTING: dict[str, tuple[str, dict[str, Any]]] = {
    "sex": ("sex", {"sex": Sex.MALE}),
    "birth": ("birth", {"age": AgeRange(80, 85)}),
    "names": ("names", {"names": (PersonName("Juan Pérez"),)}),
}


@pytest.fixture
def bed(scene: Scene) -> Scene:
    """A bed in which a woman lies."""
    described = Description(names=(PersonName("Rosa Mora"),), sex=Sex.FEMALE, age=AgeRange(20, 25))
    scene.report(ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=described))
    return scene


@pytest.mark.parametrize(("code", "said"), CONTRADICTING.values(), ids=CONTRADICTING.keys())
@pytest.mark.parametrize("send", [by_sheet, staged], ids=["few rows", "a staged sheet"])
def test_a_number_used_again_for_somebody_else_is_held_and_nothing_of_it_is_stored(
    bed: Scene, send: Send, code: str, said: dict[str, Any]
) -> None:
    before = known(bed)
    next_patient = ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=Description(**said))
    with pytest.raises(HeldBack) as caught:
        bed.report(next_patient)
    assert (caught.value.code, caught.value.params["contradictions"]) == ("number_used_again", code)
    receipt = send(bed, (next_patient,))
    assert [(one.row, one.reason) for one in receipt.outcomes if one.outcome == "held"] == [(2, "number_used_again")]
    assert known(bed) == before
    assert numbered(bed) == 1


def test_the_question_is_asked_before_a_sheet_is_sent(bed: Scene) -> None:
    next_patient = ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=Description(sex=Sex.MALE))
    (doubt,) = row_doubts(preview(bed, (next_patient,)))
    assert (doubt.code, doubt.rows, doubt.options, doubt.chosen) == ("number_used_again", (2,), ("same", "other"), "")
    assert doubt.must_answer


@EVERY_DOOR
def test_answered_that_it_is_another_person_there_are_two_and_the_number_is_the_second_one_s(
    bed: Scene, send: Send
) -> None:
    described = Description(names=(PersonName("Juan Pérez"),), sex=Sex.MALE)
    other = ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=described, again=Again.OTHER)
    send(bed, (other,))
    assert numbered(bed) == 2
    news = replace(other, again=Again.ASK, found=replace(described, religion="none"))
    send(bed, (news,))
    with bed.database.reading() as session:
        kept = kept_documents(session, list(session.scalars(select(FoundReport).order_by(FoundReport.number))))
    first, second = (one.description for one in kept.values() if one.provenance.sender_number == "A1")
    assert (first.sex, second.sex) == (Sex.FEMALE, Sex.MALE)
    assert (first.religion, second.religion) == ("", "none")


@EVERY_DOOR
def test_answered_that_it_is_the_same_person_the_news_stands(bed: Scene, send: Send) -> None:
    same = ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=Description(sex=Sex.MALE), again=Again.SAME)
    send(bed, (same,))
    after = known(bed).description
    assert (after.sex, after.names) == (Sex.MALE, (PersonName("Rosa Mora"),))


@EVERY_DOOR
def test_six_equal_rows_are_six_people(scene: Scene, send: Send) -> None:
    send(scene, (found("Ahmed"),) * 6)
    with scene.database.reading() as session:
        kept = kept_documents(session, list(session.scalars(select(FoundReport))))
    assert sum(one.description.names == (PersonName("Ahmed"),) for one in kept.values()) == 6


@pytest.mark.parametrize("said", ["same", "other"])
def test_the_questions_about_rows_are_answered_before_a_sheet_is_stored(bed: Scene, said: str) -> None:
    next_patient = ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=Description(sex=Sex.MALE))
    answers = {"sheet.number_used_again.2": said}
    shown = preview(bed, (next_patient,), answers=answers)
    assert [(doubt.code, doubt.chosen) for doubt in row_doubts(shown)] == [("number_used_again", said)]
    assert (shown.accepted, shown.updated) == ((1, 0) if said == "other" else (0, 1))
    receipt = by_sheet(bed, (next_patient,), answers=answers)
    assert (receipt.accepted, receipt.updated) == (shown.accepted, shown.updated)


@pytest.mark.parametrize("rows", [FEW, MANY], ids=["few", "staged"])
def test_people_who_look_alike_are_the_same_one_by_one_where_the_sender_says_so(scene: Scene, rows: int) -> None:
    by_sheet(scene, (found("Ahmed"),) * rows, 5)
    moved = (found("Somebody before them", 99), *(found("Ahmed"),) * (rows + 1))
    answers = {"sheet.perhaps_again": "same"}
    receipt = by_sheet(scene, moved, 6, answers)
    assert (receipt.accepted, receipt.already_known) == (2, rows)
    assert count(scene) == rows + 2


@pytest.mark.parametrize("rows", [FEW, MANY + 1], ids=["few", "staged"])
def test_the_identical_file_sent_twice_adds_nobody(scene: Scene, rows: int) -> None:
    people = (found("Ahmed"),) * rows
    first, again = by_sheet(scene, people, 5), by_sheet(scene, people, 5)
    assert (first.accepted, again.accepted, again.already_known) == (rows, 0, rows)
    assert count(scene) == rows


@pytest.mark.parametrize("rows", [FEW, MANY], ids=["few", "staged"])
def test_a_file_with_a_row_more_merges_nobody_and_asks_about_the_likely_ones(scene: Scene, rows: int) -> None:
    people = tuple(found(f"Ahmed {n}", n) for n in range(rows))
    by_sheet(scene, people, 5)
    longer = (found("Somebody before them", 99), *people)
    doubts = [doubt for doubt in preview(scene, longer, 6).doubts if doubt.code == "perhaps_again"]
    assert [doubt.rows for doubt in doubts] == [tuple(range(3, rows + 3))]
    by_sheet(scene, longer, 6)
    assert count(scene) == 2 * rows + 1


def test_one_key_sent_six_times_is_one_report_and_six_keys_are_six(scene: Scene) -> None:
    for n in range(6):
        scene.report(found("Ahmed", origin="key same"))
        scene.report(found("Ahmed", origin=f"key {n}"))
    assert count(scene) == 7
    with pytest.raises(Refused, match="key_used_again"):
        scene.report(found("Ahmed", origin="key same", sender_number="", kind=ReportKind.OTHER))


def test_a_form_that_was_sent_off_and_is_written_anew_is_of_somebody_else(scene: Scene) -> None:
    first = scene.report(found("Ahmed", sender_number="1", origin="form 1"))
    assert scene.report(found("Ahmed", sender_number="1", origin="form 1")).outcome == "already_known"
    other = scene.report(found("Fatima", 2, sender_number="2", origin="form 1"))
    assert (other.outcome, other.report_id == first.report_id) == ("accepted", False)
    with pytest.raises(HeldBack):
        scene.report(found("Hiwet", 3, sender_number="1", origin="form 1"))
    assert scene.report(found("Hiwet", 3, origin="form 1")).outcome == "accepted"
    assert known(scene, "1").description.names == (PersonName("Ahmed"),)


def test_a_number_is_the_same_with_or_without_zeros_and_blanks(scene: Scene) -> None:
    first = scene.report(found("Rosa", sender_number="00042"))
    for written in ("42", " 42 ", "٤٢", "0042"):
        assert scene.report(found("Rosa", sender_number=written)).report_id == first.report_id
    assert scene.report(found("Rosa", sender_number="0")).report_id != first.report_id
    assert known(scene, "00042").provenance.sender_number == "00042"


def test_the_same_row_read_otherwise_is_what_it_is_read_as_now(scene: Scene) -> None:
    wrong = found("Yuma", sender_number="7")
    by_sheet(scene, (wrong,), 5)
    mended = replace(wrong, found=replace(wrong.found, names=(), words="Yuma"))
    receipt = by_sheet(scene, (mended,), 5)
    assert receipt.updated == 1
    assert known(scene, "7").description.names == ()
    # News came since: the old file says nothing new, whatever is read in it.
    scene.report(replace(mended, found=replace(mended.found, religion="none")))
    assert by_sheet(scene, (wrong,), 5).already_known == 1
    assert known(scene, "7").description.religion == "none"


def test_other_organisations_are_never_hinted_at(scene: Scene) -> None:
    scene.report(found("Ahmed", kind=ReportKind.MORTUARY, sender_number="1"), scene.mortuary)
    assert row_doubts(preview(scene, (found("Ahmed", sender_number="1"),))) == []
    assert scene.report(found("Ahmed")).perhaps_again == ()
    assert scene.report(found("Ahmed")).perhaps_again != ()


def test_the_sender_says_of_which_own_report_this_is(scene: Scene) -> None:
    first = scene.report(found("Ahmed"))
    (likely,) = scene.report(found("Ahmed", origin="key 1")).perhaps_again
    assert likely == first.report_id
    news = scene.report(found("Ahmed", sender_number="9", alike=first.report_id))
    assert (news.outcome, news.report_id) == ("updated", first.report_id)
    assert scene.report(found("Ahmed", sender_number="9")).report_id == first.report_id
    with pytest.raises(NotFound):
        scene.report(found("Ahmed", alike=uuid.UUID(int=1), origin="key 2"))


def test_a_correction_takes_away_what_it_names_and_says_so(scene: Scene) -> None:
    first = scene.report(FULL)
    corrected = replace(
        FULL, found=Description(), identifiers=Identifiers(), whereabouts=None,
        corrections=(Correction(path="description.marks"), Correction(path="description.words", old="shy")),
    )  # fmt: skip
    receipt = scene.report(corrected)
    assert (receipt.outcome, receipt.report_id) == ("updated", first.report_id)
    assert [change.new for change in receipt.changes] == [None, None]
    assert (known(scene).description.marks, known(scene).description.words) == ((), "")


@pytest.mark.parametrize("said", [Description(), Description(sex=Sex.MALE)], ids=["nothing", "something"])
def test_a_correction_of_a_report_that_is_not_there_stores_nothing(scene: Scene, said: Description) -> None:
    corrected = ReportFound(
        kind=ReportKind.SHELTER, sender_number="N-1", found=said, corrections=(Correction(path="description.names"),)
    )
    with pytest.raises(Refused, match="correction_not_read"):
        scene.report(corrected)
    assert count(scene) == 0


def test_each_revision_says_who_made_it_by_which_door_and_act(scene: Scene) -> None:
    scene.report(FULL)
    by_sheet(scene, (replace(FULL, found=Description(religion="none"), channel=Channel.SHEET),))
    staged(scene, (replace(FULL, found=Description(community="Q'eqchi'"), channel=Channel.SHEET),))
    with scene.database.reading() as session:
        number = session.scalars(select(FoundReport.number).order_by(FoundReport.number)).first()
        asked = select(ReportRevision).where(ReportRevision.record_number == number).order_by(ReportRevision.revision)
        rows = list(session.scalars(asked))
    assert [(row.revision, row.act, row.channel) for row in rows] == [
        (1, "filed", "web"), (2, "news", "sheet"), (3, "news", "sheet"),
    ]  # fmt: skip
    assert {row.account_id for row in rows} == {scene.shelter.account_id}
    assert [row.batch_id is None for row in rows] == [True, False, False]


def test_what_would_become_of_news_is_foreseen_as_old_and_new(bed: Scene) -> None:
    news = ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=Description(age=AgeRange(28, 28)))
    (update,) = preview(bed, (news,)).updates
    assert [(change.path, change.old, change.new) for change in update.changes] == [("description.age", "20-25", "28")]
    with bed.database.reading() as session:
        (plan,) = plan_rows(session, bed.shelter_id, (news,), today=NOW.date())
    assert plan.changes == update.changes


def test_one_erased_drowned_man_makes_no_other_impossible(scene: Scene) -> None:
    first = scene.report(found("Ahmed"))
    with scene.database.transaction() as session:
        erase_record(
            session, session.scalars(select(FoundReport).where(FoundReport.id == first.report_id)).one(), now=NOW
        )
    with pytest.raises(HeldBack, match="report_was_erased_alike"):
        scene.report(found("Ahmed"))
    with pytest.raises(HeldBack):
        scene.report(found("Ahmed", again=Again.SAME))
    assert scene.report(found("Ahmed", again=Again.OTHER)).outcome == "accepted"
