"""A missing tooth or limb is told with words between; one beside which something else is denied is there."""

import pytest

from search.values.folding import fold
from search.values.mark_words import read_marks
from search.values.missing_parts import lacks_tooth


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "two front teeth missing"),
        ("es", "le faltan dos dientes"),
        ("fr", "il lui manque deux dents de devant"),
        ("pt", "faltam dois dentes da frente"),
        ("ru", "нет двух передних зубов"),
        ("uk", "немає двох передніх зубів"),
        ("fa", "دو دندان جلو ندارد"),
        ("ur", "سامنے کے دو دانت نہیں ہیں"),
        ("bn", "সামনের দুটি দাঁত নেই"),
        ("am", "አንድ የፊት ጥርስ የለውም"),
        ("ti", "ሓንቲ ናይ ቅድሚት ስኒ የብሉን"),
        ("so", "ilkaha hore mid baa ka maqan"),
        ("ht", "li manke de dan devan"),
        ("ku", "du diranên wî tunene"),
        ("vi", "mất hai răng cửa"),
    ],
)
def test_a_missing_tooth_is_understood_with_words_between(language: str, text: str) -> None:
    assert lacks_tooth(fold(text).split(), (language,))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "dientes sin caries"),
        ("es", "sin caries en los dientes"),
        ("en", "no marks, good teeth"),
        ("en", "white teeth, no scars"),
        ("nl", "dan no"),
        ("fa", "دندان سالم، عینک ندارد"),
    ],
)
def test_a_tooth_of_which_something_else_is_denied_is_there(language: str, text: str) -> None:
    assert not lacks_tooth(fold(text).split(), (language,))


@pytest.mark.parametrize(
    ("language", "text", "place", "side"),
    [
        ("en", "missing two fingers on left hand", "finger", "left"),
        ("en", "left leg missing below the knee", "lower_leg", "left"),
        ("es", "le falta un brazo", "upper_arm", ""),
        ("es", "sin pierna derecha", "lower_leg", "right"),
        ("fr", "il lui manque un doigt", "finger", ""),
        ("pt", "falta-lhe um dedo da mão direita", "finger", "right"),
        ("de", "linkes Bein fehlt", "lower_leg", "left"),
        ("it", "manca un dito della mano sinistra", "finger", "left"),
        ("ar", "ينقصه إصبع في يده اليمنى", "finger", "right"),
        ("fa", "پای چپ ندارد", "lower_leg", "left"),
        ("ur", "بایاں ہاتھ نہیں ہے", "hand", "left"),
        ("ps", "ښي لاس یې نشته", "hand", "right"),
        ("ti", "ጸጋማይ ኢዱ የብሉን", "hand", "left"),
        ("so", "gacanta bidix ma leh", "hand", "left"),
        ("ht", "li pa gen bra goch", "upper_arm", "left"),
        ("ku", "destê wî yê çepê tune", "hand", "left"),
        ("ru", "отсутствуют два пальца на правой руке", "finger", "right"),
        ("uk", "немає правої ноги", "lower_leg", "right"),
        ("tr", "sağ bacağı eksik", "lower_leg", "right"),
        ("vi", "mất bàn tay trái", "hand", "left"),
    ],
)
def test_a_limb_that_is_gone_is_a_mark_with_its_place(language: str, text: str, place: str, side: str) -> None:
    (mark,) = read_marks(text, (language,)).marks
    assert (mark.kind, mark.place, mark.side) == ("amputation", place, side)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no hand luggage"),
        ("en", "no foot problems"),
        ("en", "pain in left arm is gone"),
        ("en", "without shoes on feet"),
        ("es", "sin señas en el brazo"),
        ("es", "falta mano de obra"),
        ("fr", "sans marque sur le bras"),
        ("ar", "بدون علامات على اليد"),
        ("fa", "روی دست خال ندارد"),
        ("am", "በእጁ ላይ ጠባሳ የለውም"),
        ("tr", "elinde iz yok"),
        ("ru", "нет шрамов на руке"),
    ],
)
def test_a_limb_beside_which_something_else_is_missing_is_there(language: str, text: str) -> None:
    assert not any(mark.kind == "amputation" for mark in read_marks(text, (language,)).marks)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ar", "ندبة على وجهه", "face"),
        ("ar", "ندبة في ركبتها", "knee"),
        ("tr", "alnında yara izi", "head"),
        ("uk", "шрам на лівій щоці", "face"),
        ("ru", "шрам на лбу", "head"),
        ("fa", "جای عمل روی شکمش", "abdomen"),
    ],
)
def test_short_words_of_the_body_are_read_with_what_hangs_on_them(language: str, text: str, place: str) -> None:
    assert [mark.place for mark in read_marks(text, (language,)).marks] == [place]
