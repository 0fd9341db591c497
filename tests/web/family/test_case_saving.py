"""A page of a filed case counts at once, and no word is lost by Back, by a double press or by a second phone."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from search.access import Actor, ActorKind
from search.models import SearchRequest
from search.storage.database import Database
from search.summaries import SignedIn
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files
from web.family.case_saving import filed_case, save_now
from web.family.draft_answers import Draft
from web.session_cookies import remember

# Page, and what is typed there; what the page of the case says of it.
PAGES: list[tuple[str, dict[str, Any], str]] = [
    ("names", {"names-full": NAME, "shown": "description.names:full"}, NAME),
    ("height", {"height": "170"}, "170 cm"),
    ("age", {"age": "as tall as the door", "birth-written": "before Eid", "go": "save"}, "before Eid"),
    ("languages", {"languages": ["Arabic", "the one of the hills"], "go": "save"}, "the one of the hills"),
    ("mark/1", {"marks-kind": "tattoo", "marks-words": "a blue rose"}, "a blue rose"),
    ("contact/1", {"contacts-value": "ask at the bakery"}, "ask at the bakery"),
    ("anything-else", {"words": "sings at night"}, "sings at night"),
]


def revision(database: Database) -> int:
    with database.reading() as session:
        return session.scalars(select(SearchRequest.revision)).one()


@pytest.fixture
def words(visitor: Visitor) -> dict[str, str]:
    """Somebody who has filed a search and opened it; what opens it elsewhere."""
    reference, five = files(visitor)
    visitor.sends("/filed", {"reference": reference})
    return {"reference": reference, "words": " ".join(five)}


@pytest.fixture
def second_phone(family: Flask, words: dict[str, str]) -> Visitor:
    """Another phone on which the same search is open."""
    phone = Visitor(family.test_client())
    phone.goes_to("/open")
    phone.sends("/open", words)
    return phone


@pytest.mark.usefixtures("words")
def test_each_kind_of_page_counts_at_once_and_sent_twice_or_untouched_it_changes_nothing_more(
    visitor: Visitor, database: Database
) -> None:
    for place, typed, said in PAGES:
        visitor.goes_to(f"/case/change/{place}")
        before = revision(database)
        visitor.sends(f"/case/change/{place}", typed)
        once = revision(database)
        visitor.sends(f"/case/change/{place}", typed)
        assert (place, revision(database)) == (place, once)
        assert once - before == (0 if place == "names" else 1)
        visitor.goes_to("/case")
        assert said in visitor.page, place


@pytest.mark.usefixtures("words")
def test_back_to_any_page_shows_what_was_saved(visitor: Visitor) -> None:
    for place, typed, said in PAGES:
        visitor.goes_to(f"/case/change/{place}")
        visitor.sends(f"/case/change/{place}", typed)
        visitor.goes_to(f"/case/change/{place}")
        assert said.removesuffix(" cm") in visitor.page, place


@pytest.mark.usefixtures("words")
def test_what_cannot_be_read_is_saved_and_asked_about_where_it_was_typed_once(visitor: Visitor) -> None:
    visitor.goes_to("/case/change/age")
    visitor.sends("/case/change/age", {"birth-day": "31", "birth-month": "2", "birth-year": "1999"})
    assert visitor.place == "/case/change/age"
    assert 'value="31"' in visitor.page
    visitor.goes_to("/case")
    assert "31" in visitor.page
    visitor.goes_to("/case/change/age?check=1")
    visitor.sends("/case/change/age", {"birth-day": "31", "birth-month": "2", "birth-year": "1999"})
    assert visitor.place != "/case/change/age"


def marks(visitor: Visitor) -> str:
    visitor.goes_to("/case/change/marks")
    return visitor.page


def test_two_phones_that_add_to_one_list_at_the_same_time_lose_nothing(visitor: Visitor, second_phone: Visitor) -> None:
    visitor.goes_to("/case/change/mark/1")
    second_phone.goes_to("/case/change/mark/1")
    visitor.sends("/case/change/mark/1", {"marks-words": "a blue rose"})
    second_phone.sends("/case/change/mark/1", {"marks-words": "a burn"})
    for one in (visitor, second_phone):
        page = marks(one)
        assert "a blue rose" in page
        assert "a burn" in page


def test_a_page_reaches_its_element_although_another_phone_took_one_out_before_it(
    visitor: Visitor, second_phone: Visitor
) -> None:
    for number, said in ((1, "a scar"), (2, "a blue rose")):
        visitor.goes_to(f"/case/change/mark/{number}")
        visitor.sends(f"/case/change/mark/{number}", {"marks-words": said})
    second_phone.goes_to("/case/change/mark/2")
    visitor.goes_to("/case/change/mark/1")
    visitor.sends("/case/change/mark/1", {"remove": "1"})
    second_phone.sends("/case/change/mark/2", {"marks-words": "a red rose"})
    page = marks(visitor)
    assert "a red rose" in page
    assert "a blue rose" not in page.partition("Removed")[0]
    assert "\u2068a scar" not in marks(second_phone)


def test_what_was_typed_of_an_element_that_was_removed_meanwhile_is_kept(
    visitor: Visitor, second_phone: Visitor
) -> None:
    visitor.goes_to("/case/change/mark/1")
    visitor.sends("/case/change/mark/1", {"marks-words": "a blue rose"})
    second_phone.goes_to("/case/change/mark/1")
    visitor.goes_to("/case/change/mark/1")
    visitor.sends("/case/change/mark/1", {"remove": "1"})
    second_phone.sends("/case/change/mark/1", {"marks-words": "a blue rose on the wrist"})
    assert "a blue rose on the wrist" in marks(visitor)


@pytest.mark.usefixtures("words")
def test_what_was_removed_by_mistake_is_put_back_after_it_was_saved(visitor: Visitor) -> None:
    visitor.goes_to("/case/change/mark/1")
    visitor.sends("/case/change/mark/1", {"marks-words": "a blue rose"})
    visitor.goes_to("/case/change/mark/1")
    visitor.sends("/case/change/mark/1", {"remove": "1"})
    visitor.goes_to("/case")
    assert "a blue rose" not in visitor.page
    assert "Removed: <bdi>" in marks(visitor)
    visitor.sends("/case/change/marks", {"restore": "1"})
    visitor.goes_to("/case")
    assert "a blue rose" in visitor.page


def test_a_case_that_is_changed_between_reading_and_saving_is_read_and_changed_again(
    visitor: Visitor, second_phone: Visitor, family: Flask, database: Database
) -> None:
    with database.reading() as session:
        case_id = session.scalars(select(SearchRequest.id)).one()
    second_phone.goes_to("/case/change/height")
    with family.test_request_context():
        remember(SignedIn(token="invented", actor=Actor(kind=ActorKind.FAMILY, case_id=case_id)))
        filed_case(case_id)
        second_phone.sends("/case/change/height", {"height": "170"})
        assert save_now(case_id, Draft(answers={"description.words": {"": ["sings at night"]}})) == ""
    visitor.goes_to("/case")
    assert "170 cm" in visitor.page
    assert "sings at night" in visitor.page


def test_two_phones_that_change_two_fields_lose_neither(visitor: Visitor, second_phone: Visitor) -> None:
    for one in (visitor, second_phone):
        one.goes_to("/case/change/height")
    visitor.sends("/case/change/height", {"height": "170"})
    second_phone.sends("/case/change/anything-else", {"words": "sings at night"})
    visitor.goes_to("/case")
    assert "170 cm" in visitor.page
    assert "sings at night" in visitor.page
