"""Whose name stands in a cell: a parent's, a relative's, or those of several people."""

import pytest

from matching.record import NameKind
from search.values.name_relations import Told, of_lines, several_people, told_by, writings_of_lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Twin of Irma Soto", Told(NameKind.MOTHER, "Irma Soto")),
        ("Figlio di Paolo Neri", Told(NameKind.FATHER, "Paolo Neri")),
        ("Enfant de Salimata Keita", Told(NameKind.MOTHER, "Salimata Keita")),
        ("Hijo de Carmen Soto", Told(None, "Carmen Soto")),
        ("Moglie di Paolo Neri", Told(None, "")),
        ("RN Soto", Told(NameKind.FAMILY, "Soto")),
    ],
)
def test_a_parent_is_known_by_the_word_or_by_the_given_name(text: str, told: Told) -> None:
    assert told_by(text) == told


@pytest.mark.parametrize("text", ["Irma Soto", "Son", "Infant of unknown", "Sonia Ofori"])
def test_who_is_named_or_nobody_is_told_by_nobody(text: str) -> None:
    assert told_by(text) is None


@pytest.mark.parametrize("text", ["Samir Haddad / Sameer Hadad", "Samir Haddad / سمير حداد", "Ana Soto / Ana Paz"])
def test_two_writings_of_one_name_are_one_person(text: str) -> None:
    assert several_people(text) == (False, text)


def test_lines_are_people_where_each_is_a_whole_name_or_a_list_says_so() -> None:
    assert of_lines("1) Ana\n2) Eva") == ["Ana", "Eva"]
    assert of_lines("Ana Mora\nEva Paz") == ["Ana Mora", "Eva Paz"]
    assert of_lines("Ana Mora\nANA MORA") is None
    assert of_lines("Ana\nMora") is None
    assert writings_of_lines("عمر\nOmar") == ["عمر", "Omar"]
    assert writings_of_lines("Omar\nAli") == []
