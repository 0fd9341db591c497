"""A sheet between upload and sending, found again by a token in the cookie."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import session as cookie

from search.commands import ImportSheet
from search.filing.sheet_answers import open_in
from search.filing.waiting_sheets import Answers, Understood, WaitingSheets
from search.sheets.sheet_reading import SheetReading
from web.context import now, shared
from web.partner.column_questions import ELSE, ELSE_KEY
from web.partner.sheet_reader import BeingRead, SheetReader
from web.session_cookies import DRAFT, current_actor, undo_of

_LONGEST = 200
# What the records are called that somebody pasted.
PASTED = "feed.xml"


@dataclass(frozen=True, slots=True)
class BeingUnderstood:
    """A sheet that is being read: its file, how many lines it has (0 where that cannot be told), seconds so far."""

    filename: str
    lines: int
    seconds: int


def touched(answers: Answers, posted: Mapping[str, str]) -> dict[str, str]:
    """What was answered before, with each choice of the page that came back another one than it was shown.

    A guess that nobody touched is no answer; keys that the page did not show are passed over.
    """
    chosen = {key: _chosen(key, posted) for key in answers.shown}
    new = {key: value for key, value in chosen.items() if value and value != answers.shown[key]}
    return {**(answers.given or {}), **new}


def _chosen(key: str, posted: Mapping[str, str]) -> str:
    """One choice as it was sent back; "" where there was none."""
    value = posted.get(key, "")
    return (posted.get(ELSE_KEY % key, "") if value == ELSE else value)[:_LONGEST]


def keep(sheet: ImportSheet) -> None:
    """Keeps a sheet in place of any earlier one."""
    discard()
    cookie[DRAFT] = waiting_sheets().keep(sheet, now=now())


def understood() -> Understood | BeingRead | None:
    """What the waiting sheet says, or that it is being read; None where there is none or it was kept too long."""
    token = _token()
    if token is None:
        return None
    return SheetReader(shared(), waiting_sheets()).understood(token, current_actor())


def underway() -> BeingUnderstood | None:
    """What is known of the waiting sheet while it is read; None where there is none."""
    token = _token()
    sheet = waiting_sheets().sheet(token) if token else None
    if token is None or sheet is None:
        return None
    # Of a workbook nobody can tell before it is read.
    lines = 0 if b"\0" in sheet.content[:1024] else sheet.content.count(b"\n") + 1
    return BeingUnderstood(sheet.filename, lines, waiting_sheets().since(token, now=now()))


def answers() -> Answers:
    """What was answered of the waiting sheet so far."""
    token = _token()
    return Answers() if token is None else waiting_sheets().answers(token)


def show(shown: dict[str, str]) -> None:
    """Remembers what the page shows, to compare with it what comes back."""
    token = _token()
    if token is not None:
        waiting_sheets().answer(token, Answers(answers().given, shown))


def read_again(given: dict[str, str]) -> None:
    """Has the sheet read again with these answers."""
    token = _token()
    if token is not None:
        waiting_sheets().answer(token, Answers(given, answers().shown))
        waiting_sheets().read_again(token)


def may_be_sent() -> bool:
    """Whether the sheet was read with these answers and no question is open without whose answer nothing is sent."""
    read = understood()
    return isinstance(read, Understood) and read.preview is not None and not open_in(read.preview)


def to_send() -> tuple[ImportSheet, SheetReading] | None:
    """The sheet and its rows as they were shown; None where they are not there any more."""
    token = _token()
    sheet = waiting_sheets().sheet(token) if token else None
    reading = waiting_sheets().reading(token) if token else None
    return None if sheet is None or reading is None else (sheet, reading)


def pasted() -> str:
    """The records that somebody pasted, as they were; "" where it was a file."""
    token = _token()
    sheet = waiting_sheets().sheet(token) if token else None
    return sheet.content.decode() if sheet is not None and sheet.filename == PASTED else ""


def waits() -> bool:
    """Whether a sheet was uploaded and neither sent nor forgotten."""
    return _token() is not None


def sign() -> str:
    """By what a page of the sheet that waits is told from one of an earlier sheet; it opens nothing."""
    token = _token()
    return waiting_sheets().name(token)[:16] if token else ""


def is_of_another(signed: str) -> bool:
    """Whether a page that came back showed another sheet than the one that waits: in a second tab one was read."""
    return bool(signed) and waits() and signed != sign()


def discard() -> None:
    """Forgets the sheet that waits."""
    token = cookie.pop(DRAFT, None)
    if token:
        waiting_sheets().discard(token)


def set_aside() -> None:
    """Forgets the sheet so that it can be brought back for a few minutes."""
    token = cookie.pop(DRAFT, None)
    if token:
        waiting_sheets().set_aside(token, now=now())
        cookie[undo_of(DRAFT)] = token


def bring_back() -> None:
    """Undoes that, where the minutes are not over and no other sheet waits."""
    token = cookie.pop(undo_of(DRAFT), None)
    if token and DRAFT not in cookie and waiting_sheets().bring_back(token, now=now()):
        cookie[DRAFT] = token


def can_bring_back() -> bool:
    """Whether a sheet was set aside a moment ago."""
    return undo_of(DRAFT) in cookie and DRAFT not in cookie


def waiting_sheets() -> WaitingSheets:
    """The waiting sheets of whoever is signed in: the cookie may have been another's a moment ago."""
    context = shared()
    return WaitingSheets(context.settings.waiting_folder, context.vault, str(current_actor().account_id))


def _token() -> str | None:
    """The token of a sheet that is still there."""
    token: str | None = cookie.get(DRAFT)
    return token if token and waiting_sheets().is_there(token) else None
