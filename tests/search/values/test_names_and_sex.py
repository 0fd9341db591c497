"""Letters for sex as the whole column means them, and words for it in any language."""

import pytest

from matching.record import Sex
from search.values.names_and_sex import read_sex, sex_coding, sex_unclear, sex_word


@pytest.mark.parametrize(
    ("values", "language", "coding"),
    [
        (["H", "M"], "es", {"h": "male", "m": "female"}),
        (["M", "F"], "it", {"m": "male", "f": "female"}),
        (["V", "M"], "nl", {"v": "female", "m": "male"}),
        (["V", "M"], "es", {"v": "male", "m": "female"}),
        (["m", "w"], "de", {"m": "male", "w": "female"}),
        (["E", "K"], "tr", {"e": "male", "k": "female"}),
        (["Α", "Θ"], "el", {"α": "male", "θ": "female"}),
        (["м", "ж"], "ru", {"м": "male", "ж": "female"}),
        (["1", "2"], "en", {"1": "male", "2": "female"}),
        (["ذكر", "أنثى"], "ar", {"ذكر": "male", "انثي": "female"}),
        (["M"], "fr", {"m": "male"}),
    ],
)
def test_sex_letters_are_read_from_the_whole_column(values: list[str], language: str, coding: dict[str, str]) -> None:
    assert sex_coding(values, language).items() >= coding.items()


def test_an_undetermined_sex_is_understood_as_not_known() -> None:
    assert read_sex("Indeterminado", {}) == (None, True)
    assert read_sex("mujer", {}) == (Sex.FEMALE, True)
    assert read_sex("qwerty", {}) == (None, False)


@pytest.mark.parametrize(
    ("values", "language", "coding"),
    [
        (["H", "F", "M"], "fr", {"h": "male", "f": "female", "m": "male"}),
        (["H", "F", "M"], "es", {"h": "male", "f": "female", "m": "male"}),
        (["H"], "es", {"h": "male"}),
        (["V"], "es", {"v": "male"}),
        (["V"], "en", {}),
        (["1.0", "2.0", "9"], "en", {"1": "male", "2": "female", "9": "unknown"}),
        (["Hombre", "F"], "es", {"hombre": "male", "f": "female"}),
        (["x"], "en", {}),
    ],
)
def test_a_letter_means_what_stands_beside_it(values: list[str], language: str, coding: dict[str, str]) -> None:
    found = sex_coding(values, language)
    assert {key: found.get(key) for key in coding} == coding
    assert coding or found == {}


@pytest.mark.parametrize(
    ("values", "language", "legend", "unclear"),
    [
        (["H", "F", "M"], "fr", "", True),
        (["H", "F", "M"], "es", "", True),
        (["H", "M", "M"], "en", "Genre (H/F)", True),
        (["H", "F"], "en", "Genre (H/F)", False),
        (["M", "M"], "es", "Sexo", True),
        (["M", "M"], "es", "Sexo (H/M)", False),
        (["M", "M"], "es", "Sexo (M/F)", False),
        (["M", "M"], "en", "Sex", False),
        (["H", "M"], "es", "Sexo", False),
    ],
)
def test_letters_that_mean_one_sex_here_and_another_there_are_unclear(
    values: list[str], language: str, legend: str, *, unclear: bool
) -> None:
    assert sex_unclear(values, language, legend) is unclear


def test_the_letters_that_a_header_names_are_as_good_as_those_of_the_cells() -> None:
    assert sex_coding(["M"], "es", "Sexo (H/M)")["m"] == "female"
    assert sex_coding(["M"], "es", "Sexo (M/F)")["m"] == "male"


def test_a_word_for_sex_among_others_counts_where_only_one_sex_is_named() -> None:
    assert sex_word("sexo masculino") == "male"
    assert sex_word("hombre o mujer") == ""
    assert sex_word("m") == ""


def test_sex_and_whether_it_was_understood() -> None:
    assert read_sex("1", {"1": "male"}) == (Sex.MALE, True)
    assert read_sex("1.0", {"1": "male"}) == (Sex.MALE, True)
    assert read_sex("", {}) == (None, True)


def test_a_sex_that_is_denied_is_not_said() -> None:
    assert sex_word("not male") == ""
    assert sex_word("adult male") == "male"


def test_a_letter_for_not_known_beside_both_sexes_asks_nothing() -> None:
    coding = sex_coding(["M", "F", "U", "M"], "en")
    assert coding["u"] == "unknown"
    assert coding["m"] == "male"


@pytest.mark.parametrize(
    "text", ["ليس ذكرا ولا أنثى", "không phải nữ, không phải nam người", "mujer u hombre", "hombre, no mujer"]
)
def test_who_names_both_sexes_is_not_read_as_one(text: str) -> None:
    assert sex_word(text) == ""
