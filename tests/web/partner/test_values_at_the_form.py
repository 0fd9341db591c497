"""What a clerk types in the form meets the lists that sheets meet, and stays in words where it is no value."""

import re
from typing import TypeVar

from sqlalchemy import select

from search.documents import Description, FieldNote, Identifiers, PostMortem, WeightRange, Whereabouts
from search.models import FoundReport
from search.records.sections import read_section
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import BODY, LIVING
from web.context import Context

_Document = TypeVar("_Document")


def stored(context: Context, document: type[_Document]) -> _Document:
    """A document of the one report that was stored."""
    with context.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        found = read_section(session, report.number, document)
    assert found is not None
    return found


def test_where_a_living_person_lives_is_kept_with_their_whereabouts(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", {**LIVING, "residence-text": "Calle 5, Choluteca", "weight": "60 kg"})
    found, whereabouts = stored(context, Description), stored(context, Whereabouts)
    assert found.residence is None
    assert found.weight == WeightRange(60, 60, written="60 kg")
    assert whereabouts.residence is not None
    assert whereabouts.residence.text == "Calle 5, Choluteca"


def test_of_a_body_residence_and_manner_of_death_are_kept(context: Context, mortuary: Visitor) -> None:
    mortuary.goes_to("/report/body")
    mortuary.sends("/report/body", {**BODY, "residence-text": "Choluteca", "manner": "accident"})
    residence = stored(context, Description).residence
    assert residence is not None
    assert residence.text == "Choluteca"
    assert stored(context, PostMortem).manner == "accident"


def test_what_is_no_name_stays_in_words(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", {**LIVING, "names-0-text": "Paciente desconocida"})
    found = stored(context, Description)
    assert found.names == ()
    assert FieldNote(field="description.names", words="Paciente desconocida · Name as it was heard") in found.notes


def test_a_number_that_only_fills_the_field_is_asked_about_and_kept_in_words(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    sent = {**LIVING, "phones-0-number": "0000000000"}
    clerk.sends("/report/living", sent)
    (seen,) = re.findall('name="seen" value="([^"]*)"', clerk.page)
    clerk.sends("/report/living", {**sent, "seen": seen})
    numbers = stored(context, Identifiers)
    assert numbers.phones == ()
    assert "0000000000" in "\n".join(note.words for note in numbers.notes)
