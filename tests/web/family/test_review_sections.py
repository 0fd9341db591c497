"""A case in words: numbers and ranges that run from left to right on every page."""

from collections.abc import Iterator

import pytest
from flask import Flask

from matching.record import AgeRange, HeightRange, Mark
from search.documents import Contact, Description, Filing
from search.vocabulary import ContactKind
from web.family.case_draft import CaseDraft
from web.family.review_sections import sections
from web.family.steps import STEPS


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def answers_shown(case: CaseDraft) -> list[str]:
    """Every value that the case page shows."""
    return [value for section in sections(case) for _label, values in section.rows for value in values]


def test_the_ways_to_reach_somebody_are_kept_apart_from_one_another() -> None:
    phone = Contact(kind=ContactKind.PHONE, value="+963 11 555 0101", safe_hours="مساءً فقط")
    by_hand = Contact(kind=ContactKind.THROUGH_SOMEONE, value="أم حسن")
    shown = answers_shown(CaseDraft(filing=Filing(contacts=(phone, by_hand))))
    assert any("\u2066+963 11 555 0101\u2069 · \u2068مساءً فقط\u2069" in value for value in shown)
    assert any("\u2068أم حسن\u2069 · " in value for value in shown)


@pytest.mark.parametrize(
    ("height", "shown"),
    [
        (HeightRange(165, 170), "\u2066165–170\u2069 centimetres"),
        (HeightRange(170, 170, written="170"), "170 centimetres"),
        (HeightRange(170, 170, written="5 ft 7"), "5 ft 7"),
    ],
)
def test_a_height_is_told_as_it_was_written_or_with_its_unit(height: HeightRange, shown: str) -> None:
    assert shown in answers_shown(CaseDraft(sought=Description(height=height)))


def test_a_range_of_ages_runs_from_left_to_right() -> None:
    assert "\u206620–30\u2069" in answers_shown(CaseDraft(sought=Description(age=AgeRange(20, 30))))


def test_a_mark_is_told_by_its_codes_and_by_the_familys_words() -> None:
    scar = Mark("scar", "forearm", "left", "", "from a burn")
    assert "Scar · Forearm · On their left · from a burn" in answers_shown(CaseDraft(sought=Description(marks=(scar,))))


def test_every_question_has_its_section_and_an_unanswered_one_has_no_rows() -> None:
    shown = sections(CaseDraft(sought=Description(words="sings")))
    assert [section.step for section in shown] == list(STEPS)
    # Who may see the search is answered by silence too: nobody.
    assert [section.step.slug for section in shown if section.rows] == ["anything-else", "sharing"]
