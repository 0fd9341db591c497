"""Answers on their way: kept sealed on the server, found by a token in the cookie, so that nothing typed is lost.

Every page saves what was typed before it judges it. A draft keeps the text of the fields as it came, wrong values
included.
"""

import datetime
import secrets
import uuid
from typing import Any

import msgspec
from flask import request, session
from werkzeug.datastructures import MultiDict

from search.filing.draft_room import DraftKind
from search.filing.drafting import discard_draft, read_draft, save_draft
from web.context import act, keeping, now, shared
from web.form_names import readable, readable_name
from web.session_cookies import CHANGE, DRAFT, current_actor, keep_cookie

# Fields of a page that are no answers.
_CONTROLS = frozenset({"csrf_token", "go", "add", "lang"})
_MOST_ROWS = 40

# A new search is anybody's draft, also of a family whose case is open; the change of a case is its own.
KINDS = {DRAFT: DraftKind.UNFILED, CHANGE: DraftKind.OWN}

Answers = dict[str, list[str]]


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown after filing, until the family says that it is written down."""

    reference: str
    words: tuple[str, ...]
    filed_at: datetime.datetime


class Draft(msgspec.Struct, kw_only=True):
    """`answers` by question; `key` makes a submission that is sent twice one; `case_id` is the case to be changed."""

    answers: dict[str, Answers] = {}
    key: str = msgspec.field(default_factory=lambda: secrets.token_urlsafe(16))
    case_id: uuid.UUID | None = None
    receipt: Receipt | None = None


def load(name: str) -> Draft:
    """The visitor's draft of this name, a new one where there is none, or one for a case that is not open now."""
    token = session.get(name)
    draft = load_token(token) if token else Draft()
    return draft if draft.case_id in (None, current_actor().case_id) else Draft()


def load_token(token: str) -> Draft:
    """The draft that is kept under a token, a new one where there is none any more."""
    content = act(read_draft, token, now=now())
    return msgspec.json.decode(content, type=Draft) if content else Draft()


def encoded(draft: Draft) -> bytes:
    """A draft as it is kept."""
    return msgspec.json.encode(draft)


def store(name: str, draft: Draft) -> None:
    """Keeps a draft and its token; a change belongs to the case that it is for."""
    draft.case_id = current_actor().case_id if name == CHANGE else None
    with shared().database.transaction() as transaction:
        store_in(transaction, name, draft)


def store_in(transaction: Any, name: str, draft: Draft) -> None:
    """Keeps a draft and its token inside a transaction that does more than this."""
    session[name] = save_draft(
        transaction, current_actor(), session.get(name), encoded(draft), now=now(), keeping=keeping(KINDS.get(name))
    )
    keep_cookie()


def discard(name: str) -> None:
    """Forgets a draft for good."""
    token = session.pop(name, None)
    if token:
        discard_token(token)


def discard_token(token: str) -> None:
    """Forgets what is kept under a token for good."""
    act(discard_draft, token)


def typed_answers() -> Answers:
    """The fields of this request as they were typed; "Add another" puts one more empty row behind a list's last."""
    answers = {key: request.form.getlist(key) for key in request.form if key not in _CONTROLS}
    if row := added_row():
        answers.setdefault(row, [""])
    return answers


def added_row() -> str:
    """The name of the row that "Add another" asks for; empty where it was not pressed."""
    rows = request.form.get("add", "")
    if not rows or not readable_name(rows):
        return ""
    numbers = [key[len(rows) + 1 :].split("-")[0] for key in request.form if key.startswith(f"{rows}-")]
    following = max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1
    return f"{rows}-{min(following, _MOST_ROWS - 1)}"


def as_formdata(answers: Answers) -> "MultiDict[str, str]":
    """Kept answers as a form reads them."""
    return MultiDict([(key, value) for key, values in readable(answers.items()) for value in values])
