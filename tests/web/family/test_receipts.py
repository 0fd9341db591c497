"""How long the words of a search can be shown after filing: by whose phone it is, and until they were used."""

import datetime
import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Draft
from search.storage.database import Database
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files, receipt
from web.context import Context, bind
from web.session_cookies import OWN_PHONE, YES

SHOW = "Show my reference and my words"


@pytest.fixture
def owner(visitor: Visitor) -> Visitor:
    """Somebody who said that nobody else uses this phone."""
    with visitor.client.session_transaction() as cookie:
        cookie[OWN_PHONE] = YES
    return visitor


def at(app: Flask, context: Context, minutes: int) -> None:
    """From here on it is so many minutes later."""
    bind(app.extensions, replace(context, clock=lambda: NOW + datetime.timedelta(minutes=minutes)))


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Draft)) or 0


def test_on_ones_own_phone_whoever_left_the_page_of_the_words_finds_it_again_from_the_first_page(
    owner: Visitor,
) -> None:
    """Holds: "this phone shows this page again"."""
    words = files(owner)
    assert "Once you go on, we cannot show it to you any more." not in owner.page
    assert "this phone shows this page again" in owner.page
    owner.goes_to("/")
    assert SHOW in owner.page
    owner.goes_to("/filed")
    assert receipt(owner.page) == words


def test_on_a_phone_that_others_use_leaving_the_page_of_the_words_is_the_end_of_them(
    visitor: Visitor, database: Database
) -> None:
    """Holds: "Once you open another page of ours here, nobody can show them any more."."""
    words = files(visitor)
    assert "Only this page shows the words" in visitor.page
    for address in ("/filed", "/filed?lang=es", "/phone?to=filed", "/language"):
        visitor.client.get(address)
    visitor.client.get("/", headers={"Sec-Purpose": "prefetch;prerender"})
    visitor.client.get("/no-such-page")
    visitor.goes_to("/filed?lang=en")
    assert receipt(visitor.page) == words
    visitor.goes_to("/")
    assert SHOW not in visitor.page
    assert visitor.goes_to("/filed").request.path == "/open"
    assert kept(database) == 0


def test_beside_words_that_another_page_would_end_nothing_leads_to_another_page(visitor: Visitor) -> None:
    files(visitor)
    for address in ("/filed", "/phone?to=filed", "/language?to=/filed"):
        visitor.goes_to(address)
        links = {link.split("?")[0] for link in re.findall(r'<a [^>]*href="([^"#][^"]*)"', visitor.page)}
        # "": the same page, with the choice of languages.
        assert links <= {"", "/leave", "/filed"}, address
        assert "Ovillo</bdi></span>" in visitor.page
    visitor.goes_to("/filed")
    assert 'class="leave"' in visitor.page
    assert "I have written them down" in visitor.page
    visitor.goes_to("/how-it-works")
    assert '<a class="brand" href="/">' in visitor.page
    assert "/privacy" in visitor.page


def test_a_press_of_back_leads_from_the_pages_before_to_the_words_again(visitor: Visitor) -> None:
    words = files(visitor)
    for before in ("/search/reach", "/search/names", "/search/review", "/search/mark/1"):
        visitor.goes_to(before)
        assert visitor.place == "/filed"
        assert receipt(visitor.page) == words
    visitor.goes_to("/")
    visitor.goes_to("/search/names")
    assert visitor.place == "/search/names"


@pytest.mark.parametrize("own", [True, False])
def test_words_that_an_answer_lost_on_the_way_never_showed_wait_on_the_first_page(
    visitor: Visitor, database: Database, *, own: bool
) -> None:
    if own:
        with visitor.client.session_transaction() as cookie:
            cookie[OWN_PHONE] = YES
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Only once"})
    visitor.goes_to("/search/review")
    token = re.findall(r'name="csrf_token" value="([^"]+)"', visitor.page)[0]
    assert visitor.client.post("/search/review", data={"csrf_token": token}).status_code == 303
    visitor.goes_to("/")
    assert SHOW in visitor.page
    assert ("We can show them for one day" in visitor.page) is own
    visitor.goes_to("/filed")
    assert len(receipt(visitor.page)[1]) == 5
    assert kept(database) == 1


def test_words_that_opened_the_search_on_another_phone_are_not_shown_any_more(
    owner: Visitor, family: Flask, database: Database
) -> None:
    reference, words = files(owner)
    elsewhere = Visitor(family.test_client())
    elsewhere.goes_to("/open")
    elsewhere.sends("/open", {"reference": reference, "words": " ".join(words)})
    assert elsewhere.place == "/case"
    assert owner.goes_to("/filed").request.path == "/open"
    assert kept(database) == 0


def test_a_phone_that_turns_out_to_be_ones_own_keeps_the_words_for_its_day(
    visitor: Visitor, family: Flask, context: Context
) -> None:
    files(visitor)
    with visitor.client.session_transaction() as cookie:
        cookie[OWN_PHONE] = YES
    visitor.goes_to("/filed")
    at(family, context, 23 * 60)
    assert visitor.goes_to("/filed").request.path == "/filed"


def test_on_ones_own_phone_a_new_search_leaves_the_words_of_the_one_before_alone(owner: Visitor) -> None:
    words = files(owner)
    owner.goes_to("/search/names")
    assert "ተስፋለም" not in owner.page
    owner.sends("/search/names", {"names-full": "Another"})
    owner.goes_to("/filed")
    assert receipt(owner.page) == words


def test_two_searches_filed_after_one_another_show_the_words_of_both(owner: Visitor, database: Database) -> None:
    visitor = owner
    first, second = files(visitor), files(visitor)
    assert first != second
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == second
    visitor.sends("/filed", {"reference": second[0]})
    assert visitor.place == "/case"
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == first
    visitor.sends("/filed", {"reference": first[0]})
    assert visitor.goes_to("/filed").request.path == "/open"
    assert kept(database) == 0


def test_only_the_words_that_a_page_showed_are_forgotten_by_its_button(owner: Visitor) -> None:
    visitor = owner
    first, second = files(visitor), files(visitor)
    visitor.sends("/filed", {"reference": first[0]})
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == second


@pytest.mark.parametrize(
    ("own", "minutes", "shown"),
    [(True, 24 * 60 - 1, True), (True, 24 * 60, False), (False, 59, True), (False, 60, False)],
)
def test_words_that_nobody_used_are_gone_after_a_day_and_where_others_use_the_phone_after_an_hour(
    visitor: Visitor, family: Flask, context: Context, *, own: bool, minutes: int, shown: bool
) -> None:
    if own:
        with visitor.client.session_transaction() as cookie:
            cookie[OWN_PHONE] = YES
    files(visitor)
    at(family, context, minutes)
    assert (visitor.goes_to("/filed").request.path == "/filed") is shown


def test_their_row_goes_with_the_next_thing_that_anybody_keeps(
    visitor: Visitor, family: Flask, context: Context, database: Database
) -> None:
    files(visitor)
    at(family, context, 61)
    somebody_else = Visitor(family.test_client())
    somebody_else.goes_to("/search/names")
    somebody_else.sends("/search/names", {"names-full": "Another"})
    assert kept(database) == 1


def test_closing_the_search_on_a_device_forgets_the_words_of_every_search_filed_on_it(
    owner: Visitor, database: Database
) -> None:
    visitor = owner
    first = files(visitor)
    files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    visitor.sends("/case/sign-out")
    assert first[0] not in visitor.page
    assert SHOW not in visitor.page
    assert kept(database) == 0


def test_a_device_shows_five_receipts_at_most(owner: Visitor) -> None:
    visitor = owner
    references = [files(visitor)[0] for _ in range(6)]
    seen = []
    while visitor.goes_to("/filed").request.path == "/filed":
        seen.append(receipt(visitor.page)[0])
        visitor.sends("/filed", {"reference": seen[-1]})
    assert seen == references[:0:-1]
