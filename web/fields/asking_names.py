"""What is asked about names of countries and languages that nobody knows, or that several share."""

from collections.abc import Callable, Sequence

from search.fields import FieldRow
from search.values.nearest_names import meant, nearest
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, texts
from web.fields.typed_names import country_codes, language_codes
from web.fields.widget import Setting
from web.labels import words as label


def one_country(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """What is asked about a country."""
    return _asked(typed, "country", lambda line: country_codes(line)[0])


countries = one_country


def languages(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """What is asked about languages."""
    return _asked(typed, "language", lambda line: language_codes(line)[0])


def named(line: str, table: str, read: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """The codes that a line may mean: those that share a name, or the nearest where nobody knows it."""
    return meant(table, line) or (() if read(line) else nearest(table, line))


def _asked(typed: Typed, table: str, read: Callable[[str], Sequence[str]]) -> SoftQuestion | None:
    """Asks about the first line that is not sure; an unknown one without a neighbour leads to the list."""
    lines = texts(typed)
    shown = [(place, line, named(line, table, read)) for place, line in enumerate(lines)]
    place, line, codes = next(((at, one, found) for at, one, found in shown if found or not read(one)), (0, "", ()))
    if not line:
        return None
    options = tuple(
        SoftOption(code, label(code, table), {"": [*lines[:place], label(code, table), *lines[place + 1 :]]})
        for code in codes
    )
    return SoftQuestion(code="which_" + table, written=line, options=options, listed=table)
