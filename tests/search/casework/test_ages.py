"""Who is a child is settled face to face, and one person alone makes no adult of a child."""

import datetime
import uuid

import pytest

from search.casework.ages import Finding, is_child, settled_age
from search.casework.undo_periods import UNDO
from search.vocabulary import AgeFinding

NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
ADULT, CHILD, UNSURE = AgeFinding


def of(*findings: tuple[AgeFinding, int], minor: bool = False, apart: datetime.timedelta = UNDO) -> AgeFinding | None:
    rows = [
        Finding(found=found, account_id=uuid.UUID(int=who), made_at=NOW + apart * number)
        for number, (found, who) in enumerate(findings)
    ]
    return settled_age(rows, reported_minor=minor)


def test_an_age_that_nobody_settled_takes_no_path() -> None:
    assert of() is None
    assert not is_child(None)


@pytest.mark.parametrize("found", [CHILD, UNSURE])
def test_anybody_who_meets_the_person_opens_the_path_of_children(found: AgeFinding) -> None:
    assert of((ADULT, 1), (ADULT, 2), (found, 3)) is found
    assert is_child(found)


def test_a_report_that_says_minor_holds_until_two_people_say_adult() -> None:
    assert of(minor=True) is CHILD
    assert of((ADULT, 1), minor=True) is CHILD
    assert of((ADULT, 1), (ADULT, 1), minor=True) is CHILD
    assert of((ADULT, 1), (ADULT, 2), minor=True) is ADULT


@pytest.mark.parametrize("found", [CHILD, UNSURE])
def test_two_people_make_an_adult_of_a_child_and_no_fewer(found: AgeFinding) -> None:
    assert of((found, 1), (ADULT, 1)) is found
    assert of((found, 1), (ADULT, 2)) is found
    assert of((found, 1), (ADULT, 2), (found, 1), (ADULT, 3)) is found
    assert of((found, 1), (ADULT, 2), (ADULT, 1)) is ADULT


def test_a_slip_is_corrected_by_whoever_made_it_within_minutes() -> None:
    at_once = UNDO - datetime.timedelta(seconds=1)
    assert of((CHILD, 1), (ADULT, 1), apart=at_once) is ADULT
    assert of((CHILD, 1), (ADULT, 2), apart=at_once) is CHILD
    assert of((CHILD, 1), (ADULT, 1), minor=True, apart=at_once) is CHILD
    assert of((CHILD, 2), (UNSURE, 1), (ADULT, 1), apart=at_once) is CHILD
