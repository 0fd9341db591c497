"""Fields as families are asked them."""

import pytest

from search.fields.table import AskedOf, Widget, asked_rows
from web.family.asked_simply import asked_simply
from web.fields.drawing import drawn

pytestmark = pytest.mark.usefixtures("request_of_today")


def test_no_field_of_a_family_carries_a_list_of_suggestions() -> None:
    fields = [asked_simply(drawn(row, {})) for row in asked_rows(AskedOf.SOUGHT) if row.widget is not Widget.ITEMS]
    assert not [field.name for field in fields for control in field.controls if control.listed]
