"""Words of a table as readers of each language see them."""

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

import pytest

from i18n.division import Catalogue
from i18n.locales import SOURCE_TAG
from i18n.offered_languages import offered
from i18n.translate import translations
from web.labels import group_of

Tables = Mapping[str, Mapping[str, str]]

TAGS = [row.tag for row in offered()]
STAFFS_TAGS = [row.tag for row in offered(Catalogue.STAFF)]
# Blood groups and the like are letters, and the same for everybody.
_A_WORD = re.compile(r"\w[^\W\d_A-Z]")
# What a language writes as English does.
_SAME_WORDS = {
    "fr": {"Beige", "Bible", "Bracelet", "E-mail", "Menton", "Moustache", "Orange", "Photo", "Piercing", "T-shirt",
           "latitude", "longitude", "notes"},
    "pt": {"E-mail", "Hospital", "Jeans", "Jesus", "latitude", "longitude"},
    "ku": {"E-mail", "Quran"},
    "vi": {"E-mail"},
}  # fmt: skip
# For tests of what every reader sees, and of what staff alone see.
EVERY_LANGUAGE = pytest.mark.parametrize("tag", TAGS)
EVERY_LANGUAGE_OF_STAFF = pytest.mark.parametrize("tag", STAFFS_TAGS)


def shown(table: Mapping[str, str], tag: str) -> dict[str, str]:
    """Code and words in a language, places for numbers left as they are."""
    readers = Catalogue.STAFF if tag in STAFFS_TAGS else Catalogue.FAMILY
    return {code: translations(tag, readers).gettext(words) for code, words in table.items()}


def shared_words(table: Mapping[str, str], tag: str) -> list[str]:
    """Words of a language that two codes of a table have, so that nobody could tell them apart."""
    return [words for words, count in Counter(shown(table, tag).values()).items() if count > 1]


def without_words(tables: Tables, tag: str) -> list[str]:
    """Codes that a reader of this language sees without words."""
    return [
        f"{name}.{code}" for name, table in tables.items() for code, words in shown(table, tag).items() if not words
    ]


def left_in_english(tables: Tables, tag: str) -> set[str]:
    """The words that readers of another language see as English readers do."""
    if tag == SOURCE_TAG:
        return set()
    alike = {words for table in tables.values() for code, words in shown(table, tag).items() if words == table[code]}
    return codes_left(alike, tag)


def codes_left(alike: set[str], tag: str) -> set[str]:
    """Of what reads as in English, that which should not."""
    return {words for words in alike if _A_WORD.search(words)} - _SAME_WORDS.get(tag, set())


def codes_of(kind: type[StrEnum], tables: Tables) -> tuple[set[str], set[str]]:
    """The codes that the table of an enumeration has words for, and those that there are."""
    return {str(code) for code in tables[group_of(kind)]}, {str(member) for member in kind}
