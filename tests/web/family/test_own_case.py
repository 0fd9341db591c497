"""A family at its own case."""

import datetime
import re
from dataclasses import replace

import pytest
from flask import Flask

from i18n.locales import LocaleRow
from i18n.translate import gettext
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files
from web.context import Context
from web.family import create_family

SAVED = "What you wrote is saved. It counts from now on."
NOT_SAVED = "changes that are not saved yet"


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """Somebody who has filed a search and opened it."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


def test_the_page_says_the_familys_own_words_and_that_no_one_outside_sees_them(at_home: Visitor) -> None:
    assert at_home.place == "/case"
    assert f"<bdi>{NAME}</bdi>" in at_home.page
    assert "Nobody outside this service" in at_home.page


def test_save_saves_a_page_of_a_filed_case_at_once_and_says_so(at_home: Visitor) -> None:
    """Holds: "What you wrote is saved. It counts from now on." and "Each page counts as soon as you save it."."""
    at_home.goes_to("/case/change/height")
    at_home.sends("/case/change/height", {"height": "170"})
    assert SAVED in at_home.page
    at_home.goes_to("/case")
    assert "170 cm" in at_home.page
    assert NAME in at_home.page
    assert NOT_SAVED not in at_home.page


def test_nothing_is_said_to_be_saved_where_a_question_was_skipped(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/height")
    at_home.sends("/case/change/height", {"go": "skip"})
    assert SAVED not in at_home.page


def test_a_search_is_not_changed_into_nothing_and_what_was_typed_waits_until_it_can_be_saved(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/names")
    at_home.sends("/case/change/names", {"names-full": ""})
    assert at_home.place == "/case/change/names"
    assert "Half a name, a nickname or a phone number is enough" in at_home.page
    at_home.goes_to("/case")
    assert NAME in at_home.page
    assert 'href="/case/change/review">Look at them and save</a>' in at_home.page
    at_home.goes_to("/case/change/parents")
    at_home.sends("/case/change/parents", {"names-father": "Kidane"})
    assert SAVED in at_home.page
    at_home.goes_to("/case")
    assert NOT_SAVED not in at_home.page
    assert "Kidane" in at_home.page
    assert NAME not in at_home.page


def test_a_page_has_one_main_button_and_what_waits_for_the_family_is_it(at_home: Visitor) -> None:
    assert main_buttons(at_home.page) == ["Change or add something"]
    at_home.goes_to("/case/change/names")
    at_home.sends("/case/change/names", {"names-full": ""})
    at_home.goes_to("/case")
    assert main_buttons(at_home.page) == ["Look at them and save"]
    at_home.goes_to("/case/change/review")
    at_home.sends("/case/change/erase", {"sure": "1"})
    at_home.goes_to("/case/withdraw")
    at_home.sends("/case/withdraw")
    assert main_buttons(at_home.page) == ["Search again"]


def main_buttons(page: str) -> list[str]:
    """What the buttons say that are not quiet."""
    return re.findall(r'class="button"[^>]*>([^<]+)<', page)


def test_what_waits_can_be_forgotten(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/names")
    at_home.sends("/case/change/names", {"names-full": ""})
    at_home.goes_to("/case/change/review")
    at_home.sends("/case/change/erase", {"sure": "1"})
    assert "Bring it back" in at_home.page
    at_home.goes_to("/case/change/names")
    assert f'value="{NAME}"' in at_home.page


def test_what_waited_is_saved_from_the_page_of_all_that_was_written(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/names")
    at_home.sends("/case/change/names", {"names-full": ""})
    at_home.goes_to("/case/change/review")
    at_home.sends("/case/change/review")
    assert "Half a name, a nickname or a phone number is enough" in at_home.page


def test_who_may_see_the_search_is_answered_on_a_page_of_its_own(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/sharing")
    assert at_home.place == "/case/consents"


def test_a_search_can_be_taken_back_and_opened_again(at_home: Visitor) -> None:
    at_home.goes_to("/case/withdraw")
    at_home.sends("/case/withdraw")
    assert "You stopped this search." in at_home.page
    at_home.sends("/case/reopen")
    assert "You stopped this search." not in at_home.page


def test_closing_leaves_nothing_on_the_device(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/height")
    at_home.sends("/case/change/height", {"height": "170"})
    at_home.goes_to("/case")
    at_home.sends("/case/sign-out")
    for address in ("/case", "/case/change/height", "/case/change/review"):
        at_home.goes_to(address)
        assert at_home.place == "/open"
        assert NAME not in at_home.page


def test_a_stolen_cookie_is_worth_nothing_after_closing(at_home: Visitor, family: Flask) -> None:
    stolen = at_home.client.get_cookie("ovillo-family")
    assert stolen is not None
    at_home.sends("/case/sign-out")
    thief = Visitor(family.test_client())
    thief.client.set_cookie("ovillo-family", stolen.value)
    thief.goes_to("/case")
    assert thief.place == "/open"


def test_a_visit_ends_by_itself(at_home: Visitor, context: Context) -> None:
    later = create_family(_moved(context, datetime.timedelta(hours=2)))
    cookie = at_home.client.get_cookie("ovillo-family")
    assert cookie is not None
    same_phone = Visitor(later.test_client())
    same_phone.client.set_cookie("ovillo-family", cookie.value)
    same_phone.goes_to("/case")
    assert same_phone.place == "/open"


def test_a_change_is_there_when_the_visit_has_ended(at_home: Visitor, context: Context) -> None:
    reference, words = files(at_home)
    at_home.goes_to("/open")
    at_home.sends("/open", {"reference": reference, "words": " ".join(words)})
    at_home.goes_to("/case/change/height")
    at_home.sends("/case/change/height", {"height": "171"})
    cookie = at_home.client.get_cookie("ovillo-family")
    assert cookie is not None
    tomorrow = Visitor(create_family(_moved(context, datetime.timedelta(days=1))).test_client())
    tomorrow.client.set_cookie("ovillo-family", cookie.value)
    tomorrow.goes_to("/case/change/height")
    assert tomorrow.place == "/open"
    tomorrow.sends("/open", {"reference": reference, "words": " ".join(words)})
    tomorrow.goes_to("/case/change/height")
    assert 'value="171"' in tomorrow.page


def test_what_waits_at_one_case_never_reaches_another(at_home: Visitor) -> None:
    at_home.goes_to("/case/change/names")
    at_home.sends("/case/change/names", {"names-full": ""})
    reference, words = files(at_home)
    at_home.goes_to("/open")
    at_home.sends("/open", {"reference": reference, "words": " ".join(words)})
    at_home.goes_to("/case/change/review")
    assert NOT_SAVED not in at_home.page
    assert NAME in at_home.page


def _moved(context: Context, passed: datetime.timedelta) -> Context:
    return replace(context, clock=lambda: context.clock() + passed)


def test_news_is_promised_to_nobody_who_cannot_be_reached(at_home: Visitor) -> None:
    assert "no way to reach you" in at_home.page
    assert "a person will bring it to you" not in at_home.page
    at_home.goes_to("/case/change/contact/1")
    at_home.sends("/case/change/contact/1", {"contacts-value": "ask for me at the bakery"})
    at_home.goes_to("/case")
    assert "a person will bring it to you" in at_home.page
    assert "no way to reach you" not in at_home.page


@pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
def test_every_family_is_asked_for_the_same_four_things_and_told_which_are_there(
    at_home: Visitor, row: LocaleRow
) -> None:
    at_home.goes_to(f"/case?lang={row.tag}")
    asked = at_home.page.partition("<h2>")[2]
    for link in ("/case/change/contacts", "/case/change/only-you", "/case/consents/naming", "/case/consents/forensic"):
        assert f'href="{link}' in asked
    assert english_left(at_home.page, row.tag) == []
    at_home.goes_to("/case/change/only-you-question/1")
    assert english_left(at_home.page, row.tag) == []
    typed = {"control_questions-question": "What was the dog called?", "control_questions-answer": "Kibo"}
    at_home.sends("/case/change/only-you-question/1", typed)
    assert english_left(at_home.page, row.tag) == []
    at_home.goes_to("/case")
    assert f"<strong>{gettext(row.tag, 'Written')}</strong>" in at_home.page
