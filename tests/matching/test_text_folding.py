"""The same letters however they were typed; and which of them names keep."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text_folding import INVISIBLE, fold_letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉLODIE", "elodie"),
        ("Ångström", "angstrom"),
        ("Žiž\u030cka", "zizka"),
        ("Nguyễn", "nguyen"),
        ("İbrahim", "ibrahim"),
        ("Семён", "семен"),
        ("Ἀλέξανδρος", "αλεξανδροσ"),
        ("أحمد", "احمد"),
        ("إيمان", "ايمان"),
        ("ٱلله", "الله"),
        ("مُحَمَّد", "محمد"),
        ("محـمد", "محمد"),
        ("علی", "علي"),
        ("موسى", "موسي"),
        ("فاطمة", "فاطمه"),
        ("کریم", "كريم"),
        ("ښې", "ښي"),
        ("ہدا", "هدا"),
        ("هناء", "هنا"),
        ("שָׁלוֹם", "שלום"),
        ("ヒロシ", "ひろし"),
        ("ሠላም", "ሰላም"),
        ("ኃይሉ", "ሃይሉ"),
        ("ፀሐይ", "ጸሀይ"),
        ("ዐለም", "አለም"),
    ],
)
@pytest.mark.parametrize("plain", [False, True])
def test_letters_that_mean_the_same_become_one(one: str, other: str, *, plain: bool) -> None:
    assert fold_letters(one, plain=plain) == other


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Əliyev", "aliyev"),
        ("Gəncə", "ganca"),
        ("ǝdo", "ado"),
        ("Ødegård", "odegard"),
        ("Ǿlund", "olund"),
        ("Łódź", "lodz"),
        ("Đặng", "dang"),
        ("Ħamrun", "hamrun"),
        ("Kırıkkale", "kirikkale"),
        ("Æbeltoft", "aebeltoft"),
        ("Œuvre", "oeuvre"),
        ("Þórður", "thordur"),
        ("Ŋaoundéré", "ngaoundere"),
        ("بئر", "بير"),
        ("مؤمن", "مومن"),
        ("خانۀ", "خانه"),
        ("مۡ", "م"),
    ],
)
def test_only_a_plain_form_loses_letters_that_some_writers_have(written: str, plain: str) -> None:
    assert fold_letters(written, plain=True) == plain


def test_a_name_keeps_the_letters_that_are_weighed() -> None:
    assert fold_letters("Əliyev Øłđħæœðþŋ") == "əliyev øłđħæœðþŋ"
    assert fold_letters("رؤوف") == "رؤوف"
    assert fold_letters("فائز") == "فائز"


@pytest.mark.parametrize("text", ["हिन्दी", "ธันวาคม", "ខ្មែរ", "မြန်မာ", "தமிழ்", "が", "ぱ", "한국", "ཨ་པོ", "ׯֿ"])
def test_signs_that_carry_sound_stay(text: str) -> None:
    assert fold_letters(text, plain=True) == unicodedata.normalize("NFC", text)


def test_spaces_and_punctuation_are_left_to_the_reader() -> None:
    assert fold_letters("D'Al  Hoceïma, 12.", plain=True) == "d'al  hoceima, 12."


@pytest.mark.parametrize(
    "sign", ["\u00ad", "\u200b", "\u200d", "\u200f", "\u202a", "\u202e", "\u2060", "\u2069", "\ufeff"]
)
def test_signs_that_nobody_sees_are_found(sign: str) -> None:
    assert INVISIBLE.sub("", f"a{sign}b") == "ab"


@pytest.mark.parametrize("sign", [" ", "\u2010", "\u202f", "\u0301", "\u205f"])
def test_signs_that_somebody_sees_are_not(sign: str) -> None:
    assert not INVISIBLE.search(sign)


@given(st.text(max_size=40), st.booleans())
def test_what_is_folded_stays_as_it_is(text: str, plain: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    once = fold_letters(unicodedata.normalize("NFKC", text), plain=plain)
    assert fold_letters(once, plain=plain) == once
