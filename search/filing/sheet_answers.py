"""What a sender answers about a sheet, and what is still open: before that nothing of it is sent."""

from collections.abc import Iterable, Iterator, Mapping

from search.sheet_summaries import ColumnPreview, SheetDoubt, SheetPreview
from search.sheets.column_mapping import ColumnGuess
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import LIVING_KINDS, MAY_REPORT, OrganisationKind

KIND_OF_PLACE = "kind_of_place"
# A column's question is answered under one of these, with the column's number behind it; else as `column`.
_OWN_KEYS = {"date_order": "order", "calendar": "calendar"}
# More than one of so many rows that cannot be taken is an alarm.
_OF_ALL = 10


def sheet_doubts(reading: SheetReading, organisation: OrganisationKind) -> tuple[SheetDoubt, ...]:
    """The questions about a whole sheet, with that for the kind of place where nothing says it.

    It has to be answered only by whoever reports both the living and the dead.
    """
    return (*_alarms(reading), *_kind_of_place(reading, organisation), *reading.doubts)


def _alarms(reading: SheetReading) -> Iterator[SheetDoubt]:
    """What is said of a sheet of which much cannot be taken, or parts were not read; nobody can answer it."""
    if _OF_ALL * len(reading.refused) > len(reading.rows) + len(reading.refused):
        yield SheetDoubt(code="many_refused", must_answer=False)
    if reading.hidden and not _is_asked(reading, "hidden_worksheets"):
        names = ", ".join(reading.hidden)
        yield SheetDoubt(code="hidden_worksheets", params={"names": names}, must_answer=False)


def _is_asked(reading: SheetReading, code: str) -> bool:
    return any(one.code == code for one in reading.doubts)


def _kind_of_place(reading: SheetReading, organisation: OrganisationKind) -> Iterator[SheetDoubt]:
    if reading.mapping.kind_certain or _is_asked(reading, "living_or_dead"):
        return
    kinds = MAY_REPORT[organisation]
    both = len({kind in LIVING_KINDS for kind in kinds}) > 1
    yield SheetDoubt(
        code=KIND_OF_PLACE,
        options=tuple(kind.value for kind in kinds),
        chosen="" if both else reading.mapping.kind.value,
        must_answer=both,
    )


def open_questions(columns: Iterable[ColumnPreview | ColumnGuess], doubts: Iterable[SheetDoubt]) -> tuple[str, ...]:
    """The keys of all questions without whose answers nothing is stored."""
    of_columns = (f"{_OWN_KEYS.get(one.doubt, 'column')}.{one.index}" for one in columns if one.must_answer)
    return (*of_columns, *(one.key for one in doubts if one.must_answer and not one.chosen))


def open_in(preview: SheetPreview) -> tuple[str, ...]:
    """What a sender has to answer before this sheet can be sent."""
    return open_questions(preview.columns, preview.doubts)


def open_in_reading(reading: SheetReading, organisation: OrganisationKind) -> tuple[str, ...]:
    """What nobody answered of a sheet that is to be stored at once."""
    return open_questions(reading.mapping.columns, sheet_doubts(reading, organisation))


def by_profile_keys(answers: Mapping[str, str] | None) -> dict[str, str] | None:
    """The answers as a mapping takes them: the kind of place is the sheet's kind."""
    if answers is None:
        return None
    kind = answers.get(f"sheet.{KIND_OF_PLACE}")
    return dict(answers) if kind is None else {**answers, "kind": kind}
