"""Cells of a row of which something would be lost: words beside a value that was read ("light chestnut hair").

A cell is either understood as a whole, or its words stand in the report. Of a text, each word is looked for among all
that the report says; of a code ("brown"), the cell must say that code and nothing else.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from search.commands import ReportFound
from search.documents import Answer, FieldNote
from search.fields.contradictions import contradicts
from search.fields.table import row_filled_by
from search.fields.values_at_paths import value_at
from search.sheets.column_targets import Target
from search.sheets.row_cells import Cells
from search.values import code_words
from search.values.blanks import is_blank, says_nothing
from search.values.country_names import is_only_countries
from search.values.folding import fold, plain_digits
from search.values.identity_documents import document_kind, without_labels
from search.values.language_names import is_only_languages
from search.values.phone_numbers import is_only_phones
from search.values.phrasebook import CONNECTORS
from search.values.place_texts import coordinate, is_only_coordinates
from search.vocabulary import ReportKind

Left = tuple[Target, str, str]
"""A column's target and header, and its cell."""

_WORD = re.compile(r"\w+")
_NOT_READ = frozenset({Target.IGNORE, Target.ROW_COUNTER})
# Where words that part one thing from the next say nothing themselves.
_LISTS = frozenset({Target.MARKS, Target.EFFECTS, Target.DOCUMENT})
_TRAITS = (Target.HAIR, Target.EYES, Target.BUILD, Target.SKIN, Target.FACIAL_HAIR)
_NONE = "none"
_IS_UNDERSTOOD: Mapping[Target, Callable[[str], bool]] = {
    Target.SEX: lambda cell: len(fold(cell).split()) < 2 or code_words.is_word_for(cell, "sex"),
    Target.NATIONALITY: is_only_countries,
    Target.LANGUAGES: is_only_languages,
    **dict.fromkeys(
        (Target.HAIR, Target.EYES, Target.BUILD, Target.SKIN, Target.FACIAL_HAIR), code_words.is_trait_word
    ),
    Target.WANTS_CONTACT: lambda cell: code_words.yes_or_no(cell) is not None and len(cell.split()) == 1,
    Target.MINOR: lambda cell: code_words.yes_or_no(cell) is not None and len(cell.split()) == 1,
    Target.PHONES: lambda cell: is_only_phones(cell, ("*",)),
    Target.CONTACT_PHONES: lambda cell: is_only_phones(cell, ("*",)),
    Target.DOCUMENT_KIND: lambda cell: all(map(document_kind, fold(cell).split())),
    Target.COORDINATES: is_only_coordinates,
}


def cells_left(cells: Cells, report: ReportFound, kept: list[str]) -> Iterator[Left]:
    """The cells whose words stand neither in the report nor among `kept`, the words that were put aside for it."""
    said = _words("\n".join([*_texts(msgspec.to_builtins(report)), *kept]))
    put_aside = "\n".join([report.found.words, *kept])
    for column, cell in cells.columns:
        if is_blank(cell) or column.target in _NOT_READ or cell in put_aside:
            continue
        if not _is_kept(column.target, cell, report, said):
            yield column.target, column.header, cell


def denied_in(cells: Cells, report: ReportFound) -> Iterator[Left]:
    """The cells that say "none" of a list of which the report holds some: another cell of the row contradicts them."""
    documents = {"description": report.found, "identifiers": report.identifiers}
    for column, cell in cells.columns:
        row = row_filled_by(column.target)
        if row is None or row.section not in documents or _NONE not in row.answers or not says_nothing(cell):
            continue
        if contradicts(value_at(documents[row.section], row.path), FieldNote(field=row.path, answer=Answer.NONE)):
            yield column.target, column.header, cell


def _is_kept(target: Target, cell: str, report: ReportFound, said: set[str]) -> bool:
    if target is Target.KIND:
        return code_words.is_word_for(cell, "kinds", report.kind) and report.kind is not ReportKind.OTHER
    if target in (Target.LATITUDE, Target.LONGITUDE):
        return _is_of_the_point(cell, report)
    if (understood := _IS_UNDERSTOOD.get(target)) is not None:
        return understood(cell)
    is_paper = target is Target.DOCUMENT
    left = _words(without_labels(cell) if is_paper else cell) - said
    return all(is_paper and document_kind(word) for word in left - (CONNECTORS if target in _LISTS else frozenset()))


def _is_of_the_point(cell: str, report: ReportFound) -> bool:
    place = report.found.event.place if report.found.event else None
    return place is not None and coordinate(cell, 180.0) in (place.latitude, place.longitude)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(plain_digits(text).casefold()))


def _texts(value: Any) -> Iterator[str]:
    """All texts of a report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
