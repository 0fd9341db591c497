"""What a table of people may be in place of a list of persons found: that is asked, and nothing sent before an answer.

Tables of counts, lists of incidents, lists of people who are missing, rows that speak of several people; lists of
staff and tables of nothing that anybody is (`other_lists.py`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.sheet_summaries import SheetDoubt
from search.sheets.cell_shapes import is_counter
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import POST_MORTEM_TARGETS, Target
from search.sheets.header_words import is_administrative, read_header
from search.sheets.other_lists import other_list_doubts
from search.sheets.sheet_table import Table
from search.values import lexicon
from search.values.folding import fold, plain_digits

COUNTS, INCIDENTS, MISSING, SEVERAL = "counts_not_persons", "incidents", "missing_persons", "several_in_row"
# Under these headers each row has one person's own.
_OF_ONE = frozenset(
    {
        Target.FULL_NAME,
        Target.GIVEN,
        Target.FAMILY,
        Target.SECOND_FAMILY,
        Target.NICKNAME,
        Target.DOCUMENT,
        Target.BIRTH_DATE,
        Target.BODY_TAG,
        Target.MORTUARY_NUMBER,
        Target.MARKS,
        Target.HEIGHT,
    }
)
_PERSON = _OF_ONE | {Target.SEX, Target.AGE, Target.AGE_LOW, Target.AGE_HIGH, Target.MINOR, Target.SENDER_NUMBER}
_OF_FINDING = POST_MORTEM_TARGETS | {Target.PRESENT_PLACE, Target.WANTS_CONTACT}
_CERTAIN = 0.9
_MOSTLY, _HALF, _NUMBERS = 0.6, 0.5, 0.8
# So many rows, or so large a part of all, speak of several people before it is asked.
_ROWS, _SHARE = 5, 0.2
_LARGEST_GROUP = 2000
_COUNT = re.compile(r"[+-]?\d[\d.,\s]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def purpose_doubts(table: Table, mapping: Mapping, noticed: Iterable[int] = ()) -> tuple[SheetDoubt, ...]:
    """The questions whether a sheet is a list of persons found, each a person a row.

    `noticed`: the numbers of rows in whose names several people were read.
    """
    columns = _Columns(table, mapping)
    several = tuple(sorted({*columns.rows_of_several(), *noticed}))
    if columns.are_incidents():
        return (SheetDoubt(code=INCIDENTS, options=("persons",)),)
    if columns.are_counts():
        return (SheetDoubt(code=COUNTS, options=("persons",)),)
    doubts = (
        (SheetDoubt(code=MISSING, options=("found",)),) if columns.are_missing() else other_list_doubts(table, mapping)
    )
    if len(several) >= min(_ROWS, max(1, _SHARE * len(table.rows))):
        doubts += (
            SheetDoubt(code=SEVERAL, rows=several, options=("persons", "leave"), params={"count": len(several)}),
        )
    return doubts


class _Columns:
    """What the headers and cells of a table say of it as a whole."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        self._table, self._mapping = table, mapping
        # A row of years is taken for values, and the sheet for one without a header.
        first = table.headers if any(table.headers) or not table.rows else table.rows[0].cells
        self._headers = [fold(header) for header in first]
        self._values = [table.column(at) for at in range(len(table.headers))]
        self._certain = {target for header in table.headers for target in _certain_targets(header)}
        self._counted = [_are_counts(values) for values in self._values]

    def are_incidents(self) -> bool:
        """Numbers of dead, missing or survivors beside a day or coordinates, and nothing that one person has."""
        counted = [at for at in self._named("casualties") if self._counted[at]]
        of_one_event = self._certain & {Target.FOUND_DATE, Target.REPORT_DATE, Target.COORDINATES, Target.LATITUDE}
        return len(counted) >= 2 and bool(of_one_event) and not self._certain & _OF_ONE

    def are_counts(self) -> bool:
        """Most cells are numbers under years, months and totals, and no column is one person's."""
        if self._certain & _OF_ONE or not self._table.rows:
            return False
        counted = [at for at, values in enumerate(self._values) if self._counted[at] and not is_counter(values)]
        told = [at for at in counted if at in self._named("amount", "casualties") or _is_time(self._headers[at])]
        cells = sum(map(len, self._values))
        share = sum(len(self._values[at]) for at in counted) / cells if cells else 0.0
        persons = self._certain & _PERSON
        amounts = [at for at in counted if at in self._named("amount", whole=True) and self._are_amounts(at)]
        if amounts and Target.SENDER_NUMBER not in persons:
            return True
        return bool(told) and (share >= (_NUMBERS if persons else _MOSTLY) or (len(told) >= 2 and share >= _HALF))

    def _are_amounts(self, at: int) -> bool:
        sizes = [_size(cell) for cell in self._values[at]]
        return sum(1 for size in sizes if size > 1) > _HALF * len(sizes)

    def are_missing(self) -> bool:
        """Words for missing in a header, in most cells of an outcome, or in the title, and none for found."""
        headers = [header for at, header in enumerate(self._headers) if not self._counted[at]]
        said = any(_says("missing", header) or _says("last_seen", header) for header in headers)
        found = any(_says("found", header) and not _says("missing", header) for header in headers)
        targets = {column.target for column in self._mapping.columns}
        if found or targets & _OF_FINDING:
            return False
        names = (self._table.title, self._table.worksheet, re.split(r"[\\/]", self._table.filename)[-1])
        entitled = any(_says("missing", fold(re.sub(r"[_\-.]", " ", name))) for name in names)
        titled_found = any(_says("found", fold(re.sub(r"[_\-.]", " ", name))) for name in names)
        return said or self._outcomes_are_missing() or (entitled and not titled_found)

    def _outcomes_are_missing(self) -> bool:
        # A "status" of missing people is kept in words: "missing" is no outcome of a person found.
        kept = [at for at in self._mapping.indexes(Target.WORDS) if _tells_a_status(self._table.headers[at])]
        columns = [*self._mapping.indexes(Target.OUTCOME), *kept]
        return any(self._most_are_missing(self._values[at]) for at in columns)

    @staticmethod
    def _most_are_missing(cells: list[str]) -> bool:
        return bool(cells) and sum(_says("missing", fold(cell)) for cell in cells) >= _HALF * len(cells)

    def rows_of_several(self) -> Iterator[int]:
        """The numbers of the rows that count more than one person, or name more than one."""
        names = self._mapping.indexes(Target.FULL_NAME)
        counts = [at for at in self._named("persons", whole=True) if self._are_sizes(at, may_be_numbers=False)]
        counts += [
            at for at in self._named("persons_or_number", whole=True) if self._are_sizes(at, may_be_numbers=True)
        ]
        plain = [at for at in names if _are_given_first(self._values[at])]
        for row in self._table.rows:
            named = any(is_several(row.cells[at]) for at in names) or any(_are_two(row.cells[at]) for at in plain)
            if named or any(_size(row.cells[at]) > 1 for at in counts):
                yield row.number

    def _are_sizes(self, at: int, *, may_be_numbers: bool) -> bool:
        """How many people each row speaks of: small numbers; mostly one, where they might be the rows' own numbers."""
        sizes = [_size(cell) for cell in self._values[at]]
        small = sum(1 for size in sizes if 0 < size <= _LARGEST_GROUP)
        if small < _NUMBERS * len(sizes) or not small or is_counter(self._values[at]):
            return False
        return not may_be_numbers or sizes.count(1) >= _HALF * len(sizes)

    def _named(self, *codes: str, whole: bool = False) -> set[int]:
        """The columns whose header is, or holds, a word of these codes."""
        words = {word for code in codes for word in lexicon.words("count_headers", code)}
        return {at for at, header in enumerate(self._headers) if header and _holds(header, words, whole=whole)}


@lru_cache(maxsize=4096)
def is_several(cell: str) -> bool:
    """Whether the cell of a name speaks of several people: a list, two whole names joined, or a number of people."""
    text = cell.strip()
    if not text:
        return False
    many = re.match(r"(\d{1,4})\s+([^\W\d_]+)", plain_digits(text))
    if many and int(many[1]) > 1 and fold(many[2]) in lexicon.words("count_headers", "many_people"):
        return True
    parts = [part for part in re.split(r"[;\n]", text) if _has_letters(part)]
    if len(parts) > 1:
        # "Mora; Luis" is one person, family name first; a name in two scripts is one as well.
        whole = len(parts) > 2 or all(len(part.split()) > 1 for part in parts)
        return whole and len({_is_latin(part) for part in parts}) == 1 and all(len(p.split()) < 8 for p in parts)
    joined = _joined(text)
    return len(joined) > 1 and len(joined[-1].split()) > 1


def _are_given_first(cells: list[str]) -> bool:
    """Names without commas are whole, and none is written `Pérez Ruiz, Juan`, family name first."""
    divided = [[part.split() for part in cell.split(",")] for cell in cells]
    whole = any(len(parts) == 1 and len(parts[0]) > 1 for parts in divided)
    return whole and not any(len(parts) > 1 and min(map(len, parts)) == 1 for parts in divided)


def _are_two(cell: str) -> bool:
    """`Juan Pérez, María López`, in a column of names without commas."""
    parts = cell.split(",")
    return len(parts) == 2 and all(1 < len(part.split()) < 5 and not any(map(str.isdigit, part)) for part in parts)


def _joined(text: str) -> list[str]:
    """The parts between words for "and"."""
    words = lexicon.words("count_headers", "and") | {"&", "+"}
    parts: list[list[str]] = [[]]
    for word in text.split():
        if (fold(word) or word) in words and (word.islower() or not word.isalpha() or not word.isascii()):
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]


def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _is_latin(text: str) -> bool:
    return any(c.isalpha() and c < "\u0250" for c in text)


@lru_cache(maxsize=4096)
def _tells_a_status(header: str) -> bool:
    return is_administrative(header) or any(sense.target is Target.OUTCOME for sense in read_header(header))


def _certain_targets(header: str) -> frozenset[Target]:
    """What a header means for certain."""
    return (
        frozenset(sense.target for sense in read_header(header)[:1] if sense.score >= _CERTAIN)
        if header
        else frozenset()
    )


def _holds(header: str, words: Iterable[str], *, whole: bool) -> bool:
    return header in words if whole else any(f" {word} " in f" {header} " for word in words)


def _says(code: str, folded: str) -> bool:
    """Whether a word of the text begins like one of the code's."""
    return any(f" {word}" in f" {folded}" for word in lexicon.words("missing_words", code))


def _are_counts(values: list[str]) -> bool:
    counts = sum(1 for value in values if _COUNT.fullmatch(plain_digits(value.strip())))
    return bool(values) and counts >= _NUMBERS * len(values)


def _size(cell: str) -> int:
    plain = plain_digits(cell.strip()).removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else 0


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    return frozenset(fold(word) for _, _, phrases in lexicon.rows("cldr_months") for word in phrases)


def _is_time(header: str) -> bool:
    """A year or a month as the folded name of a column."""
    return bool(_YEAR.fullmatch(plain_digits(header))) or header in _months()
