"""Questions and counts of a sheet as the command line tells them."""

from search.cli.sheet_words import columns_in_words, counts_in_words, doubts_in_words, warnings_in_words
from search.commands import ReportFound
from search.documents import Description, Identifiers
from search.sheet_summaries import ColumnPreview, SheetDoubt
from search.sheets.column_mapping import ColumnGuess, Mapping
from search.sheets.column_targets import Target
from search.sheets.row_outcomes import RowRead, RowRefusal, RowWarning
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import ReportKind


def test_a_column_is_told_with_three_examples_its_question_and_what_its_cells_look_like() -> None:
    guess = ColumnGuess(
        2, "Bed", Target.WORDS, 0.0, "unknown_column", ("A1", "A2", "B1", "B2"), suggested=Target.SENDER_NUMBER
    )
    assert list(columns_in_words([guess])) == [
        "'Bed' -> words: 'A1', 'A2', 'B1'",
        "  ?? unknown_column: We do not know this column. What is it? (its cells look like sender_number)",
    ]


def test_a_question_that_nothing_waits_for_has_one_mark() -> None:
    shown = ColumnPreview(
        index=0, header="Hair", examples=(), target="words", doubt="unknown_column", suggested="", must_answer=False
    )
    assert list(columns_in_words([shown]))[1].startswith("  ? unknown_column")


def test_a_question_about_the_sheet_names_rows_and_how_to_answer() -> None:
    doubt = SheetDoubt(
        code="equal_rows",
        rows=(2, 3),
        options=("people", "once"),
        chosen="people",
        must_answer=False,
        params={"row": 2},
    )
    assert list(doubts_in_words([doubt])) == [
        "? equal_rows: Some rows are equal. Is each another person, or is one person repeated? rows 2, 3",
        "  --answer sheet.equal_rows.2=people|once (without an answer: people)",
    ]


def test_counts_tell_the_most_frequent_reason_first() -> None:
    report = ReportFound(kind=ReportKind.OTHER, found=Description(), identifiers=Identifiers())
    warned = RowRead(
        2, report, tuple(RowWarning(2, "Age", code) for code in ("age_unread", "sex_unread", "age_unread"))
    )
    reading = SheetReading(
        filename="list.csv", worksheet="", left_out=("Codes",), row_count=3, mapping=Mapping(()), remembered=False,
        rows=(warned,), refused=(RowRefusal(3, "", "nothing_said"),), skipped={"empty": 4},
    )  # fmt: skip
    assert list(counts_in_words(reading)) == [
        "rows read 1, refused 1",
        "  refused: nothing_said 1",
        "  passed over: empty 4",
        "  kept as words: age_unread 2",
        "  kept as words: sex_unread 1",
        "worksheets not read: 'Codes'",
    ]


def test_no_warning_has_no_line() -> None:
    assert list(warnings_in_words([])) == []
