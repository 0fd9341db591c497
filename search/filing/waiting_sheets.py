"""A sender's sheet between upload and sending: sealed files in a folder of the installation.

It is found by its token, and by whoever brought it alone: who signs in next at the same computer finds nothing.

It may be large, is read more than once, and is nobody's record yet: a database would hold everybody up to write it.
Each part is a file of its own, which is complete or not there. Sheets that nobody came back for are forgotten.
"""

import datetime
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from search.commands import ImportSheet
from search.errors import Refused
from search.filing.drafting import UNDO_FOR
from search.sheet_summaries import SheetPreview
from search.sheets.sheet_reading import SheetReading
from search.storage.encryption import Vault, seal, unseal

_KEPT_FOR = datetime.timedelta(days=7)
# More than a busy week of a hundred organisations; each sheet is at most as large as the largest upload.
_MOST_BYTES = 4 * 1024 * 1024 * 1024
# Of one person so many wait; a new one takes the place of their oldest. Nobody fills the room of all alone.
_MOST_OF_ONE = 5
_OWNER_DIGITS = 16


# Beside a sheet's parts: that it was set aside.
_ASIDE = "aside"


class _Part(StrEnum):
    SHEET = "sheet"
    ANSWERS = "answers"
    READING = "reading"
    PREVIEW = "preview"


class Answers(msgspec.Struct, frozen=True):
    """What the sender answered so far, and all that its page showed, by the profile's keys."""

    given: dict[str, str] | None = None
    shown: dict[str, str] = {}


class Understood(msgspec.Struct, frozen=True):
    """What reading came to: a preview, or the code for why there is none."""

    preview: SheetPreview | None = None
    code: str = ""
    params: dict[str, str | int] = {}


@dataclass(frozen=True, slots=True)
class WaitingSheets:
    """The waiting sheets of one owner, in the folder of an installation."""

    folder: Path
    vault: Vault
    owner: str

    def keep(self, sheet: ImportSheet, *, now: datetime.datetime) -> str:
        """Keep a sheet; returns the token under which it is found. Refused `too_many_sheets` where there is no room."""
        self._forget_own_oldest()
        self._forget_old(now)
        token = secrets.token_urlsafe(32)
        self._put(token, _Part.SHEET, msgspec.msgpack.encode(sheet))
        _date(self._path(token, _Part.SHEET), now)
        return token

    def is_there(self, token: str) -> bool:
        """Whether there is a sheet under this token, which was not set aside."""
        return self._path(token, _Part.SHEET).exists() and not self._path(token, _ASIDE).exists()

    def sheet(self, token: str) -> ImportSheet | None:
        """The sheet with the answers that were given; None where it is not there any more."""
        content = self._get(token, _Part.SHEET)
        if content is None:
            return None
        sheet = msgspec.msgpack.decode(content, type=ImportSheet)
        return replace(sheet, profile=self.answers(token).given)

    def since(self, token: str, *, now: datetime.datetime) -> int:
        """How many seconds ago a sheet came; 0 for one that is not there."""
        sheet = self._path(token, _Part.SHEET)
        return max(0, int(_age(sheet, now).total_seconds())) if sheet.exists() else 0

    def answers(self, token: str) -> Answers:
        """What was answered so far."""
        content = self._get(token, _Part.ANSWERS)
        return Answers() if content is None else msgspec.msgpack.decode(content, type=Answers)

    def answer(self, token: str, answers: Answers) -> None:
        """Keep the sender's answers."""
        self._put(token, _Part.ANSWERS, msgspec.msgpack.encode(answers))

    def understood(self, token: str) -> Understood | None:
        """What was understood with the answers given so far; None while it was not read."""
        content = self._get(token, _Part.PREVIEW)
        return None if content is None else msgspec.msgpack.decode(content, type=Understood)

    def understand(self, token: str, understood: Understood, reading: SheetReading | None = None) -> None:
        """Keep what was understood, unless the sheet was forgotten meanwhile."""
        if self.is_there(token):
            if reading is not None:
                self._put(token, _Part.READING, msgspec.msgpack.encode(reading))
            self._put(token, _Part.PREVIEW, msgspec.msgpack.encode(understood))

    def reading(self, token: str) -> SheetReading | None:
        """The rows as they were understood."""
        content = self._get(token, _Part.READING)
        return None if content is None else msgspec.msgpack.decode(content, type=SheetReading)

    def read_again(self, token: str) -> None:
        """Forget what was understood: other answers were given."""
        for part in (_Part.PREVIEW, _Part.READING):
            self._path(token, part).unlink(missing_ok=True)

    def discard(self, token: str) -> None:
        """Forget a sheet."""
        for part in (*_Part, _ASIDE):
            self._path(token, part).unlink(missing_ok=True)

    def set_aside(self, token: str, *, now: datetime.datetime) -> None:
        """Forget a sheet so that it can be brought back for a few minutes."""
        if self.is_there(token):
            self._path(token, _ASIDE).touch(mode=0o600)
            _date(self._path(token, _ASIDE), now)

    def bring_back(self, token: str, *, now: datetime.datetime) -> bool:
        """Undo that; False where the minutes are over."""
        aside = self._path(token, _ASIDE)
        if not aside.exists() or _age(aside, now) > UNDO_FOR:
            return False
        aside.unlink()
        return self.is_there(token)

    def name(self, token: str) -> str:
        """The name of a sheet among the files: a keyed digest of its token and owner."""
        return self.vault.token_digest(f"{token} of {self.owner}").hex()

    def _path(self, token: str, part: str) -> Path:
        return self.folder / f"{self.name(token)}.{self._mark}.{part}"

    def _get(self, token: str, part: _Part) -> bytes | None:
        try:
            sealed = self._path(token, part).read_bytes()
        except FileNotFoundError:
            return None
        return unseal(self._key, sealed, self._place(token, part))

    def _put(self, token: str, part: _Part, content: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(token, part)
        unfinished = path.with_suffix(f".{secrets.token_hex(4)}")
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(seal(self._key, content, self._place(token, part)))
        unfinished.replace(path)

    def _place(self, token: str, part: _Part) -> str:
        return f"waiting_sheets.{part.value}.{self.name(token)}"

    @property
    def _mark(self) -> str:
        """By which the files of one owner are told from others'; it says nothing else."""
        return self.vault.token_digest(f"owner of sheets {self.owner}").hex()[:_OWNER_DIGITS]

    @property
    def _key(self) -> bytes:
        return self.vault.secret("waiting sheets")

    def _forget_own_oldest(self) -> None:
        own = sorted(self.folder.glob(f"*.{self._mark}.{_Part.SHEET}"), key=_changed)
        for sheet in own[: max(0, len(own) + 1 - _MOST_OF_ONE)]:
            self._forget(sheet)

    def _forget_old(self, now: datetime.datetime) -> None:
        """Drop what nobody came back for; Refused where what is left takes too much room."""
        if not self.folder.exists():
            return
        for aside in self.folder.glob(f"*.{_ASIDE}"):
            self._forget_if_older(aside, UNDO_FOR, now)
        for sheet in self.folder.glob(f"*.{_Part.SHEET}"):
            self._forget_if_older(sheet, _KEPT_FOR, now)
        if sum(_size(path) for path in self.folder.iterdir()) > _MOST_BYTES:
            raise Refused("too_many_sheets")

    def _forget_if_older(self, path: Path, age: datetime.timedelta, now: datetime.datetime) -> None:
        with suppress(FileNotFoundError):
            if _age(path, now) > age:
                self._forget(path)

    def _forget(self, path: Path) -> None:
        for part in self.folder.glob(f"{path.stem}.*"):
            part.unlink(missing_ok=True)


def _date(path: Path, now: datetime.datetime) -> None:
    os.utime(path, (now.timestamp(), now.timestamp()))


def _age(path: Path, now: datetime.datetime) -> datetime.timedelta:
    return datetime.timedelta(seconds=now.timestamp() - path.stat().st_mtime)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
