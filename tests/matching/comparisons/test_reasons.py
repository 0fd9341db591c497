"""Why two values stand side by side on the card."""

import pytest

from matching import Engine
from tests.matching.records import LIVING, SOUGHT, called, person

ENGINE = Engine.load()


def _reasons(one: str, other: str) -> list[tuple[str, str, str]]:
    pair = ENGINE.explain(person(SOUGHT, names=called(one)), person(LIVING, names=called(other)))
    return [(part.sought, part.found, part.reason) for part in pair.evidence[0].parts]


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("Karim Haddad", "Karim Haddad", [("karim", "karim", "same"), ("haddad", "haddad", "same")]),
        ("Karim", "كريم", [("karim", "كريم", "other_script")]),
        ("Houssein", "Husein", [("houssein", "husein", "same_sound")]),
        ("Antonio Huamán", "Toño Huamán", [("antonio", "toño", "nickname"), ("huamán", "huamán", "same")]),
        ("Karim Haddad", "K. Haddad", [("karim", "k", "initial"), ("haddad", "haddad", "same")]),
        ("Karim Haddad", "Samir Haddad", [("haddad", "haddad", "same"), ("karim", "samir", "contradicts")]),
        ("Karim Yusuf", "Karim", [("karim", "karim", "same"), ("yusuf", "", "missing")]),
        ("Karim", "Karim Yusuf", [("karim", "karim", "same"), ("", "yusuf", "missing")]),
        ("Abdul Rahman Sow", "Abdurrahman Sow", [("abdulrahman", "abdurrahman", "same_sound"), ("sow", "sow", "same")]),
        ("Tesfaye", "Tesfayo", [("tesfaye", "tesfayo", "spelling")]),
        ("Gracie Haddad", "Greisi Haddad", [("gracie", "greisi", "by_ear"), ("haddad", "haddad", "same")]),
    ],
)
def test_every_part_of_a_name_says_why(one: str, other: str, parts: list[tuple[str, str, str]]) -> None:
    assert _reasons(one, other) == parts


def test_the_spelling_that_agrees_best_is_the_one_shown() -> None:
    family = person(SOUGHT, names=called("ብርሃኑ አሻግሬ", "Berhanu Ashagre"))
    parts = ENGINE.explain(family, person(LIVING, names=called("Berhanu Ashagre"))).evidence[0].parts
    assert [part.sought for part in parts] == ["berhanu", "ashagre"]
