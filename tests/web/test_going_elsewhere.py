"""A link of a page with a form keeps what is typed, sends nothing off, and leads to pages of ours alone."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Letter
from search.storage.database import Database
from tests.fixtures.untouched_forms import untouched
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files

WORDS = "Did anybody ask at the harbour & beyond?"
SHOWN = "Did anybody ask at the harbour &amp; beyond?"


@pytest.fixture
def engine_name() -> str:
    """What waits is kept alike by both databases."""
    return "sqlite"


@pytest.fixture
def at_letter(visitor: Visitor) -> Visitor:
    """A family that has typed a letter and not sent it."""
    files(visitor)
    visitor.sends("/filed")
    visitor.goes_to("/case/inbox")
    return visitor


def letters(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Letter)) or 0


def test_what_was_put_aside_is_sent_by_nobody_and_stands_there_until_it_is_sent(
    at_letter: Visitor, database: Database
) -> None:
    for leads_to in ("/privacy", "/case/photos"):
        at_letter.sends("/case/inbox", {"words": WORDS, "elsewhere": leads_to})
        assert at_letter.place == leads_to
        assert letters(database) == 0
        for _ in range(2):
            assert SHOWN in at_letter.goes_to("/case/inbox").text
    at_letter.sends("/case/inbox", {"words": WORDS})
    assert letters(database) == 1
    assert f">{SHOWN}</textarea>" not in at_letter.goes_to("/case/inbox").text


def test_several_pages_are_put_aside_beside_each_other(at_letter: Visitor) -> None:
    at_letter.sends("/case/inbox", {"words": WORDS, "elsewhere": "/"})
    at_letter.goes_to("/case/relatives")
    at_letter.sends("/case/relatives", {"called": "Cousin Marta", "elsewhere": "/about"})
    assert 'value="Cousin Marta"' in at_letter.goes_to("/case/relatives").text
    assert SHOWN in at_letter.goes_to("/case/inbox").text


def test_no_address_but_one_of_ours_is_led_to(at_letter: Visitor, database: Database) -> None:
    for address in ("https://elsewhere.example/", "//elsewhere.example", "/nowhere", "/\\elsewhere.example", ""):
        answer = at_letter.client.post("/case/inbox", data={**hidden(at_letter), "words": WORDS, "elsewhere": address})
        assert (answer.status_code, answer.location) == (303, "/case/inbox"), address
    assert letters(database) == 0


def test_the_choice_of_a_language_keeps_a_letter(at_letter: Visitor) -> None:
    at_letter.sends("/case/inbox", {"words": WORDS, "lang": "choose"})
    assert at_letter.place == "/language"
    at_letter.goes_to("/case/inbox?lang=es")
    assert 'lang="es"' in at_letter.page
    assert SHOWN in at_letter.page


def test_what_was_put_aside_is_shown_to_nobody_else_and_goes_with_the_quick_exit(
    at_letter: Visitor, family: Flask
) -> None:
    at_letter.sends("/case/inbox", {"words": WORDS, "elsewhere": "/"})
    other = Visitor(family.test_client())
    files(other)
    other.sends("/filed")
    with at_letter.client.session_transaction() as cookie, other.client.session_transaction() as theirs:
        theirs["aside"] = cookie["aside"]
    assert SHOWN not in other.goes_to("/case/inbox").text
    assert other.place == "/case/inbox"
    at_letter.client.get("/leave")
    assert SHOWN not in at_letter.goes_to("/case/inbox").text


def hidden(visitor: Visitor) -> dict[str, str]:
    """The fields of a form that say whose page sent it."""
    return {name: values[0] for name, values in untouched(visitor.page).items() if name in ("csrf_token", "whose")}
