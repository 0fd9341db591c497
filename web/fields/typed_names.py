"""Places, countries and languages by typing: names in any language are read, and what nobody knows stays in words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from phonenumbers import SUPPORTED_REGIONS

from i18n.formats import enumeration
from i18n.translate import gettext_noop as _
from i18n.translate import pgettext_noop as p_
from matching.record import Place, PlacePrecision
from search.fields import FieldRow
from search.values.country_names import STATELESS, countries_in, country, nationalities
from search.values.folding import fold
from search.values.joining_words import COMMAS, STOPS
from search.values.language_names import language, language_of_variety, read_languages
from search.values.nearest_names import denies, meant, own_name
from search.values.no_countries import country_of, is_no_country, without_them
from search.values.place_texts import read_place
from web.fields.plain_words import limited, read_each, with_empty_lines
from web.fields.typed import Typed, one, text, texts
from web.fields.widget import Control, Reading, Setting
from web.forms import SHORT_TEXT
from web.labels import words as label
from web.labels.geography import sort_key
from web.locale import language as reader
from web.locale import pgettext

NO_COUNTRY = _(
    "We do not know this as a country. You can write its name in another way, or leave your words as they are."
)
NO_LANGUAGE = _(
    "We do not know this as a language. You can write its name in another way, or leave your words as they are."
)
_PLACE = p_("place", "Place, in your own words")
_COUNTRY = p_("place", "Country")
NAME_PIECES = re.compile(rf"[{COMMAS}{STOPS}/·\n]")
_LEAST_LETTERS = 4

# Every territory with a telephone plan of its own; that leaves out only uninhabited ones.
COUNTRIES: tuple[str, ...] = tuple(sorted(SUPPORTED_REGIONS))

# ISO 639 codes of languages spoken along migration routes, the same that reports are read with; any other can be
# written in words. Dari stands under Persian, Kurmanji under Kurdish.
LANGUAGES: tuple[str, ...] = (
    "aa", "af", "ak", "am", "ar", "ay", "az", "ber", "bm", "bn", "cab", "ckb", "de", "dyu", "ee", "el", "en", "es",
    "fa", "ff", "fr", "fvr", "gn", "gu", "ha", "he", "hi", "ht", "hy", "id", "ig", "it", "ja", "ka", "kab", "kek",
    "kk", "km", "kn", "ko", "ku", "kun", "ky", "lg", "ln", "lo", "mam", "mg", "ml", "mls", "mnk", "mr", "ms", "my",
    "nah", "ne", "nl", "om", "pa", "pcm", "pl", "ps", "pt", "qu", "quc", "rhg", "rn", "ro", "ru", "rw", "sd", "sg",
    "si", "sn", "snk", "so", "sr", "ssy", "sw", "syl", "ta", "te", "tg", "th", "ti", "tig", "tk", "tl", "tr", "tw",
    "ug", "uk", "ur", "uz", "vi", "wo", "yo", "zag", "zh", "zu",
)  # fmt: skip


def suggestions(listed: str) -> list[str]:
    """The names that a page suggests while one types, in the reader's alphabet; sent once a page."""
    codes = {"country": COUNTRIES, "language": LANGUAGES}[listed]
    return sorted((label(code, listed) for code in codes), key=sort_key)


class PlaceAndCountry:
    """A place in words, and its country by typing."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [
            Control(kind="line", part="text", label=pgettext(*_PLACE), values=(text(typed, "text"),)),
            Control(
                kind="line", part="country", label=pgettext(*_COUNTRY), values=(text(typed, "country"),),
                listed="country",
            ),
        ]  # fmt: skip

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        place = value or Place()
        country_text = " · ".join(filter(None, (_names(place.countries), words)))
        return {**one(place.text, "text"), **one(country_text, "country")}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        place = limited(text(typed, "text"), SHORT_TEXT)
        found = _countries(text(typed, "country"), old.countries if old else ())
        # Country words that are those of the place stand there already.
        others = "" if found.words == text(typed, "text") else found.words
        words = " · ".join(filter(None, (place.words, others)))
        part = "text" if place.problem else "country"
        told = found.value or (() if text(typed, "country") else countries_in_words(place.value))
        value = _place(place.value, told, old)
        read = _as_offices_write(value) if setting.by_office and value else value
        return Reading(read, words, place.problem or found.problem, part)


class OneCountry:
    """One country by typing."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=(text(typed),), listed="country")]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        return one(label(value, "country") if value else words)

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        found = _countries(text(typed), (old,) if old else ())
        first, *more = found.value or ("",)
        return Reading(first, found.words or (text(typed) if more else ""), found.problem)


class Countries:
    """Several countries, one in each line."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=with_empty_lines(texts(typed)), listed="country")]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        lines = [*(label(code, "country") for code in value), *words.splitlines()]
        return {"": lines} if lines else {}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        return _each(texts(typed), old or (), "country", country_codes, NO_COUNTRY)


class Languages:
    """Several languages, one in each line."""

    def controls(self, row: FieldRow, typed: Typed) -> Sequence[Control]:
        return [Control(kind="line", values=with_empty_lines(texts(typed)), listed="language")]

    def fill(self, row: FieldRow, value: Any, words: str) -> Typed:
        lines = [*(label(code, "language") for code in value), *words.splitlines()]
        return {"": lines} if lines else {}

    def read(self, row: FieldRow, typed: Typed, setting: Setting, old: Any) -> Reading:
        return _each(texts(typed), old or (), "language", language_codes, NO_LANGUAGE)


def countries_in_words(words: str) -> tuple[str, ...]:
    """The countries that the words of a place name; the Gulf of Guinea names none."""
    return countries_in(words if without_them(words) == fold(words) else without_them(words))


Codes = tuple[tuple[str, ...], str]
"""Codes that were read, and the text itself where there is more in it than these codes say."""


def country_codes(typed: str) -> Codes:
    """The countries that a line names. Two small letters are a word, not a code: "no" is not Norway."""
    return _by_pieces(typed, _country, lambda piece: nationalities(without_them(piece)))


def language_codes(typed: str) -> Codes:
    """The languages that a line names."""
    return _by_pieces(typed, _language, read_languages)


def answers_by_itself(typed: str, table: str) -> bool:
    """Whether a line of which nothing was read is an answer all the same, or a name that is asked about."""
    pieces = [piece.strip() for piece in NAME_PIECES.split(typed) if piece.strip()]
    return any(bool(meant(table, piece)) or (table == "country" and is_no_country(piece)) for piece in pieces)


_Piece = tuple[str, bool]
"""The code that a piece is, and whether its words say more than that."""


def _country(piece: str) -> _Piece:
    if is_no_country(piece):
        return country_of(piece), True
    if meant("country", piece):
        own = own_name("country", piece)
        return own, not own
    return ("" if len(piece) < _LEAST_LETTERS and piece.islower() else country(piece)), False


def _language(piece: str) -> _Piece:
    if meant("language", piece):
        own = own_name("language", piece)
        return own, not own
    variety = language_of_variety(piece)
    return variety or language(piece), bool(variety)


def _by_pieces(typed: str, whole: Callable[[str], _Piece], within: Callable[[str], tuple[str, ...]]) -> Codes:
    codes: list[str] = []
    more = False
    for piece in (piece.strip() for piece in NAME_PIECES.split(typed)):
        if not piece:
            continue
        code, says_more = whole(piece)
        if code and code != STATELESS:
            codes.append(code)
            more = more or says_more
            continue
        is_sentence = not says_more and len(piece) >= _LEAST_LETTERS and not denies(piece)
        codes += [code for code in (within(piece) if is_sentence else ()) if code != STATELESS]
        more = True
    return tuple(dict.fromkeys(codes)), typed if more or not codes else ""


def _each(lines: Sequence[str], old: Sequence[str], table: str, read: Callable[[str], Codes], problem: str) -> Reading:
    found = read_each(lines, old, lambda code: label(code, table), lambda line: read(line)[0])
    known = {label(code, table) for code in old}
    words = [said for line in lines if line not in known and (said := read(line)[1])]
    unread = any(line not in known and not read(line)[0] and not answers_by_itself(line, table) for line in lines)
    return Reading(found.value, "\n".join(words), problem if unread else "")


def _countries(typed: str, old: tuple[str, ...]) -> Reading:
    if not typed or typed == _names(old):
        return Reading(old if typed else ())
    codes, words = country_codes(typed)
    return Reading(codes, words, "" if codes or answers_by_itself(typed, "country") else NO_COUNTRY)


def _place(words: str, countries: tuple[str, ...], old: Place | None) -> Place | None:
    """A place keeps the point that was noted for it for as long as its words stay the same."""
    if old is not None and words and words == old.text:
        return replace(old, countries=old.countries if set(old.countries) == set(countries) else countries)
    if not words and not countries:
        return None
    return Place(text=words, countries=countries, precision=PlacePrecision.UNKNOWN if words else PlacePrecision.COUNTRY)


def _as_offices_write(place: Place) -> Place:
    """The place with the coordinates and, where none was given by itself, the country that stand in its words."""
    found = read_place(place.text)
    if found is None:
        return place
    return replace(found, countries=place.countries or found.countries)


def _names(codes: Sequence[str]) -> str:
    # With commas, not as a sentence joins them: somebody adds one more to the line, and it is read again.
    return enumeration(reader(), [label(code, "country") for code in codes])
