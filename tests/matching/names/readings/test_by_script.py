"""From what was written to sounds: splitting, romanising, folding."""

import pytest

from matching.names.normalise import native_form, split_name
from matching.names.phonetic import skeleton_of, sound_of
from matching.names.readings.by_script import read
from matching.names.readings.latin import plain
from matching.names.scripts import Script, word_script


def _sound(word: str) -> str:
    return sound_of(plain(read(word)[0].text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Karim ibn Yusuf al-Haddad", ("karim", "yusuf", "haddad")),
        ("María de la Cruz", ("maría", "cruz")),
        ("Abd al-Rahman", ("abdrahman",)),
        ("Abu Bakr", ("abubakr",)),
        ("O'Connor", ("oconnor",)),
        ("Kim Yong-su", ("kim", "yong", "su")),
        ("Dr. Nadia Zaydani", ("nadia", "zaydani")),
        ("मा.कमला", ("कमला",)),
        ("Lim Eng Guan", ("lim", "eng", "guan")),
        ("Eng. Samir Haddad", ("samir", "haddad")),
        ("Le Van Minh", ("le", "minh")),
        ("Samir Haddad Jr.", ("samir", "haddad")),
        ("Haile Selassie Bekele", ("haileselassie", "bekele")),
        ("Salah ud-Din Karimi", ("salahdin", "karimi")),
        ("Muthu a/l Kumar", ("muthu", "kumar")),
        ("בן-ג'ון", ("גֿון",)),
        ("بن", ("بن",)),
        ("  ", ()),
        ("1234 !?", ()),
    ],
)
def test_a_name_splits_into_its_parts_without_particles_and_titles(text: str, parts: tuple[str, ...]) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("علی", "علي"),
        ("کریم", "كريم"),
        ("مُحَمَّد", "محمد"),
        ("ፀሐይ", "ጸሀይ"),
        ("Pérez", "perez"),
        ("Артём", "артем"),
    ],
)
def test_letters_that_mean_the_same_become_one(one: str, other: str) -> None:
    assert native_form(one) == native_form(other)


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("karim", Script.LATIN),
        ("كريم", Script.ARABIC),
        ("ከሪም", Script.ETHIOPIC),
        ("Карим", Script.CYRILLIC),
        ("करीम", Script.BRAHMIC),
        ("סמיר", Script.HEBREW),
        ("金", Script.HAN),
        ("김", Script.HANGUL),
        ("", Script.OTHER),
    ],
)
def test_the_script_of_a_word_is_known(word: str, script: Script) -> None:
    assert word_script(word) is script


@pytest.mark.parametrize(
    ("written", "sound"),
    [
        ("Husein", "husein"),
        ("Cherif", "Cerif"),
        ("Touré", "ture"),
        ("Muñoz", "munyoz"),
        ("Quispe", "kispe"),
        ("Philippe", "filipe"),
        ("Abdurrahman", "abdrahman"),
        ("ሀብታሙ", "hab~tamu"),
        ("Щербак", "Serbak"),
        ("عثمان", "utman"),
        ("Παπαδόπουλος", "papadopulos"),
        ("कमला", "kam~la"),
    ],
)
def test_one_sound_is_one_letter_in_every_spelling(written: str, sound: str) -> None:
    assert _sound(written.casefold()) == sound


def test_two_letters_that_only_happen_to_stand_together_stay_two_sounds() -> None:
    # Arabic t and s in Ibtisam are no ts.
    assert "ts" in _sound("ابتسام")


def test_a_skeleton_keeps_what_clerks_agree_on() -> None:
    skeletons = {skeleton_of(_sound(w)) for w in ("hussein", "houcine", "хусейн", "ሁሴን", "حسين")}
    assert len(skeletons) == 1


def test_what_no_table_knows_is_not_lost() -> None:
    assert read("ꦱꦸꦫ")[0].text
