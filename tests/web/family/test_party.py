"""Several people who are sought at once: one road, one way to be reached, the same five words."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from search.models import Draft, SearchRequest
from search.storage.database import Database
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files, receipt, searches
from tests.web.family.test_own_words import SHOWN
from tests.web.family.test_typed_elsewhere import end_visits
from web.context import Context

FIRST, SECOND = "Amina Warsame", "Idris Warsame"


def start(visitor: Visitor, name: str) -> None:
    """The short way for one more person, with what stands in the form already."""
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": name})
    for place in ("/search/last", "/search/reach"):
        assert visitor.place == place
        visitor.sends(place, {**shown_values(visitor.page), "go": "start"})


def shown_values(page: str) -> dict[str, str]:
    """What the fields of a page hold, as a browser would send it."""
    lines = re.findall(r'<input name="([^"]+)"[^>]* value="([^"]+)"', page)
    chosen = re.findall(r'<input type="radio" name="([^"]+)"[^>]*value="([^"]+)" checked', page)
    return dict([*lines, *chosen])


@pytest.fixture
def first(visitor: Visitor) -> tuple[str, list[str]]:
    """Reference and words of the search for the sister; it is open."""
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": FIRST})
    visitor.sends("/search/last", {"event-place-text": "Sabha", "event-when-year": "2024"})
    reach = {"contacts-kind": "phone", "contacts-value": "+4915112345678", "contacts-may_say": "why_to_me_only"}
    visitor.sends("/search/reach", {**reach, "go": "start"})
    told = receipt(visitor.page)
    visitor.sends("/filed")
    return told


def seeks_another(visitor: Visitor) -> str:
    """Begins and starts the search for the brother; gives its reference."""
    visitor.goes_to("/case/another")
    visitor.sends("/case/another")
    start(visitor, SECOND)
    assert visitor.place == "/filed"
    return str(re.findall(r'class="code"><bdi[^>]*>([^<]+)<', visitor.page)[0])


def opens(visitor: Visitor, reference: str, words: list[str]) -> bool:
    """Whether these open a search, from a browser where nothing is open."""
    visitor.goes_to("/case")
    if visitor.place == "/case":
        visitor.sends("/case/sign-out")
    visitor.goes_to("/open")
    visitor.sends("/open", {"reference": reference, "words": " ".join(words)})
    return visitor.place == "/case"


@pytest.mark.usefixtures("first")
def test_what_is_copied_is_said_before_and_stands_in_the_other_search(visitor: Visitor) -> None:
    visitor.goes_to("/case/another")
    for shown in ("Sabha", "2024", "+4915112345678"):
        assert shown in visitor.page
    assert FIRST not in visitor.page
    seeks_another(visitor)
    visitor.sends("/filed")
    assert SECOND in visitor.page
    (link,) = re.findall(r'action="(/case/party/[^"]+)"', visitor.page)
    visitor.sends(link)
    assert visitor.place == "/case"
    assert f'<bdi translate="no">{FIRST}</bdi>' in visitor.page
    assert f"<bdi>{SECOND}</bdi>" in visitor.page
    for shown in ("Sabha", "2024", "+4915112345678"):
        assert shown in visitor.page


COPIED = ("Sabha", "+4915112345678", "15112345678")


@pytest.mark.usefixtures("first")
def test_a_form_that_was_begun_from_a_search_is_closed_with_it_and_nothing_of_it_is_lost(
    visitor: Visitor, context: Context, family: Flask, first: tuple[str, list[str]]
) -> None:
    visitor.goes_to("/case/another")
    visitor.sends("/case/another")
    visitor.sends("/search/who", {"names-full": SECOND})
    assert visitor.place == "/search/last"
    last = visitor.page
    end_visits(context)
    for address in ("/search/who", "/search/last", "/search/reach", "/search/review", "/search/contacts/1", "/"):
        page = visitor.goes_to(address).text
        assert [one for one in (*COPIED, SECOND) if one in page] == [], address
    assert "This form waits for your words" in visitor.goes_to("/search/who").text
    # What is sent to it now comes back after the words, and is with the rest.
    visitor.page = last
    visitor.sends("/search/last", {"event-place-text": "Zuwara", "go": "start"})
    assert visitor.place == "/open"
    visitor.sends("/open", {"reference": first[0], "words": " ".join(first[1])})
    assert visitor.place == "/search/last"
    assert "Zuwara" in visitor.page
    assert SECOND in visitor.goes_to("/search/who").text
    assert "Go on with that form" in visitor.goes_to("/case/another").text
    # Neither a relative nor another family reads it on this phone; they can erase it, and begin their own.
    visitor.goes_to("/case/relatives")
    visitor.sends("/case/relatives", {"called": "Cousin"})
    cousin = re.findall(r'<bdi dir="ltr">([0-9A-Z-]{11})<', visitor.page)[0], SHOWN.findall(visitor.page)
    for reference, words in (cousin, files(Visitor(family.test_client()))):
        end_visits(context)
        visitor.goes_to("/open")
        visitor.sends("/open", {"reference": reference, "words": " ".join(words)})
        assert visitor.goes_to("/case").request.path == "/case"
        assert "This form waits for your words" in visitor.goes_to("/search/reach").text
    visitor.goes_to("/search/who")
    visitor.sends("/search/erase")
    visitor.sends("/search/erase", {"sure": "1"})
    assert "This form waits" not in visitor.goes_to("/search/who").text


@pytest.mark.usefixtures("first")
def test_erasing_a_search_erases_a_form_that_was_begun_from_it_wherever_it_waits(
    visitor: Visitor, context: Context, family: Flask, first: tuple[str, list[str]]
) -> None:
    visitor.goes_to("/case/another")
    visitor.sends("/case/another")
    elsewhere = Visitor(family.test_client())
    typed = {"reference": first[0], "words": " ".join(first[1])}
    elsewhere.goes_to("/open")
    elsewhere.sends("/open", typed)
    elsewhere.goes_to("/case/erase")
    elsewhere.sends("/case/erase", typed)
    assert elsewhere.place == "/erased"
    with context.database.reading() as session:
        assert session.scalars(select(Draft.kind)).all() == []


def test_the_same_words_open_both_and_no_other_words_do(
    visitor: Visitor, first: tuple[str, list[str]], database: Database
) -> None:
    """ "The five words that you have open both."""
    second = seeks_another(visitor)
    assert "The five words that you have open both." in visitor.page
    assert searches(database) == 2
    visitor.sends("/filed")
    reference, words = first
    assert opens(visitor, second, words)
    assert opens(visitor, reference, words)
    assert not opens(visitor, second, words[::-1])


@pytest.mark.usefixtures("first")
def test_a_search_of_somebody_else_is_never_gone_to(visitor: Visitor, database: Database) -> None:
    seeks_another(visitor)
    visitor.sends("/filed")
    with database.transaction() as session:
        mine, other = session.scalars(select(SearchRequest).order_by(SearchRequest.number))
        other.passphrase_hash = "others"
    visitor.goes_to("/case")
    assert "/case/party/" not in visitor.page
    assert visitor.sends(f"/case/party/{other.id}").status_code == 404
    assert FIRST in visitor.goes_to("/case").text
    assert mine.party_id == other.party_id


def test_new_words_open_all_of_them(visitor: Visitor, first: tuple[str, list[str]], database: Database) -> None:
    seeks_another(visitor)
    visitor.sends("/filed")
    with database.reading() as session:
        assert len(set(session.scalars(select(SearchRequest.passphrase_hash)))) == 1
    reference, words = first
    visitor.goes_to("/case/words")
    visitor.sends("/case/words", {"words": " ".join(words)})
    visitor.sends("/case/words/new")
    with database.reading() as session:
        assert len(set(session.scalars(select(SearchRequest.passphrase_hash)))) == 1
    assert not opens(visitor, reference, words)


def test_erasing_one_leaves_the_other(visitor: Visitor, first: tuple[str, list[str]]) -> None:
    second = seeks_another(visitor)
    visitor.sends("/filed")
    reference, words = first
    assert opens(visitor, reference, words)
    visitor.goes_to("/case/erase")
    visitor.sends("/case/erase", {"reference": reference, "words": " ".join(words)})
    assert visitor.place == "/erased"
    assert opens(visitor, second, words)
    assert "/case/party/" not in visitor.page


@pytest.mark.usefixtures("first")
def test_a_form_that_was_begun_is_not_written_over(visitor: Visitor) -> None:
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": "Somebody Begun"})
    visitor.goes_to("/case/another")
    assert "that you have not sent yet" in visitor.page
    assert '<form method="post" action="/case/another"' not in visitor.page
    assert "Somebody Begun" in visitor.goes_to("/search/who").text
