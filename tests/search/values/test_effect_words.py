"""Clothing and belongings in words become things, each with its own colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.effect_words import read_effects, scan_effects


@pytest.mark.parametrize(
    ("language", "text", "effects"),
    [
        ("es", "pulsera azul, rosario rojo", [("bracelet", "blue"), ("rosary", "red")]),
        ("es", "camisa, blanca", [("shirt", "white")]),
        (
            "es",
            "camisa azul pantalón negro zapatos café",
            [("shirt", "blue"), ("trousers", "black"), ("shoes", "brown")],
        ),
        ("es", "playera roja y tenis blancos", [("tshirt", "red"), ("shoes", "white")]),
        (
            "es",
            "campera negra, remera roja, zapatillas blancas",
            [("jacket", "black"), ("tshirt", "red"), ("shoes", "white")],
        ),
        ("en", "blue jeans and white Nike shoes", [("jeans", "blue"), ("shoes", "white")]),
        ("de", "blaue Jacke, schwarze Hose", [("jacket", "blue"), ("trousers", "black")]),
        ("fr", "robe noire; foulard bleu marine", [("dress", "black"), ("headscarf", "blue")]),
        ("ar", "قميص أبيض وبنطلون أسود", [("shirt", "white"), ("trousers", "black")]),
        ("fa", "پیراهن سفید و شلوار مشکی", [("shirt", "white"), ("trousers", "black")]),
        ("tr", "mavi gömlek, siyah pantolon", [("shirt", "blue"), ("trousers", "black")]),
        ("el", "μπλε παντελόνι, άσπρο πουκάμισο", [("trousers", "blue"), ("shirt", "white")]),
        ("ru", "синяя куртка, черные штаны", [("jacket", "blue"), ("trousers", "black")]),
        ("nl", "blauwe jas en zwarte schoenen", [("jacket", "blue"), ("shoes", "black")]),
    ],
)
def test_clothing_of_a_cell(language: str, text: str, effects: list[tuple[str, str]]) -> None:
    assert [(e.item, e.colour) for e in read_effects(text, (language,)).effects] == effects


def test_a_brand_stays_with_its_thing() -> None:
    assert [e.brand for e in read_effects("black Adidas shoes", ("en",)).effects] == ["Adidas"]


def test_words_that_are_not_understood_are_handed_back() -> None:
    assert read_effects("camisa azul, cachivache", ("es",)).left == ("cachivache",)
    assert read_effects("camisa azul, xx", ("es",)).left == ()
    assert read_effects("n/a", ("es",)).left == ()


def test_free_text_gives_only_what_is_certain() -> None:
    assert scan_effects("perdió la vida y el reloj marcaba las tres de la tarde", ("es",)) == ()
    assert [(e.item, e.colour) for e in scan_effects("vestía camisa azul", ("es",))] == [("shirt", "blue")]
    assert [e.item for e in scan_effects("camisa", ("es",))] == ["shirt"]


def test_colours_that_come_first_belong_to_the_thing_behind_them() -> None:
    found = read_effects("blue shirt black shoes", ("en",)).effects
    assert [(effect.item, effect.colour) for effect in found] == [("shirt", "blue"), ("shoes", "black")]


def test_a_word_that_is_a_colour_and_a_thing_is_a_colour_beside_another_thing() -> None:
    assert [(e.item, e.colour) for e in read_effects("zapatos café", ("es",)).effects] == [("shoes", "brown")]


def test_forty_things_are_kept_and_four_thousand_characters_read() -> None:
    colours = ("black", "white", "blue", "red", "green", "yellow", "grey")
    text = "; ".join(
        f"{colour} {item}"
        for colour in colours
        for item in ("shirt", "jacket", "shoes", "belt", "hat", "dress", "skirt")
    )
    assert len(read_effects(text, ("en",)).effects) == 40
    assert len(scan_effects(text, ("en",))) == 40
    assert read_effects("x" * 3995 + "; blue shirt", ("en",)).effects == ()


@given(st.text(max_size=120), st.sampled_from(["en", "es", "ar", "ru", "xx"]))
def test_no_words_break_the_reader(text: str, language: str) -> None:
    assert all(effect.item for effect in (*read_effects(text, (language,)).effects, *scan_effects(text, (language,))))


@pytest.mark.parametrize(("text", "items"), [("short", []), ("short azul", ["shorts"]), ("shorts", ["shorts"])])
def test_in_free_text_an_adjective_alone_is_no_garment(text: str, items: list[str]) -> None:
    assert [effect.item for effect in scan_effects(text, ("es",))] == items
