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

from search.filing.draft_room import DraftKind
from search.filing.drafting import KEPT_FOR, discard_draft, read_draft, save_draft
from web.context import act, keeping, look, now, shared
from web.session_cookies import CHANGE, DRAFT, WITNESS, current_actor, draft_lasts, keep_cookie

# A new search is anybody's draft, also of a family whose case is open; the change of a case is its own.
KINDS = {DRAFT: DraftKind.UNFILED, WITNESS: DraftKind.UNFILED, CHANGE: DraftKind.OWN}

# Under which a request keeps what it read.
_READ = "ovillo.drafts"

Answers = dict[str, list[str]]
"""The texts of one field, by the part of the field that a control stands for."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown after filing, until the family says that it is written down.

    `helped`: a helper sees it too. `shown`: the page of it was drawn; an answer that got lost showed nothing.
    `reachable`: somebody can bring news by what was written.
    """

    reference: str
    words: tuple[str, ...]
    filed_at: datetime.datetime
    helped: bool = False
    shown: bool = False
    reachable: bool = True


class Helped(msgspec.Struct, frozen=True, kw_only=True):
    """With whose help a form is filled in: a sealed pass, and the text to which the relative said yes."""

    helper: str
    text_digest: str
    language: str
    read_at: datetime.datetime


class Draft(msgspec.Struct, kw_only=True):
    """Texts by the path of their field, so that a page overwrites only what it shows.

    `items` are the elements of lists by their numbers, each with its parts by path; `removed` the numbers that were
    taken out and can be put back; `helped` is there where an organisation helps, `together_with`
    names the search whose words are to open this one too. `key` makes a submission that is sent
    twice one; `case_id` is the case to be changed, `relative_id` the relative who changes it, where it is one.

    A filed case is changed at once. Then a draft holds how its elements are numbered, `known` by the marks of what they
    said; `checked` is what was typed last and is to be looked at again, `checked_of` of which element. `held`: what it
    says could not be saved yet.
    """

    answers: dict[str, Answers] = {}
    items: dict[str, dict[str, dict[str, Answers]]] = {}
    removed: dict[str, list[str]] = {}
    key: str = msgspec.field(default_factory=lambda: secrets.token_urlsafe(16))
    case_id: uuid.UUID | None = None
    relative_id: uuid.UUID | None = None
    receipt: Receipt | None = None
    helped: Helped | None = None
    together_with: uuid.UUID | None = None
    known: dict[str, dict[str, list[str]]] = {}
    checked: dict[str, Answers] = {}
    checked_of: str = ""
    held: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything was typed."""
        return bool(self.answers or self.items)


def load(name: str) -> Draft:
    """The visitor's draft of this name, a new one where there is none, or one for a case that is not open now."""
    token = session.get(name)
    draft, actor = load_token(token) if token else Draft(), current_actor()
    mine = (draft.case_id, draft.relative_id) == (actor.case_id, actor.relative_id)
    return draft if draft.case_id is None or mine else Draft()


def load_token(token: str) -> Draft:
    """The draft that is kept under a token, a new one where there is none any more."""
    content = _read_once(token) if request.method == "GET" else look(read_draft, token, now=now())
    return msgspec.json.decode(content, type=Draft) if content else Draft()


def _read_once(token: str) -> bytes | None:
    """What is kept, read once for all that a page shows of it; whoever sends something reads it anew."""
    read: dict[str, bytes | None] = request.environ.setdefault(_READ, {})
    if token not in read:
        read[token] = look(read_draft, token, now=now())
    return read[token]


def read_anew() -> None:
    """Has whatever is kept read anew: some of it is written now."""
    request.environ.pop(_READ, None)


def encoded(draft: Draft) -> bytes:
    """A draft as it is kept."""
    return msgspec.json.encode(draft)


def store(name: str, draft: Draft) -> None:
    """Keeps a draft and its token; a change belongs to the case that it is for."""
    actor = current_actor()
    draft.case_id, draft.relative_id = (actor.case_id, actor.relative_id) if name == CHANGE else (None, None)
    with shared().database.transaction() as transaction:
        store_in(transaction, name, draft)


def store_in(transaction: Any, name: str, draft: Draft) -> None:
    """Keeps a draft and its token inside a transaction that does more than this."""
    read_anew()
    # With an organisation's help a form may take several meetings, at its device.
    # What holds the contacts of a search is erased with it.
    kept = keeping(KINDS.get(name), KEPT_FOR if draft.helped else draft_lasts(), case_id=_open_from(draft))
    session[name] = save_draft(transaction, current_actor(), session.get(name), encoded(draft), now=now(), keeping=kept)
    keep_cookie()


def _open_from(draft: Draft) -> uuid.UUID | None:
    """The open search from which a form was begun."""
    return draft.together_with if draft.together_with == current_actor().case_id else None


def discard(name: str) -> None:
    """Forgets a draft for good."""
    token = session.pop(name, None)
    if token:
        discard_token(token)


def discard_token(token: str) -> None:
    """Forgets what is kept under a token for good."""
    read_anew()
    act(discard_draft, token)
