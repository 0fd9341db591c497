"""A case in words: numbers and ranges that run from left to right on every page."""

from collections.abc import Iterator

import pytest
from flask import Flask

from matching.record import AgeRange, HeightRange, Mark
from search.documents import Answer, Contact, Description, FieldNote, Filing
from search.vocabulary import ContactKind
from web.family.case_draft import CaseDraft
from web.family.pages import main_pages
from web.family.review_sections import sections
from web.labels.page_words import GROUPS


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def answers_shown(case: CaseDraft) -> list[str]:
    """Every value that the case page shows."""
    return [value.text for section in sections(case) for row in section.rows for value in row.values]


def test_the_ways_to_reach_somebody_are_kept_apart_from_one_another() -> None:
    phone = Contact(kind=ContactKind.PHONE, value="+963 11 555 0101", safe_hours="مساءً فقط")
    by_hand = Contact(kind=ContactKind.THROUGH_SOMEONE, value="أم حسن")
    shown = answers_shown(CaseDraft(filing=Filing(contacts=(phone, by_hand))))
    # What has to be known stands before the number.
    assert any(value.endswith("\u2068مساءً فقط\u2069 · \u2066+963 11 555 0101\u2069") for value in shown)
    assert any(value.endswith(" · \u2068أم حسن\u2069") for value in shown)


@pytest.mark.parametrize(
    ("height", "shown"),
    [
        (HeightRange(165, 170), ("\u2066165–170\u2069 cm", "")),
        (HeightRange(170, 170, written="170"), ("170 cm", "")),
        (HeightRange(170, 170, written="5 ft 7"), ("170 cm", "5 ft 7")),
    ],
)
def test_a_height_is_told_as_it_was_understood_beside_what_was_written(
    height: HeightRange, shown: tuple[str, str]
) -> None:
    case = CaseDraft(sought=Description(height=height))
    values = [value for section in sections(case) for row in section.rows for value in row.values]
    assert shown in [(value.text, value.note) for value in values]


def test_a_range_of_ages_runs_from_left_to_right() -> None:
    assert "\u206620–30\u2069 years" in answers_shown(CaseDraft(sought=Description(age=AgeRange(20, 30))))


def test_a_mark_is_told_by_its_codes_and_by_the_familys_words() -> None:
    scar = Mark("scar", "forearm", "left", "", "from a burn")
    assert "Scar · Forearm · On their left · \u2068from a burn\u2069" in answers_shown(
        CaseDraft(sought=Description(marks=(scar,)))
    )


def test_every_part_has_its_section_and_says_what_was_skipped() -> None:
    shown = sections(CaseDraft(sought=Description(words="sings")))
    assert [section.title for section in shown] == [words for _, words in GROUPS.values()]
    # Who may see the search is answered by silence too: nobody.
    assert [section.title for section in shown if section.rows] == ["Anything else", "Who may see this search"]
    assert {row.page for section in shown for row in section.skipped} == {
        page.slug for page in main_pages() if page.slug != "anything-else"
    }


def test_what_was_answered_without_a_value_is_no_gap() -> None:
    notes = (
        FieldNote(field="description.marks", answer=Answer.NONE),
        FieldNote(field="description.birth", words="before Eid"),
        FieldNote(field="description.height", answer=Answer.UNKNOWN),
    )
    shown = sections(CaseDraft(sought=Description(notes=notes)))
    rows = {row.label: [value.text for value in row.values] for section in shown for row in section.rows}
    assert rows["Marks on the body and teeth"] == ["They have no marks"]
    assert rows["Date of birth"] == ["“before Eid”"]
    assert rows["Height"] == ["I do not know"]
    assert not {"Date of birth", "Height"} & {row.label for section in shown for row in section.skipped}


def test_two_answers_that_do_not_fit_together_are_marked_as_such() -> None:
    scar, none = Mark("scar", "forearm"), FieldNote(field="description.marks", answer=Answer.NONE)
    unsure = FieldNote(field="description.height", answer=Answer.UNKNOWN)
    shown = sections(CaseDraft(sought=Description(marks=(scar,), notes=(none, unsure))))
    assert [row.label for section in shown for row in section.rows if row.twice] == ["Marks on the body and teeth"]


def test_what_no_page_asks_for_is_shown_all_the_same() -> None:
    shown = sections(CaseDraft(sought=Description(religion="Orthodox")))
    assert ("Religion", "") in [(row.label, row.page) for section in shown for row in section.rows]
