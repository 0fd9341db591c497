"""One mark or one thing, chosen on pictures, without losing what else was typed."""

import re

import pytest
from sqlalchemy import select

from matching.record import Mark
from search.documents import Description
from search.models import FoundReport
from search.records.sections import read_section
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from web.context import Context

TYPED = {
    "kind": "mortuary",
    "body_tag": "LMP-12",
    "event-place-text": "Cala Pisana",
    "marks-0-kind": "scar",
    "marks-0-place": "knee",
    "marks-0-words": "long and pale",
    "effects-0-item": "ring",
    "effects-0-words": "with a green stone",
}
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
_CHECKED = re.compile(r'<input type="radio" name="([^"]+)" value="([^"]*)" checked')


def hidden(page: str) -> dict[str, str]:
    return {name: value for name, value in _HIDDEN.findall(page) if name not in ("csrf_token", "whose", "row")}


def asks_for_pictures(visitor: Visitor, row: str, typed: dict[str, str]) -> None:
    visitor.goes_to("/report/body")
    assert visitor.sends("/report/body", {**typed, "pictures": row}).status_code == 200


def test_everything_typed_but_what_the_pictures_ask_is_carried_along(mortuary: Visitor) -> None:
    asks_for_pictures(mortuary, "marks-0", TYPED)
    kept = {name: value for name, value in TYPED.items() if name != "marks-0-kind"}
    assert hidden(mortuary.page) == {**kept, "marks-0-side": ""}


def test_what_was_chosen_before_is_chosen_on_the_pictures_and_nothing_else_is(mortuary: Visitor) -> None:
    asks_for_pictures(mortuary, "marks-0", {**TYPED, "marks-0-side": "left"})
    assert _CHECKED.findall(mortuary.page) == [("marks-0-kind", "scar"), ("marks-0-spot", "knee.left")]
    asks_for_pictures(mortuary, "effects-0", {"kind": "mortuary"})
    assert _CHECKED.findall(mortuary.page) == []


def test_another_language_keeps_the_page_of_pictures_and_what_was_chosen_on_it(mortuary: Visitor) -> None:
    asks_for_pictures(mortuary, "marks-0", TYPED)
    chosen = {"marks-0-kind": "mole", "marks-0-spot": "hand.left", "row": "marks-0", "lang": "ar"}
    mortuary.sends("/report/body", {**hidden(mortuary.page), **chosen})
    assert '<html lang="ar" dir="rtl">' in mortuary.page
    assert _CHECKED.findall(mortuary.page) == [("marks-0-kind", "mole"), ("marks-0-spot", "hand.left")]
    assert hidden(mortuary.page)["body_tag"] == "LMP-12"


def test_a_choice_on_the_drawing_comes_back_to_the_form_and_is_filed(context: Context, mortuary: Visitor) -> None:
    asks_for_pictures(mortuary, "marks-0", TYPED)
    chosen = {"marks-0-kind": "gold_tooth", "marks-0-spot": "tooth_21.", "marks-0-motif": ""}
    mortuary.sends("/report/body", {**hidden(mortuary.page), **chosen, "row": "marks-0"})
    assert 'value="tooth_21" selected' in mortuary.page
    assert "Your report is stored" not in mortuary.page
    mortuary.sends("/report/body", {**TYPED, "marks-0-kind": "gold_tooth", "marks-0-place": "tooth_21"})
    with context.database.reading() as session:
        found = read_section(session, session.scalars(select(FoundReport)).one().number, Description)
    assert found is not None
    assert found.marks == (Mark("gold_tooth", "tooth_21", "", "", "long and pale"),)


@pytest.mark.parametrize("row", ["marks-7", "names-0", "csrf_token", ""])
def test_there_are_no_pictures_of_what_is_no_row_of_marks_or_things(mortuary: Visitor, row: str) -> None:
    mortuary.goes_to("/report/body")
    assert mortuary.sends("/report/body", {**TYPED, "pictures": row}).status_code == 404


@pytest.mark.parametrize("row", ["marks-0", "effects-0"])
@pytest.mark.parametrize("tag", [locale.tag for locale in walked()])
def test_the_pages_are_in_the_readers_language(mortuary: Visitor, tag: str, row: str) -> None:
    mortuary.goes_to(f"/report/body?lang={tag}")
    mortuary.sends("/report/body", {**TYPED, "pictures": row})
    assert english_left(mortuary.page, tag) == []
