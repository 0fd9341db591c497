"""Words of a table as readers of each language see them."""

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
# For tests of what every reader sees.
EVERY_LANGUAGE = pytest.mark.parametrize("tag", TAGS)


def shown(table: Mapping[str, str], tag: str) -> dict[str, str]:
    """Code and words in a language, places for numbers left as they are."""
    return {code: translations(tag, Catalogue.STAFF).gettext(words) for code, words in table.items()}


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
    return {words for table in tables.values() for code, words in shown(table, tag).items() if words == table[code]}


def codes_of(kind: type[StrEnum], tables: Tables) -> tuple[set[str], set[str]]:
    """The codes that the table of an enumeration has words for, and those that there are."""
    return {str(code) for code in tables[group_of(kind)]}, {str(member) for member in kind}
