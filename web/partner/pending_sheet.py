"""A sheet between upload and sending: kept sealed by the drafting service, found again by a token in the cookie."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec
from flask import session as cookie

from search.commands import ImportSheet
from search.filing.drafting import bring_back_draft, discard_draft, read_draft, save_draft, set_draft_aside
from web.context import act, now
from web.session_cookies import DRAFT, undo_of

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Pending:
    """`sheet` holds the answers that were given so far, `shown` all that its page showed, by the profile's keys."""

    sheet: ImportSheet
    shown: dict[str, str]

    def answered(self, posted: Mapping[str, str]) -> ImportSheet:
        """The sheet with every choice of the page as it was sent back; other keys are passed over."""
        answers = {key: posted.get(key, chosen)[:_LONGEST] for key, chosen in self.shown.items()}
        return replace(self.sheet, profile=answers)

    def unchanged(self, posted: Mapping[str, str]) -> bool:
        """Whether the sender agrees with all that was shown."""
        return self.answered(posted).profile == self.shown


def keep(waiting: Pending) -> None:
    """Keeps a sheet in place of any earlier one."""
    cookie[DRAFT] = act(save_draft, cookie.get(DRAFT), msgspec.msgpack.encode(waiting), now=now())


def pending() -> Pending | None:
    """The sheet that waits; None when there is none or it was kept too long."""
    token = cookie.get(DRAFT)
    content = act(read_draft, token, now=now()) if token else None
    return None if content is None else msgspec.msgpack.decode(content, type=Pending)


def waits() -> bool:
    """Whether a sheet was uploaded and neither sent nor forgotten."""
    return bool(cookie.get(DRAFT))


def discard() -> None:
    """Forgets the sheet that waits."""
    token = cookie.pop(DRAFT, None)
    if token:
        act(discard_draft, token)


def set_aside() -> None:
    """Forgets the sheet so that it can be brought back for a few minutes."""
    token = cookie.pop(DRAFT, None)
    if token:
        act(set_draft_aside, token, now=now())
        cookie[undo_of(DRAFT)] = token


def bring_back() -> None:
    """Undoes that, where the minutes are not over and no other sheet waits."""
    token = cookie.pop(undo_of(DRAFT), None)
    if token and DRAFT not in cookie and act(bring_back_draft, token, now=now()):
        cookie[DRAFT] = token


def can_bring_back() -> bool:
    """Whether a sheet was set aside a moment ago."""
    return undo_of(DRAFT) in cookie and DRAFT not in cookie
