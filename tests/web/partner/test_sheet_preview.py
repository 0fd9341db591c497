"""What the page of a sheet says at its top."""

from dataclasses import replace

from search.sheet_summaries import ColumnPreview, SheetDoubt
from tests.web.partner.test_column_questions import preview
from web.partner.sheet_preview import told_of

COLUMN = ColumnPreview(index=0, header="Name", examples=(), target="full_name")


def test_what_is_alarming_is_told_apart_from_what_is_only_said_and_questions_are_neither() -> None:
    alarms = [SheetDoubt(code=code, must_answer=False) for code in ("reads_otherwise", "many_refused")]
    note = SheetDoubt(code="hidden_worksheets", params={"names": "Old"}, must_answer=False)
    question = SheetDoubt(code="equal_rows", options=("people", "once"), must_answer=False)
    told = told_of(replace(preview(), columns=(COLUMN,), doubts=(*alarms, note, question)))
    assert told.alarms == tuple(alarms)
    assert told.notes == (note,)


def test_the_alarm_of_a_file_of_records_speaks_of_no_columns() -> None:
    alarm = SheetDoubt(code="many_refused", must_answer=False)
    assert [one.code for one in told_of(replace(preview(), columns=(), doubts=(alarm,))).alarms] == [
        "many_records_refused"
    ]
    assert [one.code for one in told_of(replace(preview(), columns=(COLUMN,), doubts=(alarm,))).alarms] == [
        "many_refused"
    ]
