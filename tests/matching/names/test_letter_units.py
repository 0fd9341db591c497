"""Letters in their context."""

from matching.names.letter_units import CALLED, HOW_MANY, LETTERS, PLAIN_LETTER, UNIT_OF, VOWELS, units_of


def called(text: str) -> list[str]:
    return [CALLED[unit] for unit in units_of(text)]


def test_a_letter_of_a_compound_spelling_is_a_unit_of_its_own() -> None:
    assert called("rashadr") == ["^r", "a", "(s)h", "s(h)", "a", "d", "r$"]
    assert called("shad")[:2] == ["(s)h", "s(h)"]
    assert called("tschik")[:4] == ["(t)sch", "t(s)ch", "ts(c)h", "tsc(h)"]


def test_the_longest_compound_spelling_counts() -> None:
    assert called("mossha")[2:4] == ["(s)s", "s(s)"]
    assert called("dschem")[:4] == ["(d)sch", "d(s)ch", "ds(c)h", "dsc(h)"]


def test_the_first_and_the_last_letter_are_told_from_others() -> None:
    assert called("bab") == ["^b", "a", "b$"]
    assert called("b") == ["^b$"]
    assert called("bash") == ["^b", "a", "(s)h", "s(h)$"]
    assert called("sh") == ["(s)h", "s(h)$"]


def test_a_sign_without_a_sound_has_no_unit_and_parts_a_compound_spelling() -> None:
    assert called("as'ha") == ["^a", "s", "h", "a$"]
    assert units_of("") == units_of("'") == ()


def test_own_letters_of_a_group_and_open_vowels_have_units() -> None:
    assert called("@N~") == ["^@", "N", "~$"]


def test_every_unit_has_a_name_of_its_own_and_a_plain_letter() -> None:
    assert len(CALLED) == len(PLAIN_LETTER) == len(UNIT_OF) == HOW_MANY
    assert LETTERS[PLAIN_LETTER[UNIT_OF["(s)h"]]] == "s"
    assert LETTERS[PLAIN_LETTER[UNIT_OF["s(h)$"]]] == "h"
    assert LETTERS[PLAIN_LETTER[UNIT_OF["^@"]]] == "@"
    assert {LETTERS[PLAIN_LETTER[UNIT_OF[one]]] for one in ("z", "^z", "z$", "^z$")} == {"z"}


def test_vowels_are_letters() -> None:
    assert set(LETTERS) > VOWELS
    assert "h" not in VOWELS
