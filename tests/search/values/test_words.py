"""A mortuary and a mother describe the same mark in different words; both become the same codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.effect_words import read_effects, scan_effects
from search.values.mark_words import read_marks, scan_marks


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "left forearm scar"),
        ("en", "scar, left forearm"),
        ("es", "cicatriz, antebrazo izquierdo"),
        ("es", "cicatriz en el antebrazo izq."),
        ("fr", "cicatrice avant-bras gauche"),
        ("it", "avambraccio sinistro: cicatrice"),
        ("pt", "cicatriz no antebraço esquerdo"),
        ("de", "Narbe am linken Unterarm"),
        ("nl", "litteken op linker onderarm"),
        ("ar", "ندبة على الساعد الأيسر"),
        ("fa", "جای زخم روی ساعد چپ"),
        ("tr", "sol ön kolda yara izi"),
        ("el", "ουλή στον αριστερό πήχη"),
        ("ru", "шрам на левом предплечье"),
        ("uk", "шрам на лівому передпліччі"),
        ("es", "sicatriz antebraso izquierdo"),
    ],
)
def test_one_scar_in_thirteen_languages(language: str, text: str) -> None:
    assert [(m.kind, m.place, m.side) for m in read_marks(text, (language,)).marks] == [("scar", "forearm", "left")]


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("es", "tatuaje corazón, cuello", [("tattoo", "neck", "", "heart")]),
        (
            "es",
            "mancha de nacimiento, pie izquierdo; quemadura, dedo",
            [("birthmark", "foot", "left", ""), ("burn", "finger", "", "")],
        ),
        (
            "it",
            "dente mancante; frattura pregressa, braccio",
            [("missing_tooth", "", "", ""), ("healed_fracture", "upper_arm", "", "")],
        ),
        ("fr", "dent en or", [("gold_tooth", "", "", "")]),
        (
            "en",
            "scars on left arm and right leg",
            [("scar", "upper_arm", "left", ""), ("scar", "lower_leg", "right", "")],
        ),
        (
            "es",
            "cicatriz en abdomen, tatuaje de la Virgen en espalda",
            [("scar", "abdomen", "", ""), ("tattoo", "back", "", "virgin_mary")],
        ),
        ("fr", "tatouage (rose) avant-bras droit", [("tattoo", "forearm", "right", "rose")]),
        ("en", "burn scar, chest", [("burn", "chest", "", "")]),
        ("ar", "missing tooth", [("missing_tooth", "", "", "")]),
        ("es", "sin tatuajes", []),
        ("es", "ninguna", []),
        ("ar", "بدون وشم", []),
        ("el", "χωρίς τατουάζ", []),
        ("fr", "sans tatouage", []),
        ("uk", "без татуювання", []),
        ("en", "tattoo, not clear", [("tattoo", "", "", "")]),
    ],
)
def test_marks_of_a_cell(language: str, text: str, marks: list[tuple[str, str, str, str]]) -> None:
    assert [(m.kind, m.place, m.side, m.motif) for m in read_marks(text, (language,)).marks] == marks


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
    assert read_marks("cicatriz; algo raro", ("es",)).left == ("algo raro",)
    assert read_effects("camisa azul, cachivache", ("es",)).left == ("cachivache",)


def test_free_text_gives_only_what_is_certain() -> None:
    text = "Fue encontrado en forma inconsciente cerca de la mano del río, tiene tatuaje de león en el pecho"
    assert [(m.kind, m.place, m.motif) for m in scan_marks(text, ("es",))] == [("tattoo", "chest", "lion")]
    assert scan_effects("perdió la vida y el reloj marcaba las tres de la tarde", ("es",)) == ()
    assert [(e.item, e.colour) for e in scan_effects("vestía camisa azul", ("es",))] == [("shirt", "blue")]


@given(st.text(max_size=120), st.sampled_from(["en", "es", "ar", "ru", "xx"]))
def test_no_words_break_the_readers(text: str, language: str) -> None:
    for mark in (*read_marks(text, (language,)).marks, *scan_marks(text, (language,))):
        assert mark.kind
    for effect in (*read_effects(text, (language,)).effects, *scan_effects(text, (language,))):
        assert effect.item
