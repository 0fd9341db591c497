"""Numbers in words are read whole, or not at all."""

import pytest

from search.values.number_words import number_in_words, with_figures


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("dos", 2),
        ("twenty-five", 25),
        ("forty two", 42),
        ("veintiún", 21),
        ("treinta y cinco", 35),
        ("diez y ocho", 18),
        ("quatre-vingt-dix-sept", 97),
        ("soixante et onze", 71),
        ("vinte e dois", 22),
        ("trentuno", 31),
        ("ventotto", 28),
        ("fünfunddreißig", 35),
        ("vijfentwintig", 25),
        ("خمسة وثلاثون", 35),
        ("سی و پنج", 35),
        ("yirmi beş", 25),
        ("тридцать пять", 35),
        ("двадцять п'ять", 25),
        ("τριάντα πέντε", 35),
        ("douăzeci și cinci", 25),
        ("ሃያ አምስት", 25),
    ],
)
def test_numbers_of_many_languages_are_read(text: str, number: int) -> None:
    assert number_in_words(text) == number


@pytest.mark.parametrize(
    "text", ["", "two hundred", "twenty thirty", "one two", "cinco años", "veinte xyzzy", "a b c d e f"]
)
def test_what_is_no_one_number_below_a_hundred_is_none(text: str) -> None:
    assert number_in_words(text) is None


def test_a_number_gets_its_figures_where_a_unit_stands_behind_it() -> None:
    assert with_figures("unos treinta y cinco años", frozenset({"anos"})) == "unos 35 años"
    assert with_figures("trent'anni", frozenset({"anni"})) == "30 anni"
    assert with_figures("dos hijos", frozenset({"anos"})) == "dos hijos"


def test_what_is_left_of_a_number_that_nobody_could_put_together_is_no_number() -> None:
    years = frozenset({"years", "jir"})
    assert with_figures("fifty forty two years", years) == "fifty forty two years"
    assert with_figures("toddoba iyo toban jir", years) == "17 jir"
