"""Families listen to the questions of the short way and to the receipt, on a press and not before."""

import html
import re

import pytest
from flask import Flask

from i18n.translate import gettext, pgettext
from tests.fixtures.languages import english_left, walked
from tests.fixtures.recordings import SOUND, records
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, receipt
from web.context import Context
from web.family import create_family
from web.security import CONTENT_SECURITY_POLICY
from web.spoken_sentences import RECEIPT, Spoken, spoken_on

_PLAYER = re.compile(r'<audio class="ear no-print" controls [^>]*preload="none" src="(/listen/[0-9a-f]{64}\.opus)"')
_NOTHING = "You cannot listen to this page yet. Nobody has recorded it."
_NOT_ALL = "Press play to listen. What has no play button is not recorded yet."
_DOOR = ("who", "last", "reach")


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


def players(page: str) -> list[str]:
    return _PLAYER.findall(page)


def stands_there(one: Spoken, page: str, tag: str) -> bool:
    """Whether all that is read aloud can be read too, outside the players."""
    shown = html.unescape(re.sub(r"<audio.*?</audio>", "", page))
    said = [gettext(tag, said) if isinstance(said, str) else pgettext(tag, *said) for said in one.messages]
    return all(words in shown for words in said)


def test_where_nothing_is_recorded_the_page_says_so_once_and_lets_no_player_in(visitor: Visitor) -> None:
    for slug in _DOOR:
        answer = visitor.goes_to(f"/search/{slug}")
        assert visitor.page.count(_NOTHING) == 1, slug
        assert "<audio" not in visitor.page, slug
        assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, slug


def test_every_sentence_of_the_short_way_and_of_the_receipt_is_played_in_every_language(
    context: Context, family: Flask
) -> None:
    for row in walked():
        records(context, row.tag)
        visitor = Visitor(family.test_client())
        visitor.goes_to(f"/?lang={row.tag}")
        for slug in _DOOR:
            answer = visitor.goes_to(f"/search/{slug}")
            assert len(players(visitor.page)) == len(spoken_on(slug)), (row.tag, slug)
            assert english_left(visitor.page, row.tag) == []
            assert [one.code for one in spoken_on(slug) if not stands_there(one, visitor.page, row.tag)] == [], row.tag
            assert answer.headers["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; media-src 'self'"
            typed = {"names-full": NAME} if slug == "who" else {}
            visitor.sends(f"/search/{slug}", {**typed, "go": "start" if slug == "reach" else "save"})
        assert visitor.place == "/filed"
        assert len(players(visitor.page)) == len(spoken_on(RECEIPT)), row.tag
        assert [one.code for one in spoken_on(RECEIPT) if not stands_there(one, visitor.page, row.tag)] == [], row.tag
        # What opens the search is named in nothing that is loaded.
        loaded = " ".join(players(visitor.page))
        assert not any(word in loaded for word in receipt(visitor.page)[1])


def test_what_is_recorded_in_part_or_in_other_words_is_offered_as_far_as_it_goes(
    context: Context, visitor: Visitor
) -> None:
    records(context, "en", "who.title")
    visitor.goes_to("/search/who")
    assert len(players(visitor.page)) == 1
    assert visitor.page.count(_NOT_ALL) == 1
    visitor.goes_to("/search/last")
    assert visitor.page.count(_NOTHING) == 1
    visitor.goes_to("/search/who?lang=ar")
    assert players(visitor.page) == []


def test_nothing_is_asked_of_whoever_listens_and_the_answer_may_be_kept(context: Context, visitor: Visitor) -> None:
    records(context, "en")
    visitor.goes_to("/search/who")
    (address, *_) = players(visitor.page)
    with visitor.client.session_transaction() as cookie:
        kept = dict(cookie)
    answer = visitor.client.get(address)
    assert (answer.status_code, answer.mimetype, answer.data) == (200, "audio/ogg", SOUND.content)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; media-src 'self'"
    assert "Set-Cookie" not in answer.headers
    with visitor.client.session_transaction() as cookie:
        assert dict(cookie) == kept
    # Some players ask for the beginning first, and for the rest once they know what it is.
    part = visitor.client.get(address, headers={"Range": "bytes=0-1"})
    assert (part.status_code, part.data) == (206, SOUND.content[:2])
    assert part.headers["Content-Range"] == f"bytes 0-1/{len(SOUND.content)}"
    for wrong in ("/listen/00.opus", f"/listen/{'0' * 64}.opus", "/listen/..%2F..%2Fmaster.key.opus", "/listen/a.ogg"):
        missing = visitor.client.get(wrong)
        assert missing.status_code == 404, wrong
        assert missing.headers["Cache-Control"] == "no-store", wrong


def test_whoever_listens_to_the_receipt_finds_the_words_still_there(context: Context, visitor: Visitor) -> None:
    records(context, "en")
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": NAME})
    visitor.sends("/search/reach", {"go": "start"})
    words = receipt(visitor.page)
    assert visitor.client.get(players(visitor.page)[0]).status_code == 200
    visitor.goes_to("/filed")
    assert receipt(visitor.page) == words


def test_what_is_loaded_is_the_same_for_everybody(context: Context) -> None:
    """Of two receipts nothing that is loaded tells which is whose."""
    records(context, "en")
    loaded = []
    for typed in ({}, {"contacts-kind": "phone", "contacts-value": "+49 30 555 0123"}):
        other = Visitor(create_family(context).test_client())
        other.goes_to("/search/who")
        other.sends("/search/who", {"names-full": NAME})
        other.goes_to("/search/reach")
        other.sends("/search/reach", {**typed, "go": "start"})
        loaded.append(players(other.page))
    assert loaded[0] == loaded[1] != []
