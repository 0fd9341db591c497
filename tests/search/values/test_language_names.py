"""Names of languages, in many languages, as codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values import lexicon
from search.values.language_names import is_only_languages, named, read_languages

# Lists of words, and what of them names a language of the routes all the same.
_WORDS = ("sex", "number_words", "days_ago", "relationships", "name_status", "kinds", "blanks", "ages")
_LANGUAGES_TOO = {"afar": "aa", "دري": "fa", "مام": "mam", "anh": "en"}


def test_languages_become_codes() -> None:
    assert read_languages("peul, français y árabe") == ("ff", "fr", "ar")
    assert read_languages("tigrinya / አማርኛ") == ("ti", "am")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("es", ("es",)),
        ("kab", ("kab",)),
        ("zz", ()),
        ("speaks french", ("fr",)),
        ("español; español", ("es",)),
        ("arabe (français)", ("ar", "fr")),
        ("", ()),
    ],
)
def test_each_language_once_by_name_or_code(text: str, codes: tuple[str, ...]) -> None:
    assert read_languages(text) == codes


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(code.islower() for code in read_languages(text))


def test_a_cell_is_understood_as_a_whole_where_nothing_else_stands_in_it() -> None:
    assert all(
        is_only_languages(cell)
        for cell in (
            "Wolof",
            "francés y Wolof",
        )
    )
    assert not any(is_only_languages(cell) for cell in ("some Wolof",))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Male", ()),
        ("four", ()),
        ("Louis", ()),
        ("French and four more", ("fr",)),
        ("موسى", ()),
        ("Mari, kreyòl", ("ht",)),
        ("Fur", ("fvr",)),
        ("الفور", ("fvr",)),
        ("malayo", ("ms",)),
        ("mossi", ("mos",)),
        ("afar", ("aa",)),
        ("ha", ("ha",)),
        ("lingala, swahili", ("ln", "sw")),
    ],
)
def test_a_word_or_a_name_of_somebody_is_no_language_because_some_list_has_one_of_that_name(
    text: str, codes: tuple[str, ...]
) -> None:
    assert read_languages(text) == codes


def test_a_cell_that_holds_such_a_word_is_not_understood_as_languages() -> None:
    assert not any(is_only_languages(cell) for cell in ("Louis", "French, four", "Male"))


def test_no_number_no_kin_and_no_sex_is_the_name_of_a_language() -> None:
    """A new list of languages brings new ones: each is put among the misread, or here."""
    words = frozenset().union(*map(lexicon.every_word, _WORDS))
    assert {name: code for name, code in named().items() if name in words} == _LANGUAGES_TOO
