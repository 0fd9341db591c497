"""Takes names of months, weekdays, countries and languages out of CLDR into data files, so that no start has to.

What the pages themselves call a country or a language, in every language of theirs, is read too: of each name that they
suggest the page must know what it is.

Run as `python -m benchmarks.tables.cldr_lexicon` after a new version of babel or new names of ours; the
files are part of the source.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

from i18n.locales import LOCALES
from i18n.overrides import own_names
from search.values import lexicon

_LOCALES = (
    "en es fr it pt de nl ar ar_SY ar_MA ar_DZ ar_TN ar_EG fa ps tr el ru uk pl ro sv da nb fi hu cs sk bg sr sr_Latn "
    "hr sl mk sq ca he am ti ur hi bn ne pa so sw ha vi id ka hy az uz kk ky tg ta te ml si th my km lo ko ja zh "
    "zh_Hant lt lv et eu gl is mt ku ckb ht fa_AF ti_ER"
)
_LANGUAGE_LOCALES = frozenset(
    [
        "en",
        "es",
        "fr",
        "it",
        "pt",
        "de",
        "nl",
        "ar",
        "fa",
        "tr",
        "el",
        "ru",
        "uk",
        "pl",
        "ro",
        "sv",
        "am",
        "ti",
        "so",
        "sw",
        "hi",
        "bn",
        "ur",
        "zh",
        "ku",
    ]
)
_NO_COUNTRIES = frozenset({"EU", "UN", "EZ", "ZZ", "QO", "XA", "XB"})
_HEAD = (
    "# {what}, through babel {version}. SOURCE: Unicode CLDR (Unicode License v3). "
    "Made by benchmarks.tables.cldr_lexicon\n"
)


def write_lexicon(folder: Path) -> None:
    """Write the seven files into a folder."""
    months: dict[str, set[str]] = defaultdict(set)
    weekdays: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    for name in _LOCALES.split():
        locale = Locale.parse(name)
        for month, word in _month_words(locale):
            months[str(month)].add(word)
        for day, word in _weekday_words(locale):
            weekdays[str(day)].add(word)
        for code, word in locale.territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
                countries[code].add(word)
        for code, word in locale.languages.items() if name in _LANGUAGE_LOCALES else ():
            if "_" not in code and len(code) <= 3:
                languages[code].add(word)
    codes = {
        str(two[0]): {three}
        for three, two in get_global("territory_aliases").items()
        if len(three) == 3 and three.isalpha() and len(two) == 1
    }
    _write(folder / "cldr_months.tsv", "Month names of the Gregorian calendar", months)
    _write(folder / "cldr_weekdays.tsv", "Days of the week, Monday first", weekdays)
    _write(folder / "cldr_countries.tsv", "Names of countries and territories", countries)
    _write(folder / "cldr_languages.tsv", "Names of languages", languages)
    _write(folder / "cldr_alpha3.tsv", "ISO 3166-1 alpha-3 codes", codes)
    _write(folder / "shown_countries.tsv", "Names of countries as pages show them", _shown("countries", countries))
    _write(folder / "shown_languages.tsv", "Names of languages as pages show them", _shown("languages", languages))


def _shown(table: str, known: dict[str, set[str]]) -> dict[str, set[str]]:
    """The names of our own files and of the CLDR in each language of the pages, beside those that are known already."""
    shown: dict[str, set[str]] = defaultdict(set)
    for row in LOCALES:
        locale = Locale.parse(row.cldr)
        cldr = locale.territories if table == "countries" else locale.languages
        own = own_names(table, row.tag)
        for code in known.keys() | own.keys():
            if name := own.get(code) or cldr.get(code):
                shown[code].add(name)
    more = {code: names - known.get(code, set()) for code, names in shown.items()}
    return {code: names for code, names in more.items() if names}


def _month_words(locale: Locale) -> Iterable[tuple[int, str]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, word in locale.months[context][width].items():
                if month <= 12 and not word.strip(".").isdigit():
                    yield month, word


def _weekday_words(locale: Locale) -> Iterable[tuple[int, str]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for day, word in locale.days[context][width].items():
                if len(word) > 1 and not word.strip(".").isdigit():
                    yield day + 1, word


def _write(path: Path, what: str, words: dict[str, set[str]]) -> None:
    lines = [f"{code}\t*\t{'|'.join(sorted(words[code]))}\n" for code in sorted(words)]
    path.write_text(_HEAD.format(what=what, version=babel.__version__) + "".join(lines), "utf-8")


if __name__ == "__main__":
    write_lexicon(Path(lexicon.__file__).parent)
