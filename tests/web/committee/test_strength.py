from collections.abc import Iterator

import pytest
from flask import Flask

from search.vocabulary import ReportKind
from tests.web.committee.cards import agrees, card, silent
from web.committee import strength


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "fewer than 1 in 1,000,000 such pairs is the same person"),
        (0.0000123, "about 1 in 81,000 such pairs is the same person"),
        (0.0251, "about 1 in 40 such pairs is the same person"),
        (0.49, "about 1 in 2 such pairs is the same person"),
        (0.68, "about 7 in 10 such pairs are the same person"),
        (0.97, "about 97 in 100 such pairs are the same person"),
        (0.998, "about 998 in 1,000 such pairs are the same person"),
        (0.99999, "more than 999 in 1,000 such pairs are the same person"),
    ],
)
def test_a_probability_is_told_as_people_count(probability: float, words: str) -> None:
    assert strength.frequency(probability) == words


@pytest.mark.parametrize(("weight", "shown"), [(3.24, "+3.2"), (-4.0, "−4.0"), (0.0, "0.0")])
def test_a_line_of_the_sum_carries_its_sign(weight: float, shown: str) -> None:
    assert strength.signed_bits(weight) == shown


def test_competitors_are_counted_in_words() -> None:
    assert "No other report" in strength.competition(0)
    assert strength.competition(1).startswith("1 other report is")
    assert strength.competition(3).startswith("3 other reports are")


def test_for_a_body_only_a_primary_identifier_settles_it() -> None:
    dead = card(report_kind=ReportKind.MORTUARY, evidence=(agrees("names", 9.0),))
    assert "DNA, fingerprints or teeth" in strength.settling(dead)


def test_for_the_living_the_strongest_unknown_is_asked_for() -> None:
    living = card(evidence=(agrees("names", 9.0), agrees("documents", 8.0), silent("phones"), silent("height")))
    assert "a phone number, marks on the body and the date of birth" in strength.settling(living)


def test_where_everything_is_known_only_people_can_tell() -> None:
    known = (
        "documents", "phones", "marks", "birth", "names", "parents",
        "companions", "home", "height", "effects", "traits", "place",
    )  # fmt: skip
    assert "Only the person or the family" in strength.settling(card(evidence=tuple(agrees(c, 1.0) for c in known)))
