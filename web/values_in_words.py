"""Values of every kind in the reader's words: what pages, cards and lists are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from i18n.formats import isolate_ltr, listing, number
from matching.record import Mark, Place
from search.values.folding import fold
from web.labels import words
from web.locale import language


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what is said, and in a smaller voice what kind it is or how it was written."""

    text: str
    note: str = ""


def place_words(place: Place | None) -> str:
    """A place as it was written, with its countries by name where the words do not say them; empty for none."""
    if place is None:
        return ""
    named = fold(place.text)
    countries = [name for code in place.countries if fold(name := words(code, "country")) not in named]
    return joined(place.text, *countries) or _point(place)


def listed(codes: Iterable[StrEnum | str], table: str = "") -> str:
    """Codes in words, joined as a sentence joins them."""
    return listing(language(), [words(code, table) for code in codes])


def mark_words(mark: Mark) -> str:
    """A mark's codes in words: what, which picture, where, on which side."""
    return joined(
        words(mark.kind, "mark_kind"),
        words(mark.motif, "motif"),
        words(mark.place, "body_place"),
        words(mark.side, "body_side"),
    )


def joined(*parts: str) -> str:
    """The parts that are not empty, in one line."""
    return " · ".join(part for part in parts if part)


def span_words(low: int, high: int) -> str:
    """A number, or a range that runs from left to right in every script."""
    tag = language()
    return number(tag, low) if low == high else isolate_ltr(f"{number(tag, low)}–{number(tag, high)}")


def _point(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return ""
    return f"{number(language(), place.latitude)}, {number(language(), place.longitude)}"
