"""What is open about a sheet, and what was answered."""

from search.filing.sheet_answers import by_profile_keys, open_questions, sheet_doubts
from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_outcomes import RowRefusal
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import OrganisationKind, ReportKind


def _reading(
    *refused: RowRefusal, doubts: tuple[SheetDoubt, ...] = (), hidden: tuple[str, ...] = (), certain: bool = False
) -> SheetReading:
    mapping = Mapping((), kind=ReportKind.OTHER, kind_certain=certain)
    return SheetReading(
        filename="list.csv", worksheet="", left_out=(), row_count=0, mapping=mapping, remembered=False, rows=(),
        refused=refused, doubts=doubts, hidden=hidden,
    )  # fmt: skip


def test_whoever_reports_the_living_and_the_dead_has_to_say_which_where_the_sheet_does_not() -> None:
    (asked,) = sheet_doubts(_reading(), OrganisationKind.HUMANITARIAN)
    assert (asked.code, asked.must_answer, asked.chosen) == ("kind_of_place", True, "")
    assert {"shelter", "mortuary"} <= set(asked.options)


def test_whoever_reports_only_the_living_need_not_answer_in_which_place() -> None:
    (asked,) = sheet_doubts(_reading(), OrganisationKind.SHELTER)
    assert (asked.must_answer, asked.chosen) == (False, "other")


def test_a_sheet_that_says_its_place_asks_nothing() -> None:
    assert sheet_doubts(_reading(certain=True), OrganisationKind.HUMANITARIAN) == ()


def test_living_or_dead_is_asked_once() -> None:
    asked = SheetDoubt(code="living_or_dead", options=("living", "dead"))
    assert sheet_doubts(_reading(doubts=(asked,)), OrganisationKind.HUMANITARIAN) == (asked,)


def test_more_than_a_tenth_of_rows_not_taken_is_an_alarm_that_asks_nothing() -> None:
    refused = _reading(RowRefusal(2, "", "nothing_said"))
    alarm, _ = sheet_doubts(refused, OrganisationKind.SHELTER)
    assert (alarm.code, alarm.options, alarm.must_answer) == ("many_refused", (), False)


def test_worksheets_that_were_hidden_are_named() -> None:
    note, _ = sheet_doubts(_reading(hidden=("Old", "Codes")), OrganisationKind.SHELTER)
    assert (note.code, note.params) == ("hidden_worksheets", {"names": "Old, Codes"})


def test_questions_that_nothing_waits_for_are_not_open() -> None:
    columns = [
        ColumnGuess(0, "Bed", Target.WORDS, 0.0, "unknown_column", suggested=Target.SENDER_NUMBER),
        ColumnGuess(1, "Colour", Target.WORDS, 0.0, "unknown_column"),
        ColumnGuess(2, "Date", Target.FOUND_DATE, 1.0, "date_order"),
    ]
    answered = SheetDoubt(code="living_or_dead", options=("living", "dead"), chosen="dead")
    asked = SheetDoubt(code="perhaps_again", options=("same", "other"), params={"row": 7})
    assert open_questions(columns, (answered, asked)) == ("column.0", "order.2", "sheet.perhaps_again.7")


def test_the_kind_of_place_is_answered_as_the_sheets_kind() -> None:
    assert by_profile_keys({"sheet.kind_of_place": "shelter"}) == {
        "sheet.kind_of_place": "shelter", "kind": "shelter",
    }  # fmt: skip
    assert by_profile_keys({"column.1": "age"}) == {"column.1": "age"}
    assert by_profile_keys(None) is None
