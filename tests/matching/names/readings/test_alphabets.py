"""Cyrillic, Greek, Armenian and Georgian names, letter by letter."""

from matching.names.readings.alphabets import read_armenian, read_cyrillic, read_georgian, read_greek
from matching.names.readings.reading_result import Group, Reading


def one(text: str, group: Group) -> tuple[Reading, ...]:
    return (Reading(text, group),)


def test_cyrillic_of_any_language_is_read_with_all_its_vowels() -> None:
    names = {
        "иванов": "ivanov",
        "щербак": "shcherbak",
        "хусейн": "khuseyn",
        "джамал": "dzhamal",
        "оксана": "oksana",
        "ёлкин": "yolkin",
        "юрій": "yuriy",
        "їжак": "yizhak",
        "ґанна": "ganna",
        "ћирић": "chirich",
        "қайрат": "qayrat",
        "өмір": "omir",
        "ғани": "ghani",
        "жұма": "zhuma",
    }
    assert {name: read_cyrillic(name) for name in names} == {
        name: one(text, Group.CYRILLIC) for name, text in names.items()
    }


def test_greek_pairs_are_read_as_one_sound_and_accents_do_not_matter() -> None:
    names = {
        "αντώνης": "andonis",
        "ευάγγελος": "evangelos",
        "αυγή": "avgi",
        "ουρανία": "urania",
        "χρήστος": "khristos",
        "γιώργος": "yorgos",
        "τσίπρας": "tsipras",
        "λάμπρος": "lambros",
    }
    assert {name: read_greek(name) for name in names} == {name: one(text, Group.GREEK) for name, text in names.items()}


def test_greek_pairs_at_the_beginning_are_the_foreign_sound_alone() -> None:
    names = {"μπάμπης": "bambis", "ντίνος": "dinos", "γκίκας": "gikas"}
    assert {name: read_greek(name)[0].text for name in names} == names


def test_armenian_is_read_as_in_the_east() -> None:
    names = {
        "հովհաննես": "hovhannes",
        "սուրեն": "suren",
        "գեւորգ": "gevorg",
        "թագուհի": "taguhi",
        "րաֆֆի": "raffi",
        "խաչիկ": "khachik",
        "ծովինար": "tsovinar",
    }
    assert {name: read_armenian(name) for name in names} == {
        name: one(text, Group.ARMENIAN) for name, text in names.items()
    }


def test_the_georgian_ending_i_may_be_silent_behind_a_consonant_of_a_longer_word() -> None:
    names = {
        "ზურაბი": ["zurabi", "zurab"],
        "თამარი": ["tamari", "tamar"],
        "ნინო": ["nino"],
        "ილია": ["ilia"],
        "ანი": ["ani"],
        "მაია": ["maia"],
        "ნიკა": ["nika"],
        "ნანიი": ["nanii"],
        "ღვინო": ["ghvino"],
    }
    assert {name: [one.text for one in read_georgian(name)] for name in names} == names
    assert {one.group for one in (*read_georgian("თამარი"), *read_georgian("ნინო"))} == {Group.GEORGIAN}


def test_four_letters_are_enough_for_a_silent_ending() -> None:
    assert [one.text for one in read_georgian("ჟანი")] == ["zhani", "zhan"]
    assert [one.text for one in read_georgian("გაგი")] == ["gagi", "gag"]
