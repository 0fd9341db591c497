"""What a report's form asks back before it is sent: once, and then it may stay."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from search.fields.table import Widget
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import LIVING
from web.fields.answers import BOTH
from web.fields.drawing import control_name
from web.partner.report_checking import unread
from web.partner.report_fields import fields_of, sent_report


@pytest.fixture(autouse=True)
def request_of_today(unconnected_partner: Flask) -> Iterator[None]:
    """Dates are read by the portal's clock, and words are the reader's."""
    with unconnected_partner.test_request_context():
        yield


VALUES = {
    "birth": {"birth-year": "1990"}, "nationalities": {"nationalities": "Mali"}, "height": {"height": "170"},
    "languages": {"languages": "Wolof"}, "marks": {"marks-0-kind": "scar"}, "effects": {"effects-0-item": "watch"},
    "phones": {"phones-0-number": "+252 61 2345678"}, "documents": {"documents-0-number": "A1"},
    "samples": {"samples-0-kind": "bone"}, "parts": {"parts-0-tag": "R-7"}, "asks_for": {"asks_for-0-name": "Awa Diop"},
}  # fmt: skip
TICKED = [
    (which, control_name(row.path), answer)
    for which in ("living", "body")
    for row in fields_of(which)
    for answer in row.answers
    if row.widget not in (Widget.CHOICE, Widget.YES_NO)
]


def test_every_field_that_has_ticks_is_looked_at() -> None:
    assert {name for _, name, _ in TICKED} - {"event-when", "event-place"} == set(VALUES)


@pytest.mark.parametrize(("which", "name", "answer"), [one for one in TICKED if one[1] in VALUES])
def test_none_and_not_to_know_beside_a_value_are_asked_back(which: str, name: str, answer: str) -> None:
    both = {**VALUES[name], f"{name}-answer": answer}
    assert [mark.partition(":")[0] for mark in unread(sent_report(which, MultiDict(both)))] == [name]
    assert unread(sent_report(which, MultiDict(VALUES[name]))) == []
    assert unread(sent_report(which, MultiDict({f"{name}-answer": answer}))) == []


def test_a_contradiction_that_was_changed_is_asked_once_more() -> None:
    first = unread(sent_report("living", MultiDict({"marks-0-kind": "scar", "marks-answer": "none"})))
    second = unread(sent_report("living", MultiDict({"marks-0-kind": "mole", "marks-answer": "none"})))
    assert first != second


def test_both_stay_on_the_page_with_a_sentence_and_are_kept_when_they_are_sent_again(clerk: Visitor) -> None:
    sent = {**LIVING, "marks-answer": "none"}
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", sent).status_code == 400
    assert BOTH in clerk.page
    assert 'href="#marks"' in clerk.page
    assert 'name="marks-answer" value="none" checked' in clerk.page
    assert "from a burn" in clerk.page
    clerk.sends("/report/living", {**sent, "seen": re.findall(r'name="seen" value="([^"]+)"', clerk.page)})
    assert "Your report is stored" in clerk.page
