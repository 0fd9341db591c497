"""The script of letters and words."""

import pytest

from matching.names.scripts import Script, script_of, word_script


@pytest.mark.parametrize(
    ("script", "letters"),
    [
        (Script.LATIN, "aZéß Ạ-7ꜩﬁ"),
        (Script.GREEK, "Ͱλἀ"),
        (Script.CYRILLIC, "ЀщꙀᲀ"),
        (Script.ARMENIAN, "Աֆ"),
        (Script.GEORGIAN, "Ⴀაჿ"),
        (Script.HEBREW, "את\ufb1d"),
        (Script.ARABIC, "ابکےﺍﭐݐࢠ"),
        (Script.BRAHMIC, "अകௐఅ"),
        (Script.SINHALA, "අෆ"),
        (Script.THAI, "กฮ"),
        (Script.ETHIOPIC, "ሀፐⶀꬁ"),
        (Script.HAN, "一龥㐀\U00020000豈"),
        (Script.KANA, "ぁんァン"),
        (Script.HANGUL, "가힣ㄱᄀ"),
        (Script.OTHER, "ກកကཀꦱᏀ܀ހ"),
    ],
)
def test_a_letter_belongs_to_its_script(script: Script, letters: str) -> None:
    assert {script_of(letter) for letter in letters} == {script}


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("\u036f", "\u0370"),
        ("\u03ff", "\u0400"),
        ("\u052f", "\u0530"),
        ("\u058f", "\u0590"),
        ("\u05ff", "\u0600"),
        ("\u06ff", "\u0700"),
        ("\u074f", "\u0750"),
        ("\u08ff", "\u0900"),
        ("\u0d7f", "\u0d80"),
        ("\u0dff", "\u0e00"),
        ("\u0e7f", "\u0e80"),
        ("\u109f", "\u10a0"),
        ("\u10ff", "\u1100"),
        ("\u11ff", "\u1200"),
        ("\u139f", "\u13a0"),
        ("\u1dff", "\u1e00"),
        ("\u1eff", "\u1f00"),
        ("\u303f", "\u3040"),
        ("\u30ff", "\u3100"),
        ("\u9fff", "\ua000"),
        ("\uabff", "\uac00"),
        ("\ud7fb", "\ud7fc"),
        ("\uf8ff", "\uf900"),
        ("\U0001ffff", "\U00020000"),
    ],
)
def test_blocks_meet_where_unicode_says(last: str, first: str) -> None:
    assert script_of(last) is not script_of(first)


def test_a_word_is_of_the_script_of_most_of_its_letters() -> None:
    words = {
        "karim": Script.LATIN,
        "كريم": Script.ARABIC,
        "ከሪም": Script.ETHIOPIC,
        "Карим": Script.CYRILLIC,
        "करीम": Script.BRAHMIC,
        "סמיר": Script.HEBREW,
        "金": Script.HAN,
        "김": Script.HANGUL,
        "kaн": Script.LATIN,
        "kан": Script.CYRILLIC,
        "kн": Script.LATIN,
        "нk": Script.CYRILLIC,
        "----н": Script.CYRILLIC,
        "": Script.OTHER,
        "12": Script.OTHER,
    }
    assert {word: word_script(word) for word in words} == words
