"""The page of a sheet before it is sent: alarms, questions, what was understood, what sending would do."""

from dataclasses import dataclass, replace

from flask import render_template

from search.filing.sheet_answers import KIND_OF_PLACE, open_in
from search.sheet_summaries import SheetDoubt, SheetPreview
from search.sheets.column_targets import Target
from web.partner import pending_sheet
from web.partner.column_questions import asked_columns, asked_doubts, choices_shown, columns_of

_KEPT = frozenset({Target.WORDS.value})


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a sheet without being asked: what is alarming stands at the top of its page."""

    alarms: tuple[SheetDoubt, ...]
    notes: tuple[SheetDoubt, ...]


def told_of(preview: SheetPreview) -> Told:
    """The doubts that nobody can answer."""
    told = [_of_records(one) if not preview.columns else one for one in preview.doubts if not one.options]
    alarms = tuple(one for one in told if one.code in ALARMS)
    return Told(alarms, tuple(one for one in told if one not in alarms))


ALARMS = ("reads_otherwise", "many_refused", "many_records_refused")


def _of_records(doubt: SheetDoubt) -> SheetDoubt:
    """The same of a file of records, which has no columns."""
    return replace(doubt, code="many_records_refused") if doubt.code == "many_refused" else doubt


def preview_page(preview: SheetPreview, *, replaced: bool = False) -> str:
    """Shows the sheet, and remembers what the page let the sender choose.

    `replaced`: what was pressed stood on the page of another sheet.
    """
    given = pending_sheet.answers().given or {}
    pending_sheet.show(choices_shown(preview, given))
    columns = columns_of(preview)
    return render_template(
        "preview.html",
        preview=preview,
        replaced=replaced,
        signed=pending_sheet.sign(),
        told=told_of(preview),
        asked_columns=asked_columns(preview),
        asked_doubts=asked_doubts(preview, given),
        columns=[one for one in columns if one.shown.target not in _KEPT],
        kept=[one for one in columns if one.shown.target in _KEPT],
        asked_kind=bool(columns) and all(one.code != KIND_OF_PLACE for one in preview.doubts),
        open=len(open_in(preview)),
    )
