"""No form of a family is answered with a page: the browser would keep what was typed on its disk."""

import gzip
import re
import uuid
import zlib

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Draft
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.access_family import FAMILY
from web.context import Context
from web.session_cookies import ANSWERED

POSTS = [row for row in FAMILY if row.method == "POST"]
LONG = "planted word " * 30
NONSENSE: list[dict[str, str]] = [
    {},
    {"words": LONG, "lang": "ar"},
    {"words": "\x00", "reference": LONG, "answer": "nonsense", "lang": "choose"},
]
# Where a field is not looked for: the parts of an address.
_PARTS = re.compile(r"<(?:\w+:)?(\w+)>")
_WORDS = {"slug": "names", "number": "1", "purpose": "naming", "kind": "person", "code": "any"}
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_WHOSE = re.compile(r'name="whose" value="([^"]+)"')


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """A family that is at its case."""
    files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    return visitor


def sent(visitor: Visitor, address: str, fields: dict[str, str], **named: object) -> str:
    """Sends a form with the token of the last page, and follows nowhere: the status and where it leads."""
    token, whose = _TOKEN.search(visitor.page), _WHOSE.search(visitor.page)
    hidden = {"csrf_token": token[1] if token else "", "whose": whose[1] if whose else ""}
    answer = visitor.client.post(address, data={**hidden, **fields}, **named)
    return f"{answer.status_code} {answer.location or answer.text[:80]}"


def filled(rule: str) -> str:
    """An address of a rule, of something that is not there."""
    return _PARTS.sub(lambda part: _WORDS.get(part[1], str(uuid.UUID(int=7))), rule)


def test_whatever_is_sent_wrongly_leads_to_another_address(at_home: Visitor) -> None:
    """Every form of every page, sent empty, with nonsense, in another language, and without the token of its page."""
    direct = []
    for row in POSTS:
        if row.rule in ("/case/sign-out", "/together/begin"):
            continue
        address = filled(row.rule)
        for fields in NONSENSE:
            at_home.goes_to("/case")
            answer = sent(at_home, address, fields)
            direct += [f"{address} {fields}: {answer}"] if not answer.startswith("303 ") else []
        own = {"Sec-Fetch-Site": "same-origin"}
        answer = sent(at_home, address, {"csrf_token": "old", "words": LONG}, headers=own)
        direct += [f"{address} with an old token: {answer}"] if not answer.startswith("303 ") else []
    assert direct == []


def test_the_page_waits_with_its_status_for_whoever_it_was_made_for(at_home: Visitor, context: Context) -> None:
    at_home.goes_to("/case/inbox")
    answer = at_home.sends("/case/inbox", {"words": LONG * 60})
    assert answer.request.path == "/case/inbox"
    assert answer.request.args["again"] == "1"
    assert LONG.strip() in at_home.page
    first = at_home.page
    # Compressed for the wire alone, never where it waits.
    packed = {"Accept-Encoding": "gzip"}
    assert sent(at_home, "/case/inbox", {"words": LONG * 60}, headers=packed) == "303 /case/inbox?again=1"
    assert at_home.goes_to("/case/inbox?again=1").text.startswith("<!doctype html>")
    packed_page = at_home.client.get("/case/inbox?again=1", headers=packed).data
    assert gzip.decompress(packed_page).startswith(b"<!doctype html>")
    first = at_home.page
    assert at_home.goes_to("/case/inbox?again=1").text == first
    assert LONG.strip() not in at_home.goes_to("/case/inbox").text
    assert LONG.strip() not in at_home.goes_to("/case?again=1").text
    with context.database.reading() as session:
        kept = session.scalars(select(Draft).where(Draft.kind == "typed")).one()
        assert zlib.compress(LONG.encode())[:20] not in kept.sealed
        assert b"planted" not in kept.sealed
    # Under another language the page is made anew, and what was typed stays in it.
    at_home.goes_to("/case/inbox?again=1&lang=ar")
    assert 'lang="ar"' in at_home.page
    assert LONG.strip() in at_home.page
    at_home.goes_to("/case")
    at_home.sends("/case/sign-out")
    at_home.goes_to("/case/inbox?again=1")
    assert "planted" not in at_home.page


def test_nobody_else_is_shown_it(at_home: Visitor, family: Flask) -> None:
    at_home.goes_to("/case/inbox")
    at_home.sends("/case/inbox", {"words": LONG * 60})
    with at_home.client.session_transaction() as cookie:
        token = cookie[ANSWERED]
    other = Visitor(family.test_client())
    files(other)
    other.sends("/filed")
    with other.client.session_transaction() as cookie:
        cookie[ANSWERED] = token
    assert "planted" not in other.goes_to("/case/inbox?again=1").text


def test_where_there_is_no_room_the_page_is_shown_at_once_rather_than_lost(
    at_home: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("out of order")

    at_home.goes_to("/case/inbox")
    monkeypatch.setattr("web.answered_forms.save_draft", no_room)
    assert at_home.sends("/case/inbox", {"words": LONG * 60}).request.method == "POST"
    assert LONG.strip() in at_home.page


def test_words_that_do_not_fit_stand_in_their_boxes_again_and_are_kept_nowhere(
    visitor: Visitor, context: Context
) -> None:
    visitor.goes_to("/open")
    before = _drafts(context)
    visitor.sends("/open", {"reference": "ZZZZ-ZZZZ-Z", "words": "one", "word_2": "two", "word_5": "five"})
    assert visitor.place == "/open"
    assert all(f'value="{typed}"' in visitor.page for typed in ("ZZZZ-ZZZZ-Z", "one", "two", "five"))
    assert "The reference and the words or digits do not fit together" in visitor.page
    assert _drafts(context) == before
    assert 'value="one"' in visitor.goes_to("/open?typed=1&lang=es").text
    assert 'value="one"' not in visitor.goes_to("/open").text
    visitor.client.get("/leave")
    assert 'value="one"' not in visitor.goes_to("/open?typed=1").text


def test_whoever_waits_for_a_turn_waits_at_an_address_of_its_own(visitor: Visitor, context: Context) -> None:
    reference, words = files(visitor)
    visitor.goes_to("/open")
    with somebody_else_hashes(context):
        answer = sent(visitor, "/open", {"reference": reference, "words": " ".join(words)})
        assert answer == "303 /open/turn?wait=1"
        waiting = visitor.goes_to("/open/turn?wait=1")
        assert (waiting.status_code, waiting.headers["Refresh"]) == (202, "1;url=/open/turn")
    assert visitor.goes_to("/open/turn").request.path == "/case"


def _drafts(context: Context) -> int:
    with context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Draft)) or 0
