"""Lines, texts and names."""

import datetime

from matching.record import NameKind, PersonName
from search.fields import catalogue
from web.fields.plain_words import TOO_LONG, Line, Lines, Name, Names, OwnName, with_empty_lines
from web.fields.widget import Reading, Setting

SETTING = Setting(datetime.date(2026, 11, 22))
WORK, FATHER = catalogue()["description.occupation"], catalogue()["description.names:father"]


def test_a_line_that_is_too_long_stays_as_words() -> None:
    long = "x" * 301
    assert Line().read(WORK, {"": [long]}, SETTING, "") == Reading("", long, TOO_LONG)
    assert Line().fill(WORK, "", long) == {"": [long]}
    assert Name().read(FATHER, {"": [long]}, SETTING, None) == Reading(None, long, TOO_LONG)


def test_a_name_is_of_the_kind_of_its_field() -> None:
    assert Name().read(FATHER, {"": [" ኪዳነ "]}, SETTING, None).value == PersonName("ኪዳነ", NameKind.FATHER)
    assert Name().read(FATHER, {"": [""]}, SETTING, None).value is None


def test_another_first_name_of_ones_own_leaves_the_others() -> None:
    row = catalogue()["filing.enquirer_names"]
    names = (PersonName("Letebrhan"), PersonName("Abeba"))
    assert OwnName().read(row, {"": ["Lete"]}, SETTING, names).value == (PersonName("Lete"), PersonName("Abeba"))
    assert OwnName().read(row, {"": [""]}, SETTING, names).value == (PersonName("Abeba"),)


def test_companions_keep_what_was_noted_of_their_names() -> None:
    row = catalogue()["description.journey.companions"]
    old = (PersonName("Amanuel", NameKind.NICKNAME, "ti"),)
    found = Names().read(row, {"": ["Hiwet", "Amanuel", ""]}, SETTING, old).value
    assert found == (PersonName("Hiwet", NameKind.FULL), *old)


def test_every_line_is_a_value_and_blank_lines_are_none() -> None:
    row = catalogue()["identifiers.accounts"]
    assert Lines().read(row, {"": [" one \n\n  two\n "]}, SETTING, ()).value == ("one", "two")


def test_one_more_line_stands_open_than_was_written_up_to_forty() -> None:
    assert with_empty_lines([]) == ("", "")
    assert with_empty_lines(["a", "b"]) == ("a", "b", "")
    assert len(with_empty_lines(["x"] * 50)) == 40
