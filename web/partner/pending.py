"""A sheet between upload and sending: kept sealed by the drafting service, found again by a token in the cookie."""

from dataclasses import replace

import msgspec
from flask import session as cookie

from search.commands import ImportSheet
from search.services.drafting import discard_draft, read_draft, save_draft
from web.context import act, now
from web.sessions import DRAFT

# What a sender can correct: the meaning, order and calendar of a column, a value of the sex column, the kind of place.
_CORRECTABLE = ("column.", "order.", "calendar.", "sex.")
_LONGEST = 200


def keep(sheet: ImportSheet) -> None:
    """Keeps a sheet and its profile in place of any earlier one."""
    cookie[DRAFT] = act(save_draft, cookie.get(DRAFT), msgspec.msgpack.encode(sheet), now=now())


def pending() -> ImportSheet | None:
    """The sheet that waits; None when there is none or it was kept too long."""
    token = cookie.get(DRAFT)
    content = act(read_draft, token, now=now()) if token else None
    return None if content is None else msgspec.msgpack.decode(content, type=ImportSheet)


def waits() -> bool:
    """Whether a sheet was uploaded and neither sent nor forgotten."""
    return bool(cookie.get(DRAFT))


def discard() -> None:
    """Forgets the sheet that waits."""
    token = cookie.pop(DRAFT, None)
    if token:
        act(discard_draft, token)


def corrected(sheet: ImportSheet, posted: dict[str, str]) -> ImportSheet:
    """The sheet with the sender's answers laid over its profile."""
    answers = {key: value for key, value in posted.items() if _may_be_corrected(key, value)}
    return replace(sheet, profile={**(sheet.profile or {}), **answers})


def _may_be_corrected(key: str, value: str) -> bool:
    return (key == "kind" or key.startswith(_CORRECTABLE)) and len(key) <= _LONGEST and len(value) <= _LONGEST
