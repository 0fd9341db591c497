"""Names of form fields as browsers send them: which of them a form can read at all.

Rows of a list are numbered in the names of their fields (`marks-3-kind`). The library that reads forms takes any sign
that Unicode calls a digit for such a number and stumbles over those that are none ("²") and over numbers of thousands
of digits. No page of ours sends such a name; it is passed over wherever a request or a draft brings one.
"""

import io
from collections.abc import Iterable
from typing import IO, Any, TypeVar

from flask import Request
from werkzeug.routing import Rule

from web.masking import unmasked

_LONGEST_NAME = 200
_MOST_DIGITS = 3

T = TypeVar("T")


WHOSE = "whose"


class FormRequest(Request):
    """A request whose form holds only fields with names that a form can read, and whose files touch no disk.

    `whose` is the mark of the person whose page sent it: a field of every form of a signed-in page, kept from the form.
    `most_file_bytes`: of a file that is larger no more than this and one byte is kept, and of what was typed all.
    """

    whose = ""
    most_file_bytes: int | None = None

    def _get_file_stream(self, *_told: Any, **_named: Any) -> IO[bytes]:
        """Files stay in memory, which the portal's limit of a body bounds: a disk would remember them."""
        return io.BytesIO() if self.most_file_bytes is None else FirstBytes(self.most_file_bytes + 1)

    def _load_form_data(self) -> None:
        """Sorts the fields out once, when the body is read; whatever asks for fields comes by here."""
        read_already = "form" in self.__dict__
        super()._load_form_data()
        if not read_already:
            self._hold(self.__dict__["form"].items(multi=True))

    def stand_at(self, rule: Rule, arguments: dict[str, Any], fields: Iterable[tuple[str, str]]) -> None:
        """Makes this the request of another page, to which these fields were sent before."""
        self._load_form_data()
        self.url_rule, self.view_args = rule, arguments
        self._hold(fields)

    def _hold(self, fields: Iterable[tuple[str, str]]) -> None:
        sent = readable(fields)
        self.whose = next((unmasked(value).hex() for name, value in sent if name == WHOSE), self.whose)
        kept = [(name, value) for name, value in sent if name != WHOSE]
        self.__dict__["form"] = self.parameter_storage_class(kept)
        self.__dict__.pop("values", None)


class FirstBytes(io.BytesIO):
    """The beginning of a file; what would make it longer is passed over."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: Any, /) -> int:
        """Says that all was taken, so that whoever reads goes on to what stands behind the file."""
        given = memoryview(data)
        super().write(given[: max(0, self._most - self.tell())])
        return len(given)


def readable(fields: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """The fields whose names a form can read."""
    return [(name, value) for name, value in fields if readable_name(name)]


def readable_name(name: str) -> bool:
    """Whether every number in the name of a field is one of a row: at most three ASCII digits."""
    return len(name) <= _LONGEST_NAME and all(_is_word_or_row(part) for part in name.split("-"))


def _is_word_or_row(part: str) -> bool:
    return not part.isdigit() or (part.isascii() and len(part) <= _MOST_DIGITS)
