"""A word has one stem in whatever number, case or company it is written, and none of another language."""

import pytest

from search.values.folding import fold
from search.values.word_stems import languages_of_script, stems


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "lunar", "lunares"),
        ("ar", "وشم", "والوشم"),
        ("ru", "шрамы", "шрамами"),
        ("am", "ጠባሳ", "በጠባሳው"),
        ("ti", "በሰላ", "በሰላን"),
        ("bn", "কনুই", "কনুইয়ের"),
        ("so", "nabar", "nabarka"),
        ("ku", "birîn", "birîna"),
    ],
)
def test_a_bent_word_has_the_stem_of_the_plain_one(language: str, one: str, other: str) -> None:
    assert set(stems(fold(one), language)) & set(stems(fold(other), language))


def test_stems_of_languages_with_the_same_letters_stay_apart() -> None:
    assert not set(stems("dest", "ku")) & set(stems("dest", "de"))


def test_the_first_letter_says_which_languages_a_word_may_be_of() -> None:
    assert languages_of_script("ጠባሳ") == ("am", "ti")
    assert languages_of_script("দাগ") == ("bn",)
    assert "ps" in languages_of_script("زخم")
    assert languages_of_script("шрам") == ("ru", "uk")
    assert "so" in languages_of_script("nabar")
