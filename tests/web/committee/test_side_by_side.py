import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from matching.comparisons import ORDER
from matching.evidence import AlignedPart, Evidence, Outcome
from matching.record import AgeRange, Event, Mark, PartialDate, PersonName, Place, Remains
from search.documents import Description
from search.vocabulary import ReportKind
from tests.web.committee.cards import card
from web.committee.side_by_side import COMPARED, rows, values_met


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def with_parts(comparison: str, *parts: AlignedPart) -> Evidence:
    """Evidence that names the values that met."""
    return Evidence(comparison, "same", Outcome.AGREES, 3.0, parts)


def test_a_field_that_one_side_lacks_stays_beside_the_other_side() -> None:
    (row,) = rows(card(sought=Description(names=(PersonName("Amina"),))))
    assert (row.label, [value.text for value in row.sought], row.found) == ("Names", ["Amina"], ())


def test_fields_that_nobody_filled_in_are_left_out() -> None:
    assert rows(card()) == ()


@pytest.mark.parametrize("comparison", ["phones", "documents", "place", "origin"])
def test_numbers_and_places_that_met_are_never_quoted(comparison: str) -> None:
    met = with_parts(comparison, AlignedPart("+46701234567", "The house behind the harbour", "same"))
    person = Description(names=(PersonName("Amina"),), birth_place=Place("Asmara"))
    assert "house" not in repr(rows(card(evidence=(met,), sought=person, found=person)))


def test_the_codes_of_marks_are_read_as_words() -> None:
    marks = (Mark("tattoo", "face", "left", "rose"),)
    met = with_parts("marks", AlignedPart("tattoo rose face left", "tattoo", "same"))
    (row,) = rows(card(evidence=(met,), sought=Description(marks=marks), found=Description(marks=marks)))
    assert row.parts == (AlignedPart("Tattoo · A rose · Face · On their left", "Tattoo", "same"),)


def test_every_comparison_is_shown_at_a_field_or_known_to_have_none() -> None:
    without = {"parents", "together", "origin", "phones", "documents"}
    shown = set(COMPARED.values())
    assert sorted(set(ORDER) - without - shown) == []
    assert sorted(shown - set(ORDER)) == []
    assert shown.isdisjoint(without)


def test_an_outcome_stands_at_its_field_but_a_blank_does_not() -> None:
    named = Description(names=(PersonName("Amina"),), remains=Remains.SKELETAL)
    shown = card(sought=named, found=named, evidence=(Evidence("names", "far", Outcome.DISAGREES, -3.0),))
    assert [(row.label, row.outcome) for row in rows(shown)] == [
        ("Names", Outcome.DISAGREES),
        ("Condition of the body", None),
    ]
    blank = card(sought=named, evidence=(Evidence("names", "blank", Outcome.BLANK, 0.0),))
    assert rows(blank)[0].outcome is None


def test_a_place_of_somebody_living_that_is_not_shown_is_not_called_unsaid() -> None:
    sought = Description(event=Event(place=Place("Asmara")))
    withheld = {
        kind: rows(replace(card(sought=sought), report_kind=kind))[0].withheld
        for kind in (ReportKind.SHELTER, ReportKind.WITNESS, ReportKind.MORTUARY)
    }
    assert withheld == {ReportKind.SHELTER: True, ReportKind.WITNESS: True, ReportKind.MORTUARY: False}


def test_beside_an_age_that_nobody_stated_stands_the_birth_it_was_counted_from() -> None:
    born = PartialDate(datetime.date(1991, 3, 14), datetime.date(1991, 3, 14))
    met = values_met(rows(card(sought=Description(birth=born), found=Description(age=AgeRange(28, 38)))))
    assert ["1991" in value.text for value in met["age"].sought] == [True]
    assert ["28" in value.text for value in met["age"].found] == [True]
