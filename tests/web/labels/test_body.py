"""Words for features, marks, places, sides and pictures of the body."""

from enum import StrEnum

import pytest

from search.vocabulary import FEATURE_VALUES, BodyPlace, BodySide, Feature, MarkKind, Motif
from tests.web.labels.wording import EVERY_LANGUAGE, codes_of, left_in_english, shared_words, shown, without_words
from web.labels.body import TABLES

# The words that are the same in another language.
SAME = {"es": ["Henna"]}


@pytest.mark.parametrize("kind", [Feature, MarkKind, BodyPlace, BodySide, Motif])
def test_every_code_has_words_and_no_words_are_of_a_code_that_is_none(kind: type[StrEnum]) -> None:
    worded, codes = codes_of(kind, TABLES)
    assert worded == codes


@EVERY_LANGUAGE
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set(SAME.get(tag, ()))


@EVERY_LANGUAGE
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


def test_every_value_of_a_feature_has_words() -> None:
    values = {f"{feature}.{value}" for feature, listed in FEATURE_VALUES.items() for value in listed}
    assert set(TABLES["feature_value"]) == values


def test_left_and_right_are_the_persons_own_in_every_language() -> None:
    assert shown(TABLES["body_side"], "en")[BodySide.LEFT] == "On their left"
    assert shown(TABLES["body_side"], "es")[BodySide.LEFT] == "Izquierda de la persona"
    assert "يسار" in shown(TABLES["body_side"], "ar")[BodySide.LEFT]
    assert "يمين" in shown(TABLES["body_side"], "ar")[BodySide.RIGHT]
