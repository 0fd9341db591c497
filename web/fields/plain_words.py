"""Fields of plain words: a line, a text, one value a line, a name, several names."""

from collections.abc import Callable, Sequence
from typing import Any

from i18n.translate import gettext_noop as _
from matching.record import NameKind, PersonName
from search.fields import FieldRow
from web.fields.typed import Typed, one, text, texts
from web.fields.widget import Control, Reading, Setting
from web.forms import LONG_TEXT, SHORT_TEXT

TOO_LONG = _("This is longer than we can take here. We keep what you wrote. Please see whether fewer words are enough.")
_LEAST_LINES, _MOST_LINES = 2, 40


class Line:
    """One line of words."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),))]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one(value or words)

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        return limited(text(typed), SHORT_TEXT)


class LongText(Line):
    """Several lines of words."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="text", values=(text(typed),))]

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        return limited(text(typed), LONG_TEXT)


class Lines(LongText):
    """One value a line."""

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one("\n".join([*value, *words.splitlines()]))

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        lines = [line.strip() for line in text(typed).splitlines() if line.strip()]
        return Reading(tuple(lines))


class Name:
    """One name of the kind that the field's path says."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),))]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one(value.text if value else words)

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        found = limited(text(typed), SHORT_TEXT)
        return Reading(PersonName(found.value, NameKind(row.kind)), "") if found.value else _without(found, None)


class OwnName:
    """The first of somebody's names; the others stay as they are."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),))]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one(value[0].text if value else words)

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        found = limited(text(typed), SHORT_TEXT)
        rest = tuple(old or ())[1:]
        return Reading((PersonName(found.value), *rest)) if found.value else _without(found, rest)


class Names:
    """Whole names of several people, each in a line of its own."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=with_empty_lines(texts(typed)))]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        lines = [*(name.text for name in value), *words.splitlines()]
        return {"": lines} if lines else {}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        return read_each(texts(typed), old or (), lambda name: name.text, _whole_name)


def limited(typed: str, most: int) -> Reading:
    """The text itself; one that is longer than a field takes is kept as words."""
    return Reading(typed) if len(typed) <= most else Reading("", typed, TOO_LONG)


def with_empty_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """What was typed and an empty line behind, and never fewer than two."""
    missing = max(1, _LEAST_LINES - len(lines))
    return (*lines, *[""] * missing)[:_MOST_LINES]


def read_each(
    lines: Sequence[str], old: Sequence[Any], shown: Callable[[Any], str], read: Callable[[str], Any]
) -> Reading:
    """Each line as a value: that of an old one where it still shows it; lines that cannot be read stay words."""
    known = {shown(value): value for value in reversed(old)}
    found = [(line, known[line] if line in known else read(line)) for line in lines]
    values = [value for _, value in found if value]
    flat = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
    return Reading(tuple(dict.fromkeys(flat)), "\n".join(line for line, value in found if not value))


def _whole_name(typed: str) -> PersonName | None:
    return PersonName(typed, NameKind.FULL) if len(typed) <= SHORT_TEXT else None


def _without(found: Reading, value: Any) -> Reading:
    return Reading(value, found.words, found.problem)
