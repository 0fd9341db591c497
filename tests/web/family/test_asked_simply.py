"""Fields as families are asked them."""

import pytest

from matching.record import Calendar
from search.fields.table import AskedOf, Widget, asked_rows, catalogue
from web.family.asked_simply import asked_simply, said_plainly
from web.fields.drawing import drawn

pytestmark = pytest.mark.usefixtures("request_of_today")
LAST = catalogue()["description.event.place"]


def test_no_field_of_a_family_carries_a_list_of_suggestions() -> None:
    fields = [asked_simply(row, drawn(row, {})) for row in asked_rows(AskedOf.SOUGHT) if row.widget is not Widget.ITEMS]
    assert not [field.name for field in fields for control in field.controls if control.listed]


def test_a_place_is_one_line_until_its_country_says_more_than_its_words() -> None:
    shown = {
        country: len(asked_simply(LAST, drawn(LAST, {"text": ["Agadez, Niger"], "country": [country]})).controls)
        for country in ("", "Niger", "Libya", "Tuareg land")
    }
    assert shown == {"": 1, "Niger": 1, "Libya": 2, "Tuareg land": 2}


def test_on_the_sea_is_an_answer_and_is_kept_as_words() -> None:
    assert "sea" in [option.value for option in asked_simply(LAST, drawn(LAST, {})).answers]
    assert said_plainly(LAST, {"text": [""], "answer": ["sea"]}) == {"text": ["On the sea"], "answer": []}
    assert said_plainly(LAST, {"text": ["off Zuwara"], "answer": ["sea"]})["text"] == ["off Zuwara, On the sea"]
    assert said_plainly(LAST, {"text": ["lost on the sea"], "answer": ["sea"]})["text"] == ["lost on the sea"]


def test_the_calendar_that_was_told_before_stands_there_and_is_nobodys_choice_beside_no_date() -> None:
    row = catalogue()["description.birth"]
    *_, calendar, preset, _words = asked_simply(row, drawn(row, {}), Calendar.ETHIOPIAN).controls
    assert [option.value for option in calendar.options if option.chosen] == [preset.values[0]] == ["ethiopian"]
    assert said_plainly(row, {"calendar": ["ethiopian"], "preset": ["ethiopian"], "year": [""]}) == {"year": [""]}
    words = {"written": ["32 · 13 · 2021"]}
    assert said_plainly(row, {**words, "calendar": ["ethiopian"], "preset": ["ethiopian"]}) == words
    told = {"calendar": ["ethiopian"], "year": ["1985"]}
    assert said_plainly(row, {**told, "preset": ["ethiopian"]}) == told
    assert said_plainly(row, {"calendar": ["hijri"], "preset": ["ethiopian"]}) == {"calendar": ["hijri"]}
