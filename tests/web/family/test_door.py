"""The short way in: three pages, six controls, and the search is started."""

import re

import pytest

from i18n.translate import gettext, pgettext
from search.storage.database import Database
from tests.fixtures.languages import walked
from tests.fixtures.visitor import Visitor
from tests.web.family.controls import controls_on
from tests.web.family.test_new_search import NAME, receipt, searches
from web.family.door import DOOR
from web.labels import soft_questions

START = {"go": "start"}
NEWS = "If there is news, a person will bring it to you in the way that you wrote."
NOBODY_YET = (
    "With what you wrote, nobody can call you or write to you yet. Come back here to see what was compared. You can "
    "also add a number or an address on the page of your search."
)
# What is typed into the boxes of a date, and what is asked about it at the search.
ODD_DATES = (
    ({"month": "Ramadan", "year": "2023"}, "which_calendar"),
    ({"year": "1375"}, "which_calendar"),
    ({"month": "May", "year": "1375"}, "which_calendar"),
    ({"day": "5", "month": "13", "year": "1992"}, "which_day"),
    ({"year": "98"}, "which_year"),
    ({"year": "2030"}, "day_to_come"),
    ({"day": "31", "month": "2", "year": "2021"}, "no_date"),
    ({"written": "12/11/2025"}, "which_day"),
)


def label_in(tag: str, code: str) -> str:
    return gettext(tag, soft_questions.TABLES["soft_question"][code])


def goes_in(
    visitor: Visitor, who: str = "", last: dict[str, str] | None = None, reach: dict[str, str] | None = None
) -> None:
    """The whole short way."""
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": who})
    visitor.sends("/search/last", last or {})
    visitor.sends("/search/reach", {**(reach or {}), **START})


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_three_pages_and_six_controls_stand_before_the_receipt(visitor: Visitor, database: Database, tag: str) -> None:
    visitor.goes_to(f"/?lang={tag}")
    pages, controls = 0, 0
    address = re.findall(r'href="([^"]*/search/[^"]+)"', visitor.page)[0]
    visitor.goes_to(address)
    while visitor.place != "/filed":
        pages, controls = pages + 1, controls + controls_on(visitor.page)
        typed = {"names-full": NAME} if visitor.place == "/search/who" else {}
        visitor.sends(visitor.place, {**typed, "go": "start" if visitor.place == "/search/reach" else "save"})
    assert (pages, controls) == (3, 6)
    assert len(receipt(visitor.page)[1]) == 5
    assert searches(database) == 1


@pytest.mark.parametrize(
    ("who", "last", "kept"),
    [
        ("Tesfa", {}, "Tesfa"),
        ("+251 911 234 567", {}, "+251"),
        ("", {"event-when-written": "before Eid"}, "before Eid"),
        ("", {"event-place-text": "سبها"}, "سبها"),
    ],
    ids=["nickname", "number", "feast", "place"],
)
def test_one_thing_alone_starts_a_search_that_says_it(
    visitor: Visitor, who: str, last: dict[str, str], kept: str
) -> None:
    goes_in(visitor, who, last)
    assert visitor.place == "/filed"
    visitor.sends("/filed")
    assert kept in visitor.page


def test_nothing_at_all_leads_back_to_the_first_page_which_says_what_is_enough(
    visitor: Visitor, database: Database
) -> None:
    goes_in(visitor)
    assert visitor.place == "/search/who"
    assert "A name, a nickname or a number is enough" in visitor.page
    assert searches(database) == 0


def test_a_way_to_reach_the_family_alone_says_nothing_of_the_person(visitor: Visitor) -> None:
    visitor.goes_to("/search/reach")
    visitor.sends("/search/reach", {"contacts-kind": "phone", "contacts-value": "+4915112345678", **START})
    assert visitor.place == "/search/who"
    visitor.goes_to("/search/reach")
    assert 'value="+4915112345678"' in visitor.page


def test_a_number_in_the_place_of_a_name_is_a_number_and_stands_where_it_was_typed(visitor: Visitor) -> None:
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": "0911 23 45 67"})
    visitor.goes_to("/search/phones")
    assert 'class="elements"' in visitor.page
    visitor.goes_to("/search/who")
    assert 'value="0911 23 45 67"' in visitor.page
    visitor.sends("/search/who", {"names-full": "Tesfa"})
    visitor.goes_to("/search/phones")
    assert 'class="elements"' not in visitor.page


def test_the_long_form_shows_what_the_short_way_took_and_keeps_one_way_to_be_reached(visitor: Visitor) -> None:
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": NAME})
    visitor.sends("/search/last", {"event-place-text": "Sabha", "event-when-year": "2024"})
    reach = {"contacts-kind": "phone", "contacts-value": "+4915112345678", "contacts-may_say": "why_to_me_only"}
    visitor.sends("/search/reach", {**reach, "go": "more"})
    assert visitor.place == "/search/names"
    assert f'value="{NAME}"' in visitor.page
    visitor.goes_to("/search/contacts")
    assert visitor.page.count("+4915112345678") > 0
    assert len(re.findall(r'/search/contact/\d+"', visitor.page)) == 2
    visitor.goes_to("/search/reach")
    assert re.search(r'value="why_to_me_only" checked', visitor.page)


def test_what_only_the_long_form_asks_stays_when_the_short_way_is_gone_again(visitor: Visitor) -> None:
    visitor.goes_to("/search/last-place")
    visitor.sends("/search/last-place", {"event-place-text": "Tripoli", "event-place-country": "Libya"})
    visitor.goes_to("/search/last-contact")
    visitor.sends("/search/last-contact", {"event-when-answer": "unknown"})
    visitor.goes_to("/search/last")
    visitor.sends("/search/last", {"event-place-text": "Tripoli"})
    visitor.goes_to("/search/review")
    assert "Libya" in visitor.page
    assert "I do not know" in visitor.page


def test_whoever_comes_back_alone_is_offered_no_call(visitor: Visitor) -> None:
    """ "Then nobody calls you or writes to you. You come back here to read what we ask and answer."""
    goes_in(visitor, NAME, reach={"contacts-kind": "none"})
    visitor.sends("/filed")
    assert "I come back here myself" in visitor.page
    assert "You wrote no way to reach you" in visitor.page


def test_a_way_beside_coming_back_alone_is_asked_about_once_and_then_both_are_kept(visitor: Visitor) -> None:
    both = {"contacts-kind": "none", "contacts-value": "+4915112345678"}
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": NAME})
    visitor.sends("/search/last")
    visitor.sends("/search/reach", {**both, **START})
    assert visitor.place == "/search/reach"
    assert "Please take one of them away" in visitor.page
    assert 'value="+4915112345678"' in visitor.page
    visitor.sends("/search/reach", {**both, **START})
    assert visitor.place == "/filed"
    visitor.sends("/filed")
    assert "+4915112345678" in visitor.page
    assert "You wrote no way to reach you" in visitor.page


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_a_date_that_cannot_be_read_is_kept_and_asked_about_at_the_search(visitor: Visitor, tag: str) -> None:
    """The short way refuses nothing: no message stands in it, also where somebody comes back to its pages."""
    visitor.goes_to(f"/?lang={tag}")
    for parts, code in ODD_DATES:
        typed = {f"event-when-{part}": said for part, said in parts.items()}
        visitor.goes_to("/search/who")
        visitor.sends("/search/who", {"names-full": NAME})
        visitor.sends("/search/last", typed)
        assert visitor.place == "/search/reach", parts
        visitor.goes_to("/search/last?check=1")
        assert 'class="message"' not in visitor.page, parts
        visitor.sends("/search/reach", START)
        visitor.sends("/filed")
        assert all(said in visitor.page for said in parts.values()), parts
        assert 'href="/case/understood' in visitor.page, parts
        visitor.goes_to("/case/understood")
        asked = 'href="/case/change/last-contact?way=case&amp;check=1">' + label_in(tag, code)
        assert asked in visitor.page, parts
        visitor.goes_to("/case/change/last-contact?way=case&check=1")
        assert 'class="message"' not in visitor.page, parts
        assert label_in(tag, code) in visitor.page, parts


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_a_way_that_nobody_can_use_promises_no_news(visitor: Visitor, tag: str) -> None:
    visitor.goes_to(f"/?lang={tag}")
    ways = (
        {"contacts-kind": "email", "contacts-value": "not an address"},
        {"contacts-kind": "phone", "contacts-value": "091234567"},
        {"contacts-value": "091234567"},
        {"contacts-may_say": "never_why"},
        {"contacts-kind": "none"},
    )
    for way in (*ways, {"contacts-kind": "phone", "contacts-value": "+4915112345678"}):
        usable = way not in ways
        goes_in(visitor, NAME, reach=way)
        assert (pgettext(tag, "receipt", NOBODY_YET) in visitor.page) is not usable, way
        visitor.sends("/filed")
        assert (gettext(tag, NEWS) in visitor.page) is usable, way
        for sheet in ("/case/print", "/case/change/review"):
            visitor.goes_to(sheet)
            assert gettext(tag, NEWS) not in visitor.page, (way, sheet)


def test_back_keeps_what_is_typed_on_every_page_of_the_short_way(visitor: Visitor) -> None:
    typed = ({"names-full": "Ali"}, {"event-when-written": "قبل العيد"}, {"contacts-value": "ali@example.org"})
    for slug, parts in zip(DOOR, typed, strict=True):
        visitor.goes_to(f"/search/{slug}")
        visitor.sends(f"/search/{slug}", {**parts, "go": "back"})
        assert visitor.place != f"/search/{slug}"
        visitor.goes_to(f"/search/{slug}")
        assert all(f'value="{said}"' in visitor.page for said in parts.values()), slug


def test_a_second_press_leads_to_the_same_receipt(visitor: Visitor, database: Database) -> None:
    goes_in(visitor, NAME)
    first = receipt(visitor.page)
    visitor.sends("/search/reach", {"contacts-kind": "phone", "contacts-value": "+4915112345678", **START})
    assert (visitor.place, searches(database)) == ("/filed", 1)
    assert receipt(visitor.page) == first


def test_the_choice_of_language_keeps_what_was_typed(visitor: Visitor) -> None:
    for slug, typed in zip(
        DOOR, ({"names-full": "Ali"}, {"event-place-text": "Ali"}, {"contacts-value": "Ali"}), strict=True
    ):
        visitor.goes_to(f"/search/{slug}")
        visitor.sends(f"/search/{slug}", {**typed, "lang": "es"})
        assert visitor.place == f"/search/{slug}"
        assert 'value="Ali"' in visitor.page
