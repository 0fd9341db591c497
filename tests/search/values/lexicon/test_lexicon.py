"""Word lists name their source, hold three columns, and are read by code."""

from pathlib import Path

import pytest

from search.values import lexicon

TABLES = sorted(Path(lexicon.__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_a_table_names_its_source_and_has_three_columns(path: Path) -> None:
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    assert "SOURCE: " in first
    assert all(line.startswith("# ") or line.count("\t") == 2 for line in lines)
    assert all(phrases and all(phrases) for _, _, phrases in lexicon.rows(path.stem))


def test_the_words_of_a_code_are_folded_and_of_all_languages_together() -> None:
    found = lexicon.words("negations", "not")
    assert {"sin", "ningun", "χωρισ", "بدون", "без"} <= found
    assert "ningún" not in found
    assert lexicon.words("negations", "no such code") == frozenset()


def test_a_row_is_a_code_a_language_and_phrases_as_written() -> None:
    assert ("not", "fr", ("sans", "pas", "aucun", "aucune")) in lexicon.rows("negations")
