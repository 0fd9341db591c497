"""No word mixes letters of two scripts: a Cyrillic letter in an Arabic word looks right and is found by nobody."""

import re
import unicodedata
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, name_of, text_files

# Letters of several scripts that do stand side by side.
MEANT = {
    # Sets of letters, each for itself, and ranges of letters in the class of a regular expression.
    *("mfhwvkeuçdмжчθαγذا", "àéèêyóúáőÀÉóиувксояіїєзاوηοτ", "اىوهيئؤءعحאהויעח", "zА", "яء"),
    # In a test: what a table makes of a letter of another script.
    "ʿegadeዝ",
    # Amharic: "of A4".
    "የA",
}

# Tests of what a reading makes of a letter of another script.
MIXING_TESTS = "tests/matching/names/readings"
# In `\bсын` the b belongs to the sign of the regular expression, not to the word, and in `\u200cсын` the c to the sign.
# What stands for a name in a message takes the ending of its sentence's language.
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[a-zA-Z])|%\(\w+\)[sd]")
_WORD = re.compile(r"[^\W\d_]+")
# Chinese, Japanese and Korean words mix theirs, and these are the letters of one writer's keyboard.
_EAST_ASIAN = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"}
# Signs that go with letters of any script.
_OF_ANY_SCRIPT = {"MODIFIER", "FEMININE", "MASCULINE", "MICRO"}


def test_no_word_mixes_letters_of_two_scripts() -> None:
    files = (path for path in text_files() if path != Path(__file__) and not path.is_relative_to(ROOT / MIXING_TESTS))
    found = {name_of(path): mixed_words(path.read_text("utf-8", "replace")) for path in files}
    assert {name: mixed for name, words in found.items() if (mixed := words - MEANT)} == {}
    assert MEANT - set().union(*found.values()) == set()


@pytest.mark.parametrize("word", ["\u0431\u062f\u0648\u0646", "\u0430na", "an\u03b1", "\u0421an", "se\u00f1or\u0430"])
def test_a_letter_that_looks_like_another_scripts_is_found(word: str) -> None:
    assert mixed_words(f'    "{word}",') == {word}


@pytest.mark.parametrize("text", ["señora", "без нет", "\\bсын\\b", "佐々木ヶ丘", "ana без", "x_сын", "1ª µm"])
def test_words_of_one_script_are_none(text: str) -> None:
    assert mixed_words(text) == set()


def mixed_words(text: str) -> set[str]:
    """The words of a text in which letters of two scripts stand."""
    words = (word for word in _WORD.findall(_ESCAPE.sub(" ", text)) if not word.isascii())
    return {word for word in words if len(_scripts(word)) > 1}


def _scripts(word: str) -> set[str]:
    names = {unicodedata.name(letter, "?").split(maxsplit=1)[0].split("-")[0] for letter in word}
    return {"CJK" if name in _EAST_ASIAN else name for name in names - _OF_ANY_SCRIPT}
