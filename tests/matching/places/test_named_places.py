"""Countries and routes that words name."""

import pytest

from matching.places.named_places import fold_words, named_places


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Off Kelibia, Nabeul, Tunisia", {"TN"}),
        ("México", {"MX"}),
        ("ETATS-UNIS", {"US"}),
        ("Pima County, Arizona, USA", {"US"}),
        ("Bosnia and Herzegovina", {"BA"}),
        ("Bosnia & Herzegovina", {"BA"}),
        ("ليبيا", {"LY"}),
        ("ኢትዮጵያ", {"ET"}),
        ("Украина", {"UA"}),
        ("افغانستان", {"AF"}),
        ("Côte d’Ivoire", {"CI"}),
        ("from Libya to Italy", {"LY", "IT"}),
        ("somewhere", set()),
        ("", set()),
    ],
)
def test_countries_are_read_in_many_languages(text: str, countries: set[str]) -> None:
    assert named_places(text).countries == countries


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("US-Mexico border crossing", "us_mexico"),
        ("Central Mediterranean", "central_mediterranean"),
        ("Tapón del Darién", "darien"),
        ("Türkiye-Europe land route", "turkey_europe_land"),
        ("Western Africa / Atlantic route to the Canary Islands", "western_africa_atlantic"),
    ],
)
def test_routes_are_read_by_name(text: str, route: str) -> None:
    assert route in named_places(text).routes


def test_the_longest_name_counts_and_not_the_shorter_ones_in_it() -> None:
    assert named_places("South Sudan").countries == {"SS"}
    assert named_places("South, Sudan").countries == {"SS"}
    assert named_places("Equatorial Guinea and Guinea").countries == {"GQ", "GN"}
    assert named_places("US-Mexico border crossing").countries == frozenset()


def test_words_are_folded_without_accents_and_signs() -> None:
    assert fold_words("Côte d’Ivoire (R.C.I.)") == ("cote", "d", "ivoire", "r", "c", "i")
    assert fold_words(" - ") == ()


def test_a_text_is_read_to_its_three_hundredth_character() -> None:
    assert named_places("x" * 294 + " Libya").countries == {"LY"}
    assert named_places("x" * 295 + " Libya").countries == frozenset()
