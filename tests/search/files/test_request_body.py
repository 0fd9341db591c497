"""Marks, belongings and traits of a request: codes as they are, words as words, and nothing lost between."""

import pytest

from search.files.request_body import effects_of, marks_of, traits_of
from search.files.request_values import Json


def mark(**value: Json) -> tuple[str, str, str, str, str]:
    (found,), left = marks_of(dict(value), ("en",))
    assert left == []
    return found.kind, found.place, found.side, found.motif, found.words


def test_a_mark_of_codes_stays_as_it_is() -> None:
    assert mark(kind="scar", place="forearm", side="left", description="long") == (
        "scar",
        "forearm",
        "left",
        "",
        "long",
    )


def test_a_mark_with_a_code_that_is_not_known_is_read_as_words() -> None:
    assert mark(kind="tattoo", place="left arm", motif="rose") == (
        "tattoo",
        "upper_arm",
        "left",
        "rose",
        "tattoo rose left arm",
    )
    assert mark(kind="dent", place="chest", side="west") == ("other", "chest", "", "", "dent west chest")


def test_marks_in_words_hand_back_what_was_not_understood() -> None:
    marks, left = marks_of("cicatriz; algo raro", ("es",))
    assert ([m.kind for m in marks], left) == (["scar"], ["algo raro"])


def effect(**value: Json) -> tuple[str, str, str, str]:
    (found,), left = effects_of(dict(value), ("en",))
    assert left == []
    return found.item, found.colour, found.brand, found.words


def test_a_belonging_of_codes_stays_as_it_is() -> None:
    assert effect(item="jacket", color="blue", brand="Zeta", words="old") == ("jacket", "blue", "Zeta", "old")


def test_a_belonging_with_a_code_that_is_not_known_is_read_as_words() -> None:
    assert effect(item="blue jeans", colour="worn") == ("jeans", "blue", "", "worn blue jeans")
    assert effect(item="contraption", colour="blue") == ("other", "blue", "", "blue contraption")
    assert effect(item="shoes by Adidas", colour="x")[2] == "Adidas"


def test_belongings_in_words_hand_back_what_was_not_understood() -> None:
    effects, left = effects_of("camisa azul, cachivache", ("es",))
    assert ([(e.item, e.colour) for e in effects], left) == ([("shirt", "blue")], ["cachivache"])


@pytest.mark.parametrize(
    ("feature", "value", "traits"),
    [
        ("eyes", "Brown", [("eyes", "brown")]),
        ("eyes", "ojos cafés", [("eyes", "brown")]),
        ("hair_colour", "black", [("hair_colour", "black")]),
        ("hair", "black curly", [("hair_colour", "black"), ("hair_form", "curly")]),
        ("hair", "", []),
        ("teeth", "white", []),
    ],
)
def test_a_trait_is_a_code_or_a_known_word(feature: str, value: str, traits: list[tuple[str, str]]) -> None:
    assert [(trait.feature, trait.value) for trait in traits_of(feature, value)] == traits
