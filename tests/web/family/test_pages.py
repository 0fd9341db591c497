"""Pages as the table of fields makes them, and that a look at them changes nothing."""

import pytest

from search.fields.table import AskedOf, asked_rows, catalogue, list_of
from tests.web.family.answers import RICH, sent_untouched
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft
from web.family.draft_reading import case_so_far
from web.family.pages import Page, all_pages, element_pages, main_pages, page, page_of
from web.fields.drawing import control_name, drawn

pytestmark = pytest.mark.usefixtures("request_of_today")
EACH = pytest.mark.parametrize("asked", all_pages(), ids=lambda asked: asked.slug)
MAIN = pytest.mark.parametrize("asked", main_pages(), ids=lambda asked: asked.slug)


def said(path: str) -> str:
    return {"description.sex": "female", "description.marks.kind": "tattoo"}.get(path, "")


def controls_of(asked: Page) -> int:
    """Controls as a reader meets them: a date or a group of radio buttons is one, a place with its country two."""
    if asked.listed is not None:
        return 1
    counted = 0
    for row in asked.rows:
        field = drawn(row, {})
        counted += 1 if row.widget == "date" or field.repeated else len(field.controls)
    return counted


def test_who_is_sought_is_asked_first_and_who_asks_last() -> None:
    slugs = [asked.slug for asked in main_pages()]
    assert (slugs[0], slugs[-1]) == ("names", "only-you")
    assert len(slugs) == len(set(slugs))


@EACH
def test_no_page_has_more_than_four_controls(asked: Page) -> None:
    assert 1 <= controls_of(asked) <= 4


@EACH
def test_nothing_is_chosen_beforehand(asked: Page) -> None:
    for row in asked.rows if asked.listed is None else ():
        field = drawn(row, {})
        assert not any(option.chosen for control in field.controls for option in control.options)
        assert not any(option.chosen for option in field.answers)


@EACH
def test_the_controls_of_a_page_have_names_of_their_own(asked: Page) -> None:
    names = [control_name(row.path) for row in asked.rows]
    assert not [(one, other) for one in names for other in names if one != other and other.startswith(f"{one}-")]


def test_no_two_fields_are_sent_under_one_name() -> None:
    names = [control_name(row.path) for row in asked_rows(AskedOf.SOUGHT)]
    assert len(names) == len(set(names))


@MAIN
def test_a_page_that_was_filled_and_sent_off_untouched_changes_nothing(asked: Page) -> None:
    assert case_so_far(RICH, sent_untouched(asked, RICH)) == RICH


@MAIN
def test_an_empty_page_says_nothing(asked: Page) -> None:
    assert case_so_far(CaseDraft(), sent_untouched(asked, CaseDraft())) == CaseDraft()


@MAIN
def test_an_emptied_page_leaves_all_other_fields_alone(asked: Page) -> None:
    row = asked.rows[0]
    draft = Draft(items={row.path: {}}) if asked.listed else Draft(answers={one.path: {} for one in asked.rows})
    emptied = case_so_far(RICH, draft)
    own = {one.path for one in asked.rows}
    fields = [other for other in asked_rows(AskedOf.SOUGHT) if list_of(other.path) is None]
    for other in fields:
        if other.path not in own and "contacts" not in row.path:
            assert emptied.answered(other) == RICH.answered(other)


def test_a_picture_is_asked_for_where_there_is_one_and_a_beard_of_who_can_have_one() -> None:
    picture, face = page("mark-picture"), page("face")
    assert picture is not None
    assert face is not None
    assert [row.path for row in picture.asked(said)] == ["description.marks.motif"]
    assert picture.asked(lambda _path: "scar") == ()
    assert [row.path for row in face.asked(said)] == ["description.traits:eyes"]
    assert len(face.asked(lambda _path: "")) == 2


def test_elements_have_pages_of_their_own_in_an_order() -> None:
    assert [one.slug for one in element_pages("description.marks")] == ["mark", "mark-place", "mark-picture"]
    assert not {one.slug for one in element_pages("description.marks")} & {one.slug for one in main_pages()}
    assert page("weight") is None


def test_a_field_that_families_are_not_asked_for_has_no_page() -> None:
    assert page_of(catalogue()["description.religion"]) == ""
    assert page_of(catalogue()["description.sex"]) == "sex"
