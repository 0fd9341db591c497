"""Nobody but the organisation that reported a living person reads where they live."""

from matching.record import Place
from search.documents import Answer, Description, FieldNote, Whereabouts
from search.documents.residences import with_residence_apart

HOME = Place("Calle Falsa 7")


def test_a_residence_in_the_description_of_a_living_person_is_moved_to_the_whereabouts() -> None:
    found, whereabouts = with_residence_apart(Description(residence=HOME), None)
    assert found == Description()
    assert whereabouts == Whereabouts(residence=HOME)


def test_words_that_were_noted_under_it_move_as_well() -> None:
    noted = Description(notes=(FieldNote(field="description.residence", words="by the well", answer=Answer.UNKNOWN),))
    found, whereabouts = with_residence_apart(noted, Whereabouts(condition="tired"))
    assert found == Description()
    assert whereabouts is not None
    assert whereabouts.condition == "tired"
    assert whereabouts.notes == (FieldNote(field="whereabouts.residence", words="by the well", answer=Answer.UNKNOWN),)


def test_of_two_residences_the_second_stays_in_words() -> None:
    _, whereabouts = with_residence_apart(Description(residence=Place("Street 2")), Whereabouts(residence=HOME))
    assert whereabouts is not None
    assert whereabouts.residence == HOME
    assert whereabouts.notes == (FieldNote(field="whereabouts.residence", words="Street 2"),)


def test_where_there_is_none_nothing_changes() -> None:
    assert with_residence_apart(Description(community="Hausa"), None) == (Description(community="Hausa"), None)
