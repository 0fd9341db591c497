"""The script of letters and words."""

import unicodedata

from matching.names.scripts import Script, script_of, word_script

# What Unicode calls the letters of each script that is treated on its own.
NAMED = {
    "LATIN": Script.LATIN,
    "GREEK": Script.GREEK,
    "CYRILLIC": Script.CYRILLIC,
    "ARMENIAN": Script.ARMENIAN,
    "HEBREW": Script.HEBREW,
    "ARABIC": Script.ARABIC,
    "DEVANAGARI": Script.BRAHMIC,
    "BENGALI": Script.BRAHMIC,
    "GURMUKHI": Script.BRAHMIC,
    "GUJARATI": Script.BRAHMIC,
    "ORIYA": Script.BRAHMIC,
    "TAMIL": Script.BRAHMIC,
    "TELUGU": Script.BRAHMIC,
    "KANNADA": Script.BRAHMIC,
    "MALAYALAM": Script.BRAHMIC,
    "SINHALA": Script.SINHALA,
    "THAI": Script.THAI,
    "GEORGIAN": Script.GEORGIAN,
    "ETHIOPIC": Script.ETHIOPIC,
    "CJK": Script.HAN,
    "HIRAGANA": Script.KANA,
    "KATAKANA": Script.KANA,
    "HANGUL": Script.HANGUL,
}
# Blocks of letters that no name is written with, or that are made plain before anybody asks: their script is open.
RARE = (
    range(0x0870, 0x088F),
    range(0x1D00, 0x1DC0),
    range(0x2071, 0x2185),
    range(0x2D00, 0x2D2E),
    range(0x31F0, 0x3200),
    range(0xA8F2, 0xA8FF),
    range(0xA960, 0xA97D),
    range(0xAB65, 0xAB66),
    range(0xFB13, 0xFB18),
)


def test_every_letter_of_the_basic_plane_is_of_the_script_that_unicode_names() -> None:
    asked = set(range(0xFEFF)).difference(*RARE)
    named = {chr(point): NAMED.get(unicodedata.name(chr(point), "").partition(" ")[0]) for point in asked}
    assert {
        f"{ord(letter):04x} {script_of(letter)}"
        for letter, script in named.items()
        if script and letter.isalpha() and script_of(letter) is not script
    } == set()


def test_letters_beyond_the_basic_plane_are_han_characters_or_of_no_script_of_the_engine() -> None:
    letters = ["\U0001ffff", "𠀀", "𲎯", "𲎰"]
    assert [script_of(letter) for letter in letters] == [Script.OTHER, Script.HAN, Script.HAN, Script.OTHER]


def test_signs_and_digits_count_as_latin() -> None:
    assert {script_of(sign) for sign in "-7 '"} == {Script.LATIN}


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
        "ka\u043d": Script.LATIN,
        "k\u0430\u043d": Script.CYRILLIC,
        "k\u043d": Script.LATIN,
        "\u043dk": Script.CYRILLIC,
        "----н": Script.CYRILLIC,
        "": Script.OTHER,
        "12": Script.OTHER,
    }
    assert {word: word_script(word) for word in words} == words
