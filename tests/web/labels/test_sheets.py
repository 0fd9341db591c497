"""Words for what a column can mean, what is doubtful about it, and why a row was not taken."""

import pytest

from search.sheets.column_targets import Target
from tests.web.labels.wording import EVERY_LANGUAGE, left_in_english, shared_words, without_words
from web.labels.sheets import TABLES


@EVERY_LANGUAGE
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set()


@EVERY_LANGUAGE
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


def test_a_column_can_mean_whatever_a_target_is() -> None:
    assert set(TABLES["column_target"]) == {str(target) for target in Target}
