"""What is asked about names of countries and languages that nobody knows, or that several share."""

from collections.abc import Callable, Sequence

from search.fields import FieldRow
from search.values.nearest_names import meant, nearest
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, is_right, texts, with_right
from web.fields.typed_names import NAME_PIECES, answers_by_itself, country_codes, language_codes
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
    unknown = not read(line) and not answers_by_itself(line, table)
    return meant(table, line) or (nearest(table, line) if unknown else ())


def _asked(typed: Typed, table: str, read: Callable[[str], Sequence[str]]) -> SoftQuestion | None:
    """Asks about the first line that is not sure; an unknown one without a neighbour leads to the list."""
    for place, line in enumerate(texts(typed)):
        for piece in _pieces(line, table):
            codes = named(piece, table, read)
            is_sure = is_right(typed, piece) or not (codes or not (read(piece) or answers_by_itself(piece, table)))
            if not is_sure:
                return _which(typed, (place, line, piece), table, codes)
    return None


def _pieces(line: str, table: str) -> tuple[str, ...]:
    """The names of a line that several share, else the line as a whole."""
    shared = tuple(piece.strip() for piece in NAME_PIECES.split(line) if meant(table, piece))
    return shared or (line,)


def _which(typed: Typed, at: tuple[int, str, str], table: str, codes: Sequence[str]) -> SoftQuestion:
    place, line, piece = at
    lines = texts(typed)
    options = tuple(
        SoftOption(code, name, _typed(typed, _replaced(lines, place, line.replace(piece, name)), table, name))
        for code, name in ((code, label(code, table)) for code in codes)
    )
    return SoftQuestion(code="which_" + table, written=piece, options=options, listed=table)


def _typed(typed: Typed, lines: list[str], table: str, name: str) -> dict[str, list[str]]:
    """The field with a name that was chosen; of one that others share too, that it is right."""
    chosen = {**{part: list(values) for part, values in typed.items()}, "": lines}
    return with_right(chosen, name) if meant(table, name) else chosen


def _replaced(lines: Sequence[str], place: int, line: str) -> list[str]:
    return [*lines[:place], line, *lines[place + 1 :]]
