"""Names of languages, in many languages, as codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.language_names import is_only_languages, read_languages


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
