"""Names as written to their parts: one spelling within a script, titles and particles left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.normalise import name_words, native_form, split_name


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
        ("Marie Le Pen", ("marie", "pen")),
        ("Samir Haddad Jr.", ("samir", "haddad")),
        ("Haile Selassie Bekele", ("haileselassie", "bekele")),
        ("Salah ud-Din Karimi", ("salahdin", "karimi")),
        ("Muthu a/l Kumar", ("muthu", "kumar")),
        ("Иванова б/н", ("иванова",)),
        ("בן-ג'ון", ("גֿון",)),
        ("Ali 3 Hassan", ("ali", "hassan")),
        ("ＫＡＲＩＭ", ("karim",)),
        ("  ", ()),
        ("1234 !?", ()),
    ],
)
def test_a_name_splits_into_its_parts_without_particles_and_titles(text: str, parts: tuple[str, ...]) -> None:
    assert split_name(text) == parts


def test_where_nothing_but_particles_was_written_they_are_kept() -> None:
    assert split_name("بن") == ("بن",)
    assert split_name("Dr. de") == ("dr", "de")


def test_words_that_are_left_out_in_one_place_are_names_in_another() -> None:
    assert split_name("Jr. Haddad") == ("jr", "haddad")
    assert split_name("Samir Eng.") == ("samir", "eng")
    assert split_name("Le") == ("le",)
    assert split_name("Karim ar") == ("karim", "ar")
    assert split_name("Karim ar Haddad") == ("karim", "haddad")
    assert split_name("Ar Haddad") == ("ar", "haddad")
    assert split_name("Eng.") == ("eng",)


def test_prefixes_and_suffixes_belong_to_their_neighbour() -> None:
    assert split_name("Abu") == ("abu",)
    assert split_name("Haddad Abu") == ("haddad", "abu")
    assert split_name("Abu Abd Karim") == ("abuabdkarim",)
    assert split_name("Din Karim") == ("din", "karim")
    assert split_name("Abd ullah") == ("abdullah",)
    assert split_name("Karim Abd ullah") == ("karim", "abdullah")
    assert split_name("Karim Salah ud-Din") == ("karim", "salahdin")


def test_at_most_twelve_parts_of_the_first_two_hundred_characters_are_read() -> None:
    parts = tuple(f"qar{letter}" for letter in "abcdefghijklm")
    assert split_name(" ".join(parts)) == parts[:12]
    assert split_name("q" * 199 + "rz") == ("q" * 199 + "r",)
    assert split_name(" " * 199 + "rz") == ("r",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("آمنة", "امنه"),
        ("ٱمنه", "امنه"),
        ("علی", "علي"),
        ("موسى", "موسي"),
        ("کریم", "كريم"),
        ("بہار", "بهار"),
        ("مُحَمَّد", "محمد"),
        ("محمـــد", "محمد"),
        ("ፀሐይ", "ጸሀይ"),
        ("ኀይሉ", "ሀይሉ"),
        ("ሠላም", "ሰላም"),
        ("ዓለም", "ኣለም"),
        ("ዐለም", "አለም"),
        ("Pérez", "perez"),
        ("Артём", "артем"),
        ("タナカ", "たなか"),
        ("מֹשֶׁה", "משה"),
    ],
)
def test_letters_that_mean_the_same_become_one(one: str, other: str) -> None:
    assert native_form(one) == native_form(other)


def test_hebrew_is_compared_without_its_points_but_for_the_rafe() -> None:
    points = [*range(0x0591, 0x05BE), 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7]
    assert {native_form(f"מ{chr(point)}") for point in points} == {"מ"}
    assert native_form("מ\u05bf") == "מ\u05bf"


def test_letters_that_carry_a_sound_stay() -> None:
    assert native_form("कमला") == "कमला"
    assert native_form("ሀለሐመ") == "ሀለሀመ"
    assert native_form("ሉ") != native_form("ለ")
    assert native_form("ヷ") == "ヷ"
    assert native_form("ヶ") == "ゖ"
    assert native_form("ァ") == "ぁ"


@given(st.text(max_size=20))
def test_a_native_form_is_its_own_native_form(part: str) -> None:
    assert native_form(native_form(part)) == native_form(part)


def test_every_word_of_the_table_has_a_class_that_is_known() -> None:
    classes = {"particle", "title", "inner", "opening", "closing", "prefix", "suffix"}
    assert {*name_words().values()} == classes
