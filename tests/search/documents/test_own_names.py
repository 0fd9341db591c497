"""Whom a description names."""

from matching.record import NameKind, PersonName
from search.documents import Description
from search.documents.own_names import own_names


def test_a_parent_s_name_is_no_name_of_the_person() -> None:
    father, nickname = PersonName("Yusuf Ali", kind=NameKind.FATHER), PersonName("Mina", kind=NameKind.NICKNAME)
    assert own_names(Description(names=(PersonName("Amina Yusuf"), father, nickname))) == ("Amina Yusuf", "Mina")
