"""Every form of families, sent twice, and once more as if its answer had been lost: one act, and a plain answer."""

import copy
import re
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.models import SearchRequest
from search.models.base import Base
from search.storage.database import Database
from tests.fixtures.untouched_forms import untouched
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files
from tests.web.family.test_typed_elsewhere import picture
from web.access_family import FAMILY

# What counts presses, keeps what is half done, or writes down that somebody came.
_NOISE = {"audit_entries", "audit_head", "door_sessions", "drafts", "filing_counts", "registry_clock", "alarms"}
# Forms that this walk cannot reach, and where sending them twice is looked at.
ELSEWHERE: dict[str, str] = {
    "/together": "begun by an organisation: test_together",
    "/together/begin": "likewise",
    "/together/paper/<int:number>": "likewise; it keeps a draft",
    "/new-words": "a first opening: test_first_opening",
    "/case/photos/<uuid:photo_id>/about": "what was said of a photo is laid over: test_photos",
    "/case/message": "after a family was told: test_typed_elsewhere keeps one",
    "/case/message/<uuid:message_id>/take-back": "likewise",
    "/case/questions": "on a day of questions: test_questions",
    "/case/notices": "where messages are sent: test_notices",
    "/case/notices/take-back": "likewise",
    "/case/words/stop": "where others asked for words: test_own_words",
    "/open": "opens by words: test_case_sign_in",
    "/case/erase": "by words, and nothing is left: test_erasing",
    "/case/party/<uuid:case_id>": "from one search to another: test_party",
    "/case/committee/<uuid:committee_id>": "where there are several: test_committee_choice",
}
_NEW_COOKIE = ("/filed", "/case/sign-out")

Fields = dict[str, Any]


@pytest.fixture
def engine_name() -> str:
    """What two presses do is looked at by the services on both databases."""
    return "sqlite"


def rows(database: Database) -> dict[str, int]:
    """How many rows each table has, but for those that keep what is no act; and how often searches were changed."""
    with database.reading() as session:
        counted = {name: _count(session, name) for name in Base.metadata.tables if name not in _NOISE}
        return {**counted, "revisions": session.scalar(select(func.sum(SearchRequest.revision))) or 0}


def _count(session: Session, table: str) -> int:
    return session.scalar(select(func.count()).select_from(Base.metadata.tables[table])) or 0


def acts_once(visitor: Visitor, database: Database, page: str, address: str, fields: Fields) -> list[str]:
    """Sends a form; again, as by a second press; and again with the cookie of before. What was wrong with it."""
    visitor.goes_to(page)
    shown, before = untouched(visitor.page), copy.deepcopy(visitor.client._cookies)
    tokens = dict(re.findall(r'name="(csrf_token|whose|text)" value="([^"]+)"', visitor.page))
    wrong, first, after = [], None, before
    for again in ("first", "pressed twice", "answer lost"):
        if again == "answer lost":
            after = visitor.client._cookies
            visitor.client._cookies = copy.deepcopy(before)
        answer = visitor.client.post(address, data={**shown, **tokens, **_once_more(fields)}, follow_redirects=True)
        # Who was let in, or is signed out, has another token; then a page says that the form was too old. Of a photo
        # that is gone nobody learns whether it ever was.
        known = (again == "pressed twice" and address in _NEW_COOKIE) or (
            first is not None and answer.status_code == 404
        )
        if answer.status_code != 200 and not (known and address.endswith((*_NEW_COOKIE, "/remove"))):
            wrong.append(f"{again}: {answer.status_code} at {answer.request.path}")
        now = rows(database)
        if first is not None and now != first:
            wrong.append(f"{again}: { ({name: (first[name], n) for name, n in now.items() if first[name] != n}) }")
        first = first or now
    visitor.client._cookies = after
    return wrong


def _once_more(fields: Fields) -> Fields:
    """The same fields; a file that was read is made anew."""
    return a_photo() if "photo" in fields else fields


def a_photo() -> Fields:
    return {"kind": "portrait", "words": "at a feast", "photo": (picture(Image.new("RGB", (80, 80), "red")), "a.png")}


# Page, address, fields, in the order in which somebody may press them; an address may hold what the page shows.
Form = tuple[str, str, Fields]
BEFORE: list[Form] = [
    ("/phone", "/phone", {"own": "yes", "to": "start"}),
    ("/search/who", "/search/who", {"names-full": NAME, "go": "save"}),
    ("/search/mark/1", "/search/mark/1", {"marks-words": "a scar", "go": "save"}),
    ("/search/review", "/search/erase", {}),
    ("/search/review", "/search/erase", {"sure": "yes"}),
    ("/", "/search/erase/undo", {}),
    ("/search/review", "/search/review", {}),
    ("/filed", "/filed", {}),
    ("/witness/who", "/witness/who", {"names-full": "Seen", "go": "save"}),
    ("/witness/review", "/witness/erase", {}),
    ("/witness", "/witness/erase/undo", {}),
    ("/witness/review", "/witness/review", {}),
    ("/its-me/who", "/its-me/who", {"called": "Abeba"}),
    ("/its-me/reach", "/its-me/reach", {"reach": "at the bakery"}),
    ("/its-me/proof", "/its-me/proof", {"proof": "a scar"}),
    ("/complain", "/complain", {"words": "Nobody called back."}),
    ("/open", "/go-on", {"to": "search"}),
]
_CONSENT = "/case/consents/sharing/network/shelters"
AT_HOME: list[Form] = [
    ("/case/change/height", "/case/change/height", {"height": "170", "go": "save"}),
    ("/case/change/mark/1", "/case/change/mark/1", {"marks-words": "scar"}),
    ("/case/change/phone/1", "/case/change/phone/1", {"phones-number": "+49305550142"}),
    ("/case/change/review", "/case/change/review", {}),
    ("/case/change/review", "/case/change/erase", {}),
    ("/case", "/case/change/erase/undo", {}),
    ("/case", "/case/still", {}),
    ("/case/inbox", "/case/inbox", {"words": "Did anybody ask?"}),
    ("/case/photos", "/case/photos", a_photo()),
    ("/case/photos", "/case/photos/{photo}", {"use": "engine_only"}),
    ("/case/photos", "/case/photos/{photo}/remove", {}),
    (_CONSENT, _CONSENT, {"answer": "yes"}),
    (_CONSENT, f"{_CONSENT}/take-back", {}),
    ("/case/extortion", "/case/extortion", {"number": "+49305550143", "said": "Pay or else"}),
    ("/case/relatives", "/case/relatives", {"called": "Cousin Marta"}),
    ("/case/relatives/words", "/case/relatives/words", {}),
    ("/case/relatives", "/case/relatives/{relative}/end", {}),
    ("/case/another", "/case/another", {}),
    ("/case/words", "/case/words", {"words": "{words}"}),
    ("/case/words/new", "/case/words/new", {}),
    ("/case/withdraw", "/case/withdraw", {}),
    ("/case", "/case/reopen", {}),
    ("/case/close", "/case/close", {"words": "She called us"}),
    ("/case", "/case/reopen", {}),
    ("/case", "/case/sign-out", {}),
]
_NAMED = {"photo": r"/case/photos/([0-9a-f-]{36})", "relative": r"/case/relatives/([0-9a-f-]{36})/end"}
_ID = "00000000-0000-0000-0000-000000000000"


def test_every_form_of_families_is_sent_twice_or_it_says_where(unconnected_family: Flask) -> None:
    urls = unconnected_family.url_map.bind("")
    addresses = [address.format(photo=_ID, relative=_ID) for _, address, _ in (*BEFORE, *AT_HOME)]
    mine = {urls.match(address, method="POST", return_rule=True)[0].rule for address in addresses}
    posted = {row.rule for row in FAMILY if row.method == "POST"}
    assert (posted - mine - set(ELSEWHERE), set(ELSEWHERE) - posted) == (set(), set())


def test_what_is_sent_twice_before_a_search_is_open_is_one_act(visitor: Visitor, database: Database) -> None:
    said = {address: acts_once(visitor, database, page, address, fields) for page, address, fields in BEFORE}
    assert {address: wrong for address, wrong in said.items() if wrong} == {}
    with database.reading() as session:
        assert _count(session, "search_requests") == 1


def test_what_is_sent_twice_by_a_family_at_its_search_is_one_act(visitor: Visitor, database: Database) -> None:
    reference, words = files(visitor)
    visitor.sends("/filed", {"reference": reference})
    found, named = {}, {"words": " ".join(words)}
    for page, address, fields in AT_HOME:
        shown = visitor.goes_to(page).text
        named |= {name: each[1] for name, pattern in _NAMED.items() if (each := re.search(pattern, shown))}
        filled = {name: said.format(**named) if isinstance(said, str) else said for name, said in fields.items()}
        if wrong := acts_once(visitor, database, page, address.format(**named), filled):
            found[address] = wrong
    assert found == {}
