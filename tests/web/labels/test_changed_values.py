"""What news changed is said in words, not in codes, and what somebody wrote stays as it is."""

import pytest

from web.context import Context
from web.labels.changed_values import changed_value
from web.labels.field_words import changed_field
from web.partner import create_partner


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("description.sex", "female", "female"),
        ("description.marks", "scar · forearm · left · from a burn", "burn"),
        ("description.nationalities", "SO", "Somalia"),
        ("whereabouts.minor", "yes", "Yes"),
        ("found_reports.kind", "shelter", "helter"),
        ("description.names", "female", "female"),
        ("description.notes", "anything", "anything"),
    ],
)
def test_codes_are_said_and_words_stay(context: Context, path: str, text: str, said: str) -> None:
    app = create_partner(context)
    with app.test_request_context("/"):
        app.preprocess_request()
        shown = changed_value(text, path)
        assert said.casefold() in shown.casefold()
        assert "_" not in shown
        assert changed_field("found_reports.kind") == "Kind of place"
