"""What the rows of a sheet are beside what their sender sent before: their origins, questions, and the answers."""

import datetime
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy.orm import Session

from search.commands import Again, ReportFound
from search.documents.element_merging import comparable_number
from search.documents.merging import merged
from search.filing.coarse_places import command_of, documents_of
from search.filing.report_identity import origin_of_row
from search.filing.row_plans import ERASED_ALIKE, HELD, ROW_USED_AGAIN, TWICE, USED_AGAIN, RowPlan, plan_rows
from search.sheet_summaries import SheetDoubt
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_reading import SheetReading

PERHAPS_AGAIN = "perhaps_again"
_HELD_BY = frozenset({USED_AGAIN, ROW_USED_AGAIN, ERASED_ALIKE})
ROW_QUESTIONS = _HELD_BY | {PERHAPS_AGAIN}
_OPTIONS = (Again.SAME.value, Again.OTHER.value)
# So many rows are asked about one by one, for who somebody is has one answer a person; more of them in one question.
# Likely repetitions say the same as before, so that a list that grew is sooner one question.
_ONE_BY_ONE, _ALIKE_ONE_BY_ONE = 20, 5
Answers = Mapping[str, str]


def with_origins(reading: SheetReading, file_digest: int) -> SheetReading:
    """The sheet with the origin of each row: the file by its bytes, the worksheet, and the row.

    Rows of one number, which the sender said are of one person, say together what each of them says.
    """
    reports = [row.report for row in reading.rows]
    together = _together(reports) if _are_said_to_be_one(reading.answers) else reports
    rows = tuple(
        replace(row, report=replace(report, origin=report.origin or _origin(row, reading, file_digest)))
        for row, report in zip(reading.rows, together, strict=True)
    )
    return msgspec.structs.replace(reading, rows=rows)


def _are_said_to_be_one(answers: Answers | None) -> bool:
    """Whether rows that carry one number were said to be of one person; unsaid, each of them is asked about."""
    return any(key.startswith(f"sheet.{TWICE}") and said == Again.SAME for key, said in (answers or {}).items())


def _origin(row: RowRead, reading: SheetReading, file_digest: int) -> str:
    """That of the row where it stands; of one that came back mended, that under which it was sent first."""
    return row.report.origin or origin_of_row(file_digest, row.worksheet or reading.worksheet, row.number)


def _together(reports: Sequence[ReportFound]) -> list[ReportFound]:
    said: dict[str, ReportFound] = {}
    for report in reports:
        number, earlier = comparable_number(report.sender_number), None
        if number:
            earlier = said.get(number)
            said[number] = report if earlier is None else _both(earlier, report)
    return [said.get(comparable_number(report.sender_number), report) for report in reports]


def _both(earlier: ReportFound, news: ReportFound) -> ReportFound:
    return command_of(merged(documents_of(earlier), documents_of(news)).documents, earlier)


def settled(
    session: Session, organisation_id: uuid.UUID, reading: SheetReading, answers: Answers, *, today: datetime.date
) -> SheetReading:
    """The sheet, its origins told, as the sender answered about its rows; where nobody answered, as it is."""
    if not any(key.startswith(f"sheet.{code}") for key in answers for code in ROW_QUESTIONS):
        return reading
    plans = plan_rows(session, organisation_id, [row.report for row in reading.rows], today=today)
    return answered(reading, plans, answers)


def answered(reading: SheetReading, plans: Sequence[RowPlan], answers: Answers) -> SheetReading:
    """The sheet as it is stored after these answers; `plans` are those of its rows before them."""
    taken: set[uuid.UUID] = set()
    rows = tuple(
        replace(row, report=_answered(row, plan, answers, taken)) for row, plan in zip(reading.rows, plans, strict=True)
    )
    return msgspec.structs.replace(reading, rows=rows)


def _answered(row: RowRead, plan: RowPlan, answers: Answers, taken: set[uuid.UUID]) -> ReportFound:
    code = _code(plan)
    said = _answer(code, row.number, answers) if code else ""
    if not said:
        return row.report
    if code == ROW_USED_AGAIN and said == Again.OTHER:
        # It only took that row for a template: known from now on by where it stands itself.
        return replace(row.report, again=Again.OTHER, origin="")
    if code != PERHAPS_AGAIN or said == Again.OTHER:
        return replace(row.report, again=Again(said))
    # Of several who look alike each row gets one of its own: nobody is swallowed.
    alike = next((one for one in plan.alike if one not in taken), None)
    if alike is not None:
        taken.add(alike)
    return replace(row.report, alike=alike, again=Again.SAME if alike else Again.OTHER)


def row_doubts(reading: SheetReading, plans: Sequence[RowPlan], answers: Answers) -> tuple[SheetDoubt, ...]:
    """Questions about rows: numbers used again, and people who may have been reported, or erased, before."""
    asked: dict[str, list[int]] = {}
    for row, plan in zip(reading.rows, plans, strict=True):
        if code := _code(plan):
            asked.setdefault(code, []).append(row.number)
    return tuple(doubt for code, rows in asked.items() for doubt in _doubts(code, rows, answers))


def _code(plan: RowPlan) -> str:
    if plan.outcome == HELD:
        return plan.question if plan.question in _HELD_BY else ""
    return PERHAPS_AGAIN if plan.alike else ""


def _doubts(code: str, rows: Sequence[int], answers: Answers) -> Iterator[SheetDoubt]:
    if len(rows) > (_ALIKE_ONE_BY_ONE if code == PERHAPS_AGAIN else _ONE_BY_ONE):
        said = answers.get(f"sheet.{code}", "")
        chosen = said if said in _OPTIONS else ""
        yield SheetDoubt(code=code, rows=tuple(rows), options=_OPTIONS, chosen=chosen, params={"count": len(rows)})
        return
    for row in rows:
        params: dict[str, str | int] = {"row": row, "count": 1}
        yield SheetDoubt(code=code, rows=(row,), options=_OPTIONS, chosen=_answer(code, row, answers), params=params)


def _answer(code: str, row: int, answers: Answers) -> str:
    said = answers.get(f"sheet.{code}.{row}") or answers.get(f"sheet.{code}", "")
    return said if said in _OPTIONS else ""
