"""What a clerk or a mother writes in the languages of the routes: each cell of the table is read as it says."""

import csv
import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from matching.record import Effect, Mark
from search.sheets.header_words import read_header
from search.values import lexicon
from search.values.ages import read_age
from search.values.blanks import is_blank
from search.values.code_words import is_dead, report_kind, traits, yes_or_no
from search.values.country_names import nationalities
from search.values.dates.date_reading import DAY_FIRST, DateStyle, read_date
from search.values.dates.days_ago import read_days_ago
from search.values.effect_words import read_effects
from search.values.folding import fold
from search.values.heights import read_height
from search.values.language_names import read_languages
from search.values.mark_words import read_marks
from search.values.name_relations import told_by
from search.values.names_and_sex import sex_word
from search.values.no_names import is_no_name
from search.values.trait_words import colour_codes, trait_codes
from search.values.weights import read_weight

_TODAY = datetime.date(2026, 11, 29)
_FEATURES = ("build", "hair", "eyes", "facial_hair", "skin")


def _marks(text: str, languages: tuple[str, ...]) -> str:
    return "; ".join(" ".join(filter(None, _of_mark(mark))) for mark in read_marks(text, languages).marks)


def _of_mark(mark: Mark) -> tuple[str, ...]:
    return mark.kind, mark.place, mark.side, mark.motif


def _things(text: str, languages: tuple[str, ...]) -> str:
    return "; ".join(_of_effect(effect) for effect in read_effects(text, languages).effects)


def _of_effect(effect: Effect) -> str:
    return f"{effect.item} {effect.colour}".strip()


def _age(text: str, _languages: tuple[str, ...]) -> str:
    found = read_age(text)
    return f"{found.low}-{found.high}{' about' if found.estimated else ''}" if found else ""


def _date(text: str, _languages: tuple[str, ...]) -> str:
    found = read_date(text, DateStyle(order=DAY_FIRST, today=_TODAY))
    return f"{found.earliest}..{found.latest}" if found else ""


def _ago(text: str, _languages: tuple[str, ...]) -> str:
    found = read_days_ago(text, _TODAY)
    return f"{found.earliest}..{found.latest}" if found else ""


def _relation(text: str, _languages: tuple[str, ...]) -> str:
    return next((code for code, _, _ in lexicon.rows("relationships") if fold(text) in _related(code)), "")


def _related(code: str) -> frozenset[str]:
    return lexicon.words("relationships", code)


def _told(text: str, _languages: tuple[str, ...]) -> str:
    """By whom somebody is told: the parent's name, `kin` for a relative's, nothing for a name of one's own."""
    found = told_by(text)
    return "" if found is None else found.name or "kin"


def _height(text: str, _languages: tuple[str, ...]) -> str:
    found = read_height(text)
    return f"{found.low_cm}-{found.high_cm}" if found else ""


def _weight(text: str, _languages: tuple[str, ...]) -> str:
    found = read_weight(text)
    return f"{found.low_kg}-{found.high_kg}" if found else ""


def _header(text: str, _languages: tuple[str, ...]) -> str:
    return next((sense.target.value for sense in read_header(text) if sense.certain), "")


def _said(yes: str, no: str, *, of: bool | None) -> str:
    return "" if of is None else yes if of else no


def _traits(feature: str, text: str, _languages: tuple[str, ...]) -> str:
    """A feature as a sheet's cell and as a family's own words say it: both read the same."""
    of_sheet = [f"{trait.feature}:{trait.value}" for trait in traits(feature, text)]
    asked = ("hair_colour", "hair_form") if feature == "hair" else (feature,)
    of_family = [f"{name}:{code}" for name in asked for code in trait_codes(name, text)]
    return " ".join(code.partition(":")[2] for code in of_sheet) if of_sheet == of_family else f"{of_sheet} {of_family}"


_READERS: dict[str, Callable[[str, tuple[str, ...]], str]] = {
    "marks": _marks,
    "things": _things,
    "sex": lambda text, _: sex_word(text),
    "age": _age,
    "date": _date,
    "ago": _ago,
    "relation": _relation,
    "told": _told,
    "height": _height,
    "weight": _weight,
    "header": _header,
    "outcome": lambda text, _: _said("dead", "alive", of=is_dead(text)),
    "answer": lambda text, _: _said("yes", "no", of=yes_or_no(text)),
    "kind": lambda text, _: str(report_kind(text) or ""),
    "blank": lambda text, _: _said("blank", "said", of=is_blank(text)),
    "name": lambda text, _: _said("none", "name", of=is_no_name(text)),
    "country": lambda text, _: " ".join(nationalities(text)),
    "language": lambda text, _: " ".join(read_languages(text)),
    "colour": lambda text, languages: " ".join(colour_codes(text, languages)),
    **{feature: partial(_traits, feature) for feature in _FEATURES},
}


def _rows() -> list[dict[str, str]]:
    path = Path(__file__).parent / "words_of_the_routes.tsv"
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


_ROWS = _rows()


def _wrong(row: dict[str, str]) -> str:
    """What is wrong with the reading of a row, in a sheet of its language and in one of which nobody knows it."""
    for languages in ((row["language"],), *([()] if row["alone"] else [])):
        found = _READERS[row["reader"]](row["text"], languages)
        if found != row["read"]:
            return f"{row['reader']} {languages}: {row['text']!r} is {found!r}, not {row['read']!r}"
    return ""


@pytest.mark.parametrize("language", sorted({row["language"] for row in _ROWS}))
def test_what_is_written_in_a_language_of_the_routes_is_read(language: str) -> None:
    assert [wrong for row in _ROWS if row["language"] == language and (wrong := _wrong(row))] == []


def test_every_language_has_cells_of_every_kind() -> None:
    asked = {"marks", "things", "sex", "age", "outcome", "answer", "blank"}
    for language in sorted({row["language"] for row in _ROWS} - {"en", "nl", "it", "de"}):
        assert asked <= {row["reader"] for row in _ROWS if row["language"] == language}, language
