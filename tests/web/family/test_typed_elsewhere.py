"""Beside the questions of the form: nothing typed is lost by an error, the end of a visit, or a double press."""

import datetime
import io
import re
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from search.models import Letter, SignInSession
from search.models import Photo as PhotoRow
from search.storage.database import Database
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.access_rows import Who
from web.access_table import access_to
from web.context import Context
from web.family import TYPED_AGAIN

WORDS = "He had a red bag & a book"
# Why nothing comes back after the visit: nothing is typed there, or it must not be kept.
WITHOUT: dict[str, str] = {
    "case.save_changes": "what waits is kept in its draft",
    "case.forget_changes": "a question",
    "case.undo_forget": "a button",
    "case.withdraw": "a button",
    "case.reopen": "a button",
    "consents.take_back": "a button",
    "message.take_back": "a button",
    "notices.take_back": "a button",
    "photos.remove": "a button",
    "first.take": "a button; the words are never kept",
    "relatives.noted": "a button",
    "relatives.end": "a button",
    "words.prove": "words that open a search are never kept",
    "words.stop": "a button",
    "closing.still": "a button",
    "words.take": "a button; the words are never kept",
    "party.begin": "a button",
    "party.go": "a button",
}


def picture(image: Image.Image) -> io.BytesIO:
    file = io.BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    return file


@pytest.fixture
def opens(visitor: Visitor) -> dict[str, str]:
    """A family at its case, and what it types to come in again."""
    reference, words = files(visitor)
    visitor.sends("/filed", {"reference": reference})
    return {"reference": reference, "words": " ".join(words)}


def end_visits(context: Context) -> None:
    with context.database.transaction() as session:
        for held in session.scalars(select(SignInSession)):
            held.expires_at = NOW - datetime.timedelta(seconds=1)


def count(database: Database, model: type[Letter | PhotoRow]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def test_every_page_where_a_family_types_comes_back_after_the_visit_or_says_why_not(unconnected_family: Flask) -> None:
    rules = [rule for rule in unconnected_family.url_map.iter_rules() if "POST" in (rule.methods or ())]
    of_families = [
        rule.endpoint
        for rule in rules
        if (access := access_to("family", "POST", rule.rule)) and access.who is not Who.ANYONE
    ]
    assert [endpoint for endpoint in of_families if endpoint not in {*TYPED_AGAIN, *WITHOUT}] == []


def test_what_was_typed_anywhere_comes_back_after_the_words(
    visitor: Visitor, context: Context, opens: dict[str, str]
) -> None:
    # Larger than what a stranger may send.
    noise = picture(Image.effect_noise((1500, 1500), 90).convert("RGB"))
    typed: list[tuple[str, dict[str, Any]]] = [
        ("/case/inbox", {"words": WORDS}),
        ("/case/photos", {"kind": "portrait", "words": WORDS, "photo": (noise, "a.png")}),
        ("/case/notices", {"address": WORDS}),
        ("/case/relatives", {"called": WORDS}),
        ("/case/change/anything-else", {"words": WORDS}),
        ("/case/change/mark/1", {"marks-words": WORDS}),
    ]
    for address, fields in typed:
        visitor.goes_to(address)
        end_visits(context)
        visitor.sends(address, fields)
        assert visitor.place == "/open", address
        visitor.sends("/open", opens)
        assert "He had a red bag &amp; a book" in visitor.page, address
    assert count(context.database, Letter) == count(context.database, PhotoRow) == 0


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_page_of_the_words_says_why_the_visit_was_over(
    visitor: Visitor, context: Context, family: Flask, opens: dict[str, str]
) -> None:
    def ends_by_time() -> None:
        end_visits(context)
        # Somebody else comes in meanwhile, and what is over for long is swept away.
        files(Visitor(family.test_client()))

    def closed_in_another_tab() -> None:
        other = Visitor(visitor.client)
        other.goes_to("/case")
        other.sends("/case/sign-out")

    def new_words_elsewhere() -> None:
        phone = Visitor(family.test_client())
        phone.goes_to("/open")
        phone.sends("/open", opens)
        phone.goes_to("/case/words")
        phone.sends("/case/words", {"words": opens["words"]})
        opens["words"] = " ".join(re.findall(r"<li><bdi>([^<]+)</bdi></li>", phone.page))
        phone.sends("/case/words/new")

    reasons = ("They had been open for a long time", "in another window of this browser", "closed from elsewhere")
    for end, reason in zip((ends_by_time, closed_in_another_tab, new_words_elsewhere), reasons, strict=True):
        visitor.goes_to("/case/inbox")
        end()
        visitor.sends("/case/inbox", {"words": WORDS})
        assert visitor.place == "/open", reason
        assert [one for one in reasons if one in visitor.page] == [reason]
        visitor.sends("/open", opens)
        assert "He had a red bag &amp; a book" in visitor.page, reason


@pytest.mark.usefixtures("opens")
def test_what_cannot_be_kept_like_this_is_shown_again_as_it_was_typed(visitor: Visitor) -> None:
    refused: list[tuple[str, dict[str, Any]]] = [
        ("/case/inbox", {"words": WORDS + "x" * 2000}),
        ("/case/photos", {"kind": "portrait", "words": WORDS}),
        ("/case/photos", {"kind": "portrait", "words": WORDS, "photo": (io.BytesIO(b"no picture"), "a.png")}),
        ("/case/notices", {"address": WORDS}),
    ]
    for address, fields in refused:
        visitor.goes_to(address)
        visitor.sends(address, fields)
        assert "He had a red bag &amp; a book" in visitor.page, address


@pytest.mark.usefixtures("opens")
def test_a_letter_and_a_photo_that_are_sent_twice_are_one_and_keep_the_words_of_both(
    visitor: Visitor, database: Database
) -> None:
    visitor.goes_to("/case/inbox")
    for _ in range(2):
        visitor.sends("/case/inbox", {"words": WORDS})
    assert count(database, Letter) == 1
    visitor.goes_to("/case/photos")
    for words in ("", WORDS, WORDS, "taken in May"):
        visitor.sends(
            "/case/photos",
            {"kind": "portrait", "words": words, "photo": (picture(Image.new("RGB", (80, 80), "red")), "a.png")},
        )
    assert count(database, PhotoRow) == 1
    assert "He had a red bag &amp; a book" in visitor.page
    assert "taken in May" in visitor.page


def test_whoever_writes_without_a_search_finds_what_was_typed_where_the_page_is_too_old(visitor: Visitor) -> None:
    for address, fields in (
        ("/witness/who", {"names-full": WORDS}),
        ("/complain", {"words": WORDS}),
        ("/its-me/who", {"called": WORDS}),
    ):
        visitor.goes_to(address)
        with visitor.client.session_transaction() as cookie:
            del cookie["csrf_token"]
        visitor.sends(address, fields, headers={"Origin": "http://localhost"})
        visitor.goes_to(address)
        assert "He had a red bag &amp; a book" in visitor.page, address
