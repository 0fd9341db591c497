"""A second relative reads, adds and asks under words of their own, and finds no door to what is not theirs."""

import re

import pytest
from flask import Flask

from search.accounts.relatives import MOST_AT_ONCE
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.access_family import FAMILY, LET_IN
from web.access_rows import Who
from web.masking import unmasked

WORDS = re.compile(r"<li><bdi>([^<]+)</bdi></li>")
REFERENCE = re.compile(r'class="code" translate="no"><bdi dir="ltr">([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])<')


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """A family that has filed and opened its search."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


@pytest.fixture
def typed(at_home: Visitor) -> dict[str, str]:
    """What the cousin types whom the family let in."""
    at_home.goes_to("/case/relatives")
    at_home.sends("/case/relatives", {"called": "Abeba, my cousin"})
    assert at_home.place == "/case/relatives/words"
    found = REFERENCE.search(at_home.page)
    assert found is not None
    return {"reference": found[1], "words": " ".join(WORDS.findall(at_home.page))}


@pytest.fixture
def cousin(family: Flask, typed: dict[str, str]) -> Visitor:
    second = Visitor(family.test_client())
    second.goes_to("/open")
    second.sends("/open", typed)
    assert second.place == "/case"
    return second


def test_a_relative_reads_and_adds_asks_and_sends_and_whoever_began_it_sees_it(
    at_home: Visitor, cousin: Visitor
) -> None:
    cousin.goes_to("/case/inbox")
    cousin.sends("/case/inbox", {"words": "Did anybody ask at the harbour?"})
    assert "Did anybody ask at the harbour?" in at_home.goes_to("/case/inbox").text
    files = ("/case/export.json", "/case/export.html", "/case/history")
    for address in ("/case", "/case/done", "/case/print", *files, "/case/photos", "/case/questions", "/stay"):
        assert cousin.goes_to(address).request.path == address
        # What they are called here only whoever let them in reads.
        assert "Abeba, my cousin" not in cousin.page, address


def test_a_relative_reads_the_reference_that_their_own_words_open(
    at_home: Visitor, cousin: Visitor, typed: dict[str, str]
) -> None:
    for address in ("/case", "/case/print", "/case/export.json", "/case/export.html"):
        answer = cousin.goes_to(address)
        assert typed["reference"] in f"{answer.text} {answer.headers}", address
        theirs = at_home.goes_to(address)
        assert typed["reference"] not in f"{theirs.text} {theirs.headers}", address
    own = re.search(r'"reference": "([^"]+)"', at_home.goes_to("/case/export.json").text)
    assert own is not None
    for address in ("/case", "/case/print", "/case/export.json", "/case/export.html"):
        assert own[1] not in cousin.goes_to(address).text, address


def test_no_page_of_a_relative_leads_where_they_may_not_go(cousin: Visitor) -> None:
    closed = [row for row in FAMILY if row.who is Who.FAMILY and row.method == "GET" and "<" not in row.rule]
    assert {"/case/erase", "/case/withdraw", "/case/relatives", "/case/close", "/case/consents"} <= {
        row.rule for row in closed
    }
    for address in ("/case", "/case/photos", "/case/questions", "/case/inbox", "/case/done", "/case/print"):
        page = cousin.goes_to(address).text
        assert [row.rule for row in closed if f'="{row.rule}"' in page] == []
        assert "/case/consents" not in page
    for row in closed:
        assert cousin.goes_to(row.rule).request.path == "/open", row.rule


def test_forms_of_what_is_not_theirs_change_nothing(cousin: Visitor, at_home: Visitor) -> None:
    for row in FAMILY:
        if row.who is Who.FAMILY and row.method == "POST" and "<" not in row.rule:
            cousin.goes_to("/case")
            cousin.sends(row.rule, {"called": "Friend"})
            assert cousin.place == "/open", row.rule
    assert "Friend" not in at_home.goes_to("/case/relatives").text
    assert at_home.goes_to("/case").status_code == 200


def test_the_words_are_shown_until_they_are_noted_and_end_when_the_family_says_so(
    at_home: Visitor, cousin: Visitor, typed: dict[str, str]
) -> None:
    paper = at_home.goes_to("/case/relatives/words").text
    assert typed["reference"] in paper
    assert "The search is opened at this address:" in paper
    assert "Started on" not in paper
    at_home.sends("/case/relatives/words")
    assert at_home.place == "/case/relatives"
    assert "Abeba, my cousin" in at_home.page
    assert at_home.goes_to("/case/relatives/words").request.path == "/case/relatives"
    end = re.search(r'action="(/case/relatives/[^"]+/end)"', at_home.page)
    assert end is not None
    at_home.sends(end[1])
    assert "Abeba, my cousin" not in at_home.page
    assert cousin.goes_to("/case").request.path == "/open"
    cousin.sends("/open", typed)
    assert cousin.place == "/open"


def test_a_relative_reads_that_somebody_else_stopped_the_search(at_home: Visitor, cousin: Visitor) -> None:
    at_home.sends("/case/withdraw")
    page = cousin.goes_to("/case").text
    assert "Whoever began this search stopped it. Nothing is compared any more. What was written is kept." in page
    assert "You stopped this search" not in page
    at_home.sends("/case/reopen")
    at_home.goes_to("/case/close")
    at_home.sends("/case/close", {"outcome": "alive", "told_by": "person", "words": "he called"})
    page = cousin.goes_to("/case").text
    assert "You closed this search" not in page
    assert "Whoever began this search closed it" in page


def test_without_a_name_nobody_is_let_in_and_the_page_says_so(at_home: Visitor) -> None:
    at_home.goes_to("/case/relatives")
    at_home.sends("/case/relatives", {"called": "  "})
    assert "Please write what you call this person" in at_home.page


def test_the_name_of_one_too_many_stays_in_its_box(at_home: Visitor) -> None:
    for number in range(MOST_AT_ONCE + 1):
        at_home.goes_to("/case/relatives")
        at_home.sends("/case/relatives", {"called": f"Cousin {number}"})
    assert at_home.place == "/case/relatives"
    assert f"{MOST_AT_ONCE} people may come in already" in at_home.page
    assert f'value="Cousin {MOST_AT_ONCE}"' in at_home.page


def test_a_relative_takes_new_words_and_whoever_began_it_keeps_theirs(
    at_home: Visitor, cousin: Visitor, family: Flask, typed: dict[str, str]
) -> None:
    assert "/case/words" in cousin.goes_to("/case").text
    assert "So do the words of whoever let you in" in cousin.goes_to("/case/words").text
    cousin.sends("/case/words", {"words": typed["words"]})
    assert cousin.place == "/case/words/new"
    new = " ".join(WORDS.findall(cousin.page))
    cousin.sends("/case/words/new")
    assert cousin.place == "/case"
    assert at_home.goes_to("/case").request.path == "/case"
    phone = Visitor(family.test_client())
    for words, place in ((typed["words"], "/open"), (new, "/case")):
        phone.goes_to("/open")
        phone.sends("/open", {**typed, "words": words})
        assert phone.place == place


def test_what_is_let_in_exists() -> None:
    assert {row.rule for row in FAMILY if row.who is Who.OF_CASE} == LET_IN


def test_what_only_the_family_knows_is_asked_of_whoever_began_the_search_alone(
    at_home: Visitor, cousin: Visitor
) -> None:
    assert at_home.goes_to("/case/change/only-you").request.path == "/case/change/only-you"
    for address in ("/case/change/only-you", "/case/change/only-you-question/1"):
        assert cousin.goes_to(address).request.path == "/case"
        cousin.sends(address, {"control_questions-question": "The dog?", "control_questions-answer": "Theirs"})
        assert cousin.place == "/case"
    assert "/case/change/only-you" not in cousin.page
    assert "The dog?" not in at_home.goes_to("/case/change/only-you").text


def test_what_whoever_began_it_half_typed_does_not_come_back_to_a_relative(at_home: Visitor, cousin: Visitor) -> None:
    pages = [one.goes_to("/case/inbox").text for one in (at_home, at_home, cousin)]
    marks = [unmasked(re.findall(r'name="whose" value="([^"]+)"', page)[0]) for page in pages]
    assert marks[0] == marks[1] != marks[2]
