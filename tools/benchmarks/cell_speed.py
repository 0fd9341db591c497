"""Whether every reader of a cell takes time in proportion to its length, over shapes made to prevent that.

Processor time at n and at 4 n characters: about four times for a linear reader, sixteen for a quadratic one. The
fastest of a few runs counts, because others use the machine too. The collector rests meanwhile: what it goes through is
not the reader's.
"""

import datetime
import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.sheets import cell_shapes
from search.sheets.header_words import read_header
from search.values.ages import read_age
from search.values.blanks import is_blank
from search.values.code_words import (
    is_dead,
    is_trait_word,
    is_word_for,
    leaves_open,
    remains_condition,
    report_kind,
    traits,
    yes_or_no,
)
from search.values.country_names import countries_in, country, is_only_countries, nationalities
from search.values.dates.date_reading import DateStyle, read_birth_date, read_date
from search.values.effect_words import read_effects, scan_effects
from search.values.folding import fold, plain_digits
from search.values.heights import read_height
from search.values.identity_documents import read_documents, without_labels
from search.values.language_names import is_only_languages, read_languages
from search.values.mark_words import read_marks, scan_marks
from search.values.name_cells import read_names
from search.values.names_and_sex import read_sex, sex_word
from search.values.no_names import is_no_name, without_placeholders
from search.values.phone_numbers import is_only_phones, read_phones
from search.values.place_texts import coordinate, coordinates, is_only_coordinates, read_place

# Less than that a clock cannot tell.
_TELLABLE = 0.002
_STYLE = DateStyle(datetime.date(2026, 1, 1))
_LANGUAGES = ("es",)
Reader = Callable[[str], object]
READERS: dict[str, Reader] = {
    "read_marks": lambda text: read_marks(text, _LANGUAGES),
    "read_marks (nl)": lambda text: read_marks(text, ("nl",)),
    "scan_marks": lambda text: scan_marks(text, _LANGUAGES),
    "read_effects": lambda text: read_effects(text, _LANGUAGES),
    "scan_effects": lambda text: scan_effects(text, _LANGUAGES),
    "read_date": lambda text: read_date(text, _STYLE),
    "read_birth_date": lambda text: read_birth_date(text, _STYLE),
    "read_age": read_age,
    "read_height": read_height,
    "read_names": read_names,
    "read_sex": lambda text: read_sex(text, {}),
    "sex_word": sex_word,
    "read_phones": read_phones,
    "read_place": read_place,
    "coordinates": coordinates,
    "coordinate": lambda text: coordinate(text, 90.0),
    "read_documents": read_documents,
    "read_languages": read_languages,
    "country": country,
    "countries_in": countries_in,
    "nationalities": nationalities,
    "report_kind": report_kind,
    "is_dead": is_dead,
    "yes_or_no": yes_or_no,
    "leaves_open": leaves_open,
    "remains_condition": remains_condition,
    "traits": lambda text: traits("hair", text),
    "is_trait_word": is_trait_word,
    "is_word_for": lambda text: is_word_for(text, "sex"),
    "is_only_countries": is_only_countries,
    "is_only_languages": is_only_languages,
    "is_only_phones": lambda text: is_only_phones(text, ("*",)),
    "is_only_coordinates": is_only_coordinates,
    "without_labels": without_labels,
    "is_blank": is_blank,
    "is_no_name": is_no_name,
    "without_placeholders": without_placeholders,
    "fold": fold,
    "plain_digits": plain_digits,
    "read_header": read_header,
    "is_date": cell_shapes.is_date,
    "shapes": lambda text: [cell_shapes.Shapes([text], _LANGUAGES).share(target) for target in cell_shapes.SHAPED],
    "date_order": lambda text: cell_shapes.date_order([text]),
    "calendar_of": lambda text: cell_shapes.calendar_of([text], "ar"),
}
# A beginning, what is repeated, and an end: what makes a pattern begin everywhere and fail at the end.
SHAPES: dict[str, tuple[str, str, str]] = {
    "blanks": ("1", " ", "x"),
    "tabs": ("1", "\t", "x"),
    "no-break": ("a", "\u00a0", "x"),
    "lines": ("a", "\n", "x"),
    "digits": ("", "1", "x"),
    "digits apart": ("", "1 ", "x"),
    "points": ("1", ".", "x"),
    "digit points": ("", "1.", "x"),
    "dashes": ("", "-", "x"),
    "digit dashes": ("+", "1-", "x"),
    "slashes": ("", "1/", "x"),
    "commas": ("", ",", "x"),
    "numbers": ("", "12,5 ", "x"),
    "plus": ("", "+1", "x"),
    "brackets": ("", "(", "1"),
    "bracket pairs": ("", "()", "1"),
    "degrees": ("", "1°1'", "x"),
    "decimals": ("", "12.34 N ", "x"),
    "letters": ("", "a", "1"),
    "words": ("", "a ", "1"),
    "long words": ("", "tatuaje ", "1"),
    "and": ("a", " y", " x"),
    "colons": ("", "a:", "1"),
    "hashes": ("", "no ", "x"),
    "quotes": ("", "\"'", "x"),
    "arabic": ("", "و ", "1"),
    "arabic words": ("", "اسم ", "1"),
    "signs": ("a", "\u0301", "x"),
    "zwj": ("a", "\u200d", "x"),
    "semicolons": ("", "a;", "1"),
    "dates": ("", "1/2/2020 ", "x"),
    "equals": ("", "=-", "1"),
}


@dataclass(frozen=True, slots=True)
class Growth:
    """What a reader took for n and for 4 n characters of a shape, in seconds of a processor."""

    reader: str
    shape: str
    short: float
    long: float

    @property
    def ratio(self) -> float:
        """How many times longer the longer one took; below what a clock can tell it counts as nothing."""
        return self.long / max(self.short, _TELLABLE)


def text_of(shape: str, length: int, turn: int = 0) -> str:
    """A cell of about this length; `turn` makes it another one, so that nothing is remembered of it."""
    begin, middle, end = SHAPES[shape]
    return begin + middle * ((length - len(begin)) // len(middle)) + end + "abcdefgh"[turn % 8]


def growth_figures(length: int, runs: int = 3) -> Iterator[Growth]:
    """Every reader over every shape."""
    for name, reader in READERS.items():
        reader("warm 1")
        for shape in SHAPES:
            yield growth_of(name, shape, length, runs)


def growth_of(name: str, shape: str, length: int, runs: int = 3) -> Growth:
    """One reader over one shape, each time another text of it."""
    short, long = (
        min(seconds_of(READERS[name], text_of(shape, size, turn)) for turn in range(runs))
        for size in (length, 4 * length)
    )
    return Growth(name, shape, short, long)


def seconds_of(reader: Reader, text: str) -> float:
    """The time that a thread works for one text."""
    collected = gc.isenabled()
    gc.disable()
    try:
        begun = time.thread_time()
        reader(text)
        return time.thread_time() - begun
    finally:
        if collected:
            gc.enable()
