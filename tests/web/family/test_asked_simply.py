"""Fields as families are asked them."""

import pytest

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
