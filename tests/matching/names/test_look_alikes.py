"""Which common name a part is, so that look-alikes are told apart."""

import pytest

from matching.names.look_alikes import known_names
from matching.names.normalise import native_form
from matching.names.phonetic import sound_of


def known(spelling: str) -> set[str]:
    return set(known_names(spelling, (sound_of(spelling),)))


def test_a_name_in_its_own_script_is_itself_whatever_it_sounds_like() -> None:
    assert known_names(native_form("حسين"), ("hasan",)) == {"حسين"}
    assert known_names("ዮናስ", ("yohannes",)) == {"yonas"}
    assert known_names("марія", ()) == {"maria"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("hasan", "husein"), ("omar", "amr"), ("yonas", "yohannes"), ("maria", "mariam"), ("moshe", "menashe")],
)
def test_look_alikes_are_other_names(one: str, other: str) -> None:
    assert known(one)
    assert known(other)
    assert known(one).isdisjoint(known(other))


@pytest.mark.parametrize(("spelling", "name"), [("houcine", "حسين"), ("hosseyn", "حسين"), ("jonas", "yonas")])
def test_another_spelling_is_the_name_whose_vowels_are_nearest(spelling: str, name: str) -> None:
    assert known(spelling) == {name}


def test_two_names_that_are_equally_near_are_both_possible() -> None:
    assert known("hasan") == known("hasen") == {"حسن", "حسان"}


def test_a_short_sound_may_be_one_letter_off_and_a_long_one_two() -> None:
    assert known_names("-", ("husen",)) == {"حسين"}
    assert known_names("-", ("hoson",)) == set()
    assert known_names("-", ("muhomod",)) == {"محمد"}
    assert known_names("-", ("mihimid",)) == set()


def test_how_long_the_longest_sound_is_decides_for_all() -> None:
    assert known_names("-", ("hoson", "zzzzz")) == set()
    assert known_names("-", ("hoson", "zzzzzz")) != set()


def test_a_name_of_other_consonants_or_without_a_sound_is_none_of_them() -> None:
    assert known("tesfaye") == set()
    assert known_names("-", ()) == set()
    assert known_names("-", ("",)) == set()
