"""What news changed, in the reader's language: codes among what was written are said in words."""

from functools import cache

from search.documents.merging import KIND
from search.fields.table import catalogue, parts_of
from search.vocabulary import ReportKind
from web.labels import TABLES, message, words

_BETWEEN = " · "
_OF_WIDGETS = {"countries": "country", "country": "country", "languages": "language", "yes_no": "sheet_option"}


def changed_value(text: str, path: str) -> str:
    """A value of a change: each of its parts that is a code of the field, or of a part of its list, in words."""
    if path == KIND:
        return words(ReportKind(text)) if text in tuple(ReportKind) else text
    return "\n".join(_BETWEEN.join(_said(part, path) for part in line.split(_BETWEEN)) for line in text.split("\n"))


def _said(part: str, path: str) -> str:
    for group in _groups(path):
        if group in TABLES:
            if message(group, part):
                return words(part, group)
        elif part:
            return words(part, group)
    return part


@cache
def _groups(path: str) -> tuple[str, ...]:
    """The tables of words that a field's values are codes of."""
    row = catalogue().get(path) or catalogue().get(path.partition(":")[0])
    rows = () if row is None else (row, *parts_of(row.path))
    codes = [one.codes for one in rows if one.codes]
    spoken = [_OF_WIDGETS[one.widget] for one in rows[:1] if one.widget in _OF_WIDGETS]
    return tuple(dict.fromkeys([*codes, *spoken]))
