"""A family files a search, keeps its five words, and comes back."""

import datetime
import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.filing.drafting import UNDO_FOR
from search.models import Draft, SearchRequest
from search.records.expired_drafts import forget_old_drafts
from search.storage.database import Database
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context, bind
from web.family.pages import main_pages

NAME = "ተስፋለም ኪዳነማርያም"


def searches(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(SearchRequest)) or 0


def drafts(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Draft).where(Draft.kind != "typed")) or 0


def receipt(page: str) -> tuple[str, list[str]]:
    """Reference and words as a family reads them."""
    reference = re.findall(r'class="code"><bdi dir="ltr">([^<]+)<', page)[0]
    return reference, re.findall(r"<li><bdi>([^<]+)</bdi></li>", page)


def files(visitor: Visitor) -> tuple[str, list[str]]:
    """The shortest way: one name."""
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    return receipt(visitor.page)


def test_half_a_name_is_enough_to_file(visitor: Visitor, database: Database) -> None:
    reference, words = files(visitor)
    assert visitor.place == "/filed"
    assert len(words) == 5
    assert reference
    assert searches(database) == 1


def test_nothing_at_all_is_not_filed_and_says_what_would_be_enough(visitor: Visitor, database: Database) -> None:
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert "Half a name, a nickname or a phone number is enough" in visitor.page
    assert searches(database) == 0


def test_every_question_can_be_skipped(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    places = [visitor.place]
    while visitor.place != "/search/review":
        visitor.sends(visitor.place, {"go": "skip"})
        places.append(visitor.place)
    consents = ["/search/sharing", "/search/naming", "/search/forensic"]
    assert places[len(main_pages()) :] == [*consents, "/search/review"]


def test_a_wrong_value_stays_in_its_field_and_is_explained_beside_it(visitor: Visitor) -> None:
    visitor.goes_to("/search/age")
    visitor.sends("/search/age", {"birth-year": "19x8"})
    assert visitor.place == "/search/age"
    assert 'value="19x8"' in visitor.page
    assert '<a href="#birth-year">Please write a year, for example 1998.' in visitor.page
    assert 'id="birth-year" ' in visitor.page
    assert 'aria-invalid="true"' in visitor.page
    assert re.search(r"<title>Error: Ovillo · \d+</title>", visitor.page)


def test_words_that_cannot_be_read_are_asked_about_once_and_then_kept_where_they_were_typed(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    flood = {"birth-year": "the year of the flood"}
    visitor.sends("/search/age", flood)
    assert visitor.place == "/search/age"
    visitor.sends("/search/age", flood)
    assert visitor.place == "/search/birth-place"
    visitor.goes_to("/search/review")
    assert "“the year of the flood”" in visitor.page
    visitor.sends("/search/review")
    visitor.sends("/filed")
    assert "“the year of the flood”" in visitor.page
    visitor.goes_to("/case/change/age")
    assert 'value="the year of the flood"' in visitor.page


def test_words_that_the_form_asks_for_need_no_second_look(visitor: Visitor) -> None:
    visitor.goes_to("/search/age")
    visitor.sends("/search/age", {"birth-written": "قبل العيد"})
    assert visitor.place == "/search/birth-place"


def test_another_line_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.goes_to("/search/companions")
    visitor.sends("/search/companions", {"journey-companions": ["Amanuel", "Hiwet"], "add": "journey-companions"})
    assert visitor.place == "/search/companions"
    assert 'value="Amanuel"' in visitor.page
    assert visitor.page.count('name="journey-companions"') == 3


def test_a_half_filled_form_waits_for_the_family_and_can_be_erased(visitor: Visitor, database: Database) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/")
    assert "Go on with my search" in visitor.page
    visitor.sends("/search/erase")
    assert "Do you want to erase" in visitor.page
    assert drafts(database) == 1
    visitor.sends("/search/erase", {"sure": "1"})
    assert "Start a search" in visitor.page
    with database.transaction() as session:
        forget_old_drafts(session, NOW + UNDO_FOR + datetime.timedelta(seconds=1))
    assert drafts(database) == 0


def test_a_form_that_was_erased_can_be_brought_back_for_a_few_minutes(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/")
    visitor.sends("/search/erase", {"sure": "1"})
    assert NAME not in visitor.goes_to("/search/names").text
    visitor.goes_to("/")
    visitor.sends("/search/erase/undo")
    assert NAME in visitor.page
    visitor.goes_to("/")
    assert "Bring it back" not in visitor.page


def test_nothing_is_brought_back_over_a_form_that_was_begun_since(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.sends("/search/erase", {"sure": "1"})
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Somebody Else"})
    visitor.sends("/search/erase/undo")
    assert NAME not in visitor.page
    assert "Somebody Else" in visitor.page


def test_a_draft_is_sealed_and_the_cookie_holds_no_word_of_it(visitor: Visitor, database: Database) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Planted Marker"})
    with database.reading() as session:
        sealed = session.scalars(select(Draft.sealed)).one()
    cookie = visitor.client.get_cookie("ovillo-family")
    assert cookie is not None
    assert b"Planted" not in sealed
    assert "Planted" not in cookie.decoded_value


def test_a_double_click_files_once_and_the_words_are_not_lost(visitor: Visitor, database: Database) -> None:
    first = files(visitor)
    visitor.sends("/search/review")
    assert receipt(visitor.page) == first
    assert searches(database) == 1


def test_a_submission_that_was_on_its_way_twice_leads_twice_to_one_receipt(
    visitor: Visitor, family: Flask, database: Database
) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    cookie = visitor.client.get_cookie("ovillo-family")
    assert cookie is not None
    twice = [Visitor(family.test_client()) for _ in range(2)]
    for one in twice:
        one.client.set_cookie("ovillo-family", cookie.value)
        one.page = visitor.page
        one.sends("/search/review")
    assert receipt(twice[0].page) == receipt(twice[1].page)
    assert searches(database) == 1


def test_a_second_search_is_a_search_of_its_own(visitor: Visitor, database: Database) -> None:
    files(visitor)
    visitor.sends("/search/names", {"names-full": "Another"})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert searches(database) == 2


def test_the_words_are_gone_once_they_are_written_down(visitor: Visitor, database: Database) -> None:
    _, words = files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    visitor.goes_to("/filed")
    assert visitor.place == "/open"
    assert drafts(database) == 0
    assert not any(f"<bdi>{word}</bdi>" in visitor.page for word in words)


@pytest.mark.parametrize("separator", [" ", "-", ", ", "\n", "  1. "])
def test_the_words_open_the_search_however_they_are_separated(visitor: Visitor, family: Flask, separator: str) -> None:
    reference, words = files(visitor)
    other_phone = Visitor(family.test_client())
    other_phone.goes_to("/open")
    other_phone.sends("/open", {"reference": reference.lower(), "words": separator.join(words).upper()})
    assert other_phone.place == "/case"
    assert NAME in other_phone.page


def test_wrong_words_and_unknown_references_get_the_same_answer(visitor: Visitor, family: Flask) -> None:
    reference, words = files(visitor)
    pages = []
    for tried in (
        {"reference": reference, "words": "a b c d e"},
        {"reference": "ZZZZ-ZZZZ-Z", "words": " ".join(words)},
    ):
        stranger = Visitor(family.test_client())
        stranger.goes_to("/open")
        stranger.sends("/open", tried)
        pages.append(re.sub(r'value="[^"]*"', "", stranger.page))
    assert "The reference and the words or digits do not fit together." in pages[0]
    assert pages[0] == pages[1]


def test_no_number_of_wrong_guesses_keeps_a_family_out(visitor: Visitor, family: Flask) -> None:
    reference, words = files(visitor)
    stranger = Visitor(family.test_client())
    stranger.goes_to("/open")
    for _ in range(12):
        answer = stranger.sends("/open", {"reference": reference, "words": "a b c d e"})
        assert (answer.status_code, "The reference and the words or digits do not fit together." in answer.text) == (
            200,
            True,
        )
    stranger.sends("/open", {"reference": reference, "words": " ".join(words)})
    assert stranger.place == "/case"


def test_when_too_many_were_filed_the_words_stay_and_a_sentence_says_when_to_come_back(
    context: Context, family: Flask, database: Database
) -> None:
    bind(family.extensions, replace(context, settings=replace(context.settings, filings_of_a_network=2)))
    for _ in range(2):
        files(Visitor(family.test_client()))
    late = Visitor(family.test_client())
    late.goes_to("/search/names")
    late.sends("/search/names", {"names-full": NAME})
    late.goes_to("/search/review")
    answer = late.sends("/search/review")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) == 1800
    assert "Please press the button again on this device in 30 minutes." in late.page
    assert NAME in late.page
    assert searches(database) == 2


def test_more_than_a_draft_may_hold_is_refused_and_what_was_kept_before_stays(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    answer = visitor.sends("/search/anything-else", {"words": "x" * 140_000})
    assert answer.status_code == 400
    assert "This is more text than we can keep" in visitor.page
    visitor.goes_to("/search/names")
    assert NAME in visitor.page


def test_whoever_wrote_enough_goes_past_the_questions_that_are_left(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    assert 'value="enough"' in visitor.page
    visitor.sends("/search/names", {"names-nickname": "Zuzu", "go": "enough"})
    assert visitor.place == "/search/review"
    assert "<bdi>Zuzu</bdi>" in visitor.page


def test_the_review_says_what_it_means_to_have_written_no_way_to_be_reached(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-nickname": "Zuzu", "go": "enough"})
    assert 'href="/search/contacts?way=review">Add a way to reach you</a>' in visitor.page
    visitor.goes_to("/search/contact/1")
    visitor.sends("/search/contact/1", {"contacts-value": "+46700000001"})
    visitor.goes_to("/search/review")
    assert "no way to reach you" not in visitor.page
