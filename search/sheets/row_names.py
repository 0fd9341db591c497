"""The names in a row: of the person, of parents, of those they travelled with."""

import re
from collections.abc import Iterable

from matching.record import NameKind, PersonName
from search.sheets.column_targets import Target
from search.sheets.row_keeping import RowKeeping
from search.values.blanks import is_blank
from search.values.name_cells import NameCell, read_name_cell

_NAME_KINDS = {
    Target.FULL_NAME: NameKind.FULL,
    Target.GIVEN: NameKind.GIVEN,
    Target.FAMILY: NameKind.FAMILY,
    Target.SECOND_FAMILY: NameKind.SECOND_FAMILY,
    Target.FATHER: NameKind.FATHER,
    Target.GRANDFATHER: NameKind.GRANDFATHER,
    Target.MOTHER: NameKind.MOTHER,
    Target.NICKNAME: NameKind.NICKNAME,
}
_WORD = re.compile(r"\w+")


def names_of(row: RowKeeping) -> tuple[PersonName, ...]:
    """All names of the person, each once."""
    names = [name for target, kind in _NAME_KINDS.items() for name in names_in(row, target, kind)]
    return tuple(dict.fromkeys(names))


def names_in(row: RowKeeping, target: Target, kind: NameKind) -> tuple[PersonName, ...]:
    """The names in the cells of a target; a cell of which a word is in none of them is kept in words too."""
    found: list[PersonName] = []
    for header, cell in row.cells.pairs(target):
        said = NameCell() if is_blank(cell) else read_name_cell(cell, kind, row.mapping.language)
        found.extend(said.names)
        if said.is_several:
            row.warnings.append((header, "several_people"))
        if not is_blank(cell) and not _says_all(said.names, cell):
            row.note(target, header, cell)
    return tuple(found)


def _says_all(names: Iterable[PersonName], cell: str) -> bool:
    """Whether every word of a cell stands in one of the names that were read from it."""
    said = {word for name in names for word in _WORD.findall(name.text.casefold())}
    return said.issuperset(_WORD.findall(cell.casefold()))
