"""Reports that were begun and not sent: kept sealed on the server for a week, each found by its author alone.

The token of a draft is made of the account and of the form's key with the portal's secret, so that it is there again
after signing in anew, and for nobody else. Every page saves what was typed before it judges it.
"""

import datetime
import hmac
import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import msgspec
from flask import current_app
from werkzeug.datastructures import MultiDict

from search.errors import Refused
from search.filing.draft_room import DraftKind
from search.filing.drafting import discard_draft, read_draft, save_draft
from search.vocabulary import ReportAgreement
from web.context import act, keeping, look, now, shared
from web.fields.drawing import control_name
from web.session_cookies import current_actor

Sent = list[tuple[str, str]]
_AGREED = control_name("whereabouts.agreed")
# More begun reports than this nobody keeps apart; the oldest is forgotten.
_MOST = 20
# Far more than a form of forty marks holds.
_LONGEST = 512 * 1024


class DraftPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a photo; the picture is kept by itself under `key`."""

    key: uuid.UUID
    kind: str
    words: str = ""
    taken: str = ""
    agreed: bool = False
    placeless: bool = False


class ReportDraft(msgspec.Struct, kw_only=True):
    """A form on its way: `fields` are names and texts of its controls as they came, `seen` what was looked at again."""

    which: str
    fields: Sent = []
    seen: list[str] = []
    photos: list[DraftPhoto] = []

    @property
    def form(self) -> MultiDict[str, str]:
        """The fields as a browser would send them."""
        return MultiDict(self.fields)

    @property
    def said_no(self) -> bool:
        """Whether the person does not want to be reported: then nothing more is asked."""
        return self.form.get(_AGREED) == ReportAgreement.NO

    def put(self, names: Iterable[str], sent: Sent) -> None:
        """Takes what was sent in place of all that stood under these names before."""
        shown = tuple(names)
        kept = [(name, value) for name, value in self.fields if not stands_under(name, shown)]
        self.fields = [*kept, *((name, value) for name, value in sent if stands_under(name, shown))]


class BegunReport(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as a list names it."""

    key: uuid.UUID
    which: str
    at: datetime.datetime


def stands_under(name: str, controls: tuple[str, ...]) -> bool:
    """Whether a control belongs to one of these fields."""
    return any(name == one or name.startswith(f"{one}-") for one in controls)


def load(key: uuid.UUID, which: str) -> ReportDraft | None:
    """The draft of a form; None where there is none of this account, or it is of another form."""
    content = look(read_draft, _token(key.hex), now=now())
    draft = msgspec.json.decode(content, type=ReportDraft) if content else None
    return draft if draft is not None and draft.which == which else None


def store(key: uuid.UUID, draft: ReportDraft) -> None:
    """Keeps a draft, and its place in the list of those that were begun; Refused where it is too long."""
    content = msgspec.json.encode(draft)
    if len(content) > _LONGEST:
        raise Refused("draft_too_large")
    with shared().database.transaction() as session:
        begun = _begun(session)
        _save(session, key.hex, content)
        if key not in [one.key for one in begun]:
            listed = [*begun, BegunReport(key=key, which=draft.which, at=now())]
            for old in listed[:-_MOST]:
                _discard(session, old.key)
            _save(session, "", msgspec.json.encode(listed[-_MOST:]))


def forget(key: uuid.UUID) -> None:
    """Forgets a draft for good: it was sent, or nobody wants it any more."""
    with shared().database.transaction() as session:
        _discard(session, key)
        left = [one for one in _begun(session) if one.key != key]
        _save(session, "", msgspec.json.encode(left))


def keep_picture(key: uuid.UUID, content: bytes) -> None:
    """Keeps a picture of a photo beside its draft."""
    with shared().database.transaction() as session:
        _save(session, key.hex, content)


def picture(key: uuid.UUID) -> bytes | None:
    """A picture that was kept; None where it is not there any more."""
    return look(read_draft, _token(key.hex), now=now())


def forget_picture(key: uuid.UUID) -> None:
    """Forgets a picture that nobody wants to send."""
    act(discard_draft, _token(key.hex))


def begun() -> list[BegunReport]:
    """The drafts of this account that are still there, the newest first."""
    with shared().database.transaction() as session:
        listed = _begun(session)
        there = [one for one in listed if read_draft(session, current_actor(), _token(one.key.hex), now=now())]
    return there[::-1]


def _discard(session: Any, key: uuid.UUID) -> None:
    """Forgets a draft with the pictures of its photos."""
    content = read_draft(session, current_actor(), _token(key.hex), now=now())
    photos = msgspec.json.decode(content, type=ReportDraft).photos if content else []
    for one in (key, *(photo.key for photo in photos)):
        discard_draft(session, current_actor(), _token(one.hex))


def _begun(session: Any) -> list[BegunReport]:
    content = read_draft(session, current_actor(), _token(""), now=now())
    return msgspec.json.decode(content, type=list[BegunReport]) if content else []


def _save(session: Any, key: str, content: bytes) -> None:
    kept = replace(keeping(DraftKind.OWN), named=True)
    save_draft(session, current_actor(), _token(key), content, now=now(), keeping=kept)


def _token(key: str) -> str:
    secret = current_app.config["SECRET_KEY"]
    return hmac.digest(secret, f"report draft {current_actor().account_id} {key}".encode(), "sha256").hex()
