"""What a page tells a browser to forget, and what it leaves to be read in a history."""

import re

import pytest
from flask import Flask, render_template_string

from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.family.pages import all_pages

_TITLE = re.compile(r"<title>(?:Error: )?Ovillo(?: · \d+)?</title>")
_FORM = re.compile(r"<form\b[^>]*>")
_CONTROL = re.compile(r"<(?:input|textarea|select)\b[^>]*>")
OWN = (
    "",
    "/inbox",
    "/photos",
    "/questions",
    "/notices",
    "/consents",
    "/committee",
    "/erase",
    "/words",
    "/withdraw",
    "/done",
)
OPEN = ("/", "/open", "/how-it-works", "/witness", "/witness/who", "/phone", "/language", "/search/review")


def traces(page: str) -> list[str]:
    """What of a page a browser would keep, or send elsewhere."""
    named = [] if _TITLE.search(page) else re.findall(r"<title>.*?</title>", page)
    forms = [
        form for form in _FORM.findall(page) if not all(kept in form for kept in ('complete="off"', 'correct="off"'))
    ]
    body = [] if '<body spellcheck="false" writingsuggestions="false"' in page else ["spelling"]
    # Of what opens a search, and of what somebody wrote, nothing is translated.
    words = re.findall(r"<(?:dd|ol class=\"words\"|p class=\"code\")>(?=<bdi|<li><bdi)", page)
    # A control that belongs to no form follows none.
    loose = re.sub(r"<form\b.*?</form>", "", page, flags=re.DOTALL)
    controls = [one for one in _CONTROL.findall(loose) if "form=" not in one]
    return [*named, *forms, *body, *words, *controls]


def test_no_page_of_a_family_leaves_a_title_a_form_or_a_name_behind(visitor: Visitor) -> None:
    questions = [f"/search/{page.slug}" for page in all_pages() if page.element_of is None]
    found = {place: traces(visitor.goes_to(place).text) for place in (*OPEN, *questions)}
    files(visitor)
    found["/filed"] = traces(visitor.page)
    assert 'name="google" content="notranslate"' in visitor.page
    visitor.sends("/filed")
    found |= {place: traces(visitor.goes_to(f"/case{place}").text) for place in OWN}
    assert {place: left for place, left in found.items() if left} == {}


def test_the_pages_of_staff_keep_their_titles_and_may_complete_their_forms(unconnected_partner: Flask) -> None:
    page = Visitor(unconnected_partner.test_client()).goes_to("/sign-in").text
    assert "<title>Ovillo</title>" not in page
    assert 'autocomplete="off" autocorrect="off"' not in page


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>no form</p>", "<p>no form</p>"),
        ("<form method=post>", '<form autocomplete="off" autocorrect="off" method=post>'),
    ],
)
def test_every_template_is_read_so(unconnected_family: Flask, source: str, shown: str) -> None:
    with unconnected_family.test_request_context():
        assert render_template_string(source) == shown
