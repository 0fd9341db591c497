"""A family's sheet to print, its file, and what was done for its search: its own words, and nothing of any pair."""

import datetime
import json
import re
import uuid
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select

from search.committees.office_log import note_request
from search.documents.telling import AskedOffice
from search.models import MatchProposal, SearchRequest
from search.telling_commands import NoteOfficeRequest
from search.vocabulary import RegisterKind
from tests.fixtures.photos import sends_photo
from tests.fixtures.portals import NOW
from tests.fixtures.telling import agreed, plan, tell
from tests.fixtures.visitor import Visitor
from tests.search.scene import Scene, found, make_scene
from tests.web.family.test_new_search import files
from web.context import Context

NAME = "Tesfalem Kidanemariam"
DAY = NOW.date()
PAGES = (
    "/case",
    "/case/done",
    "/case/print",
    "/case/export.json",
    "/case/export.html",
    "/case/history",
    "/case/close",
    "/case/relatives",
    "/case/words",
)


@dataclass
class Clock:
    """A clock that a test puts forward."""

    now: datetime.datetime = NOW


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def context(context: Context, clock: Clock) -> Context:
    """The portals with a clock that goes on."""
    return replace(context, clock=lambda: clock.now)


@pytest.fixture
def scene(context: Context) -> Scene:
    return make_scene(context.database)


@pytest.fixture
def at_case(visitor: Visitor, scene: Scene) -> Visitor:  # noqa: ARG001 - the committee is there before the search
    """A family at its own case."""
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    return visitor


def test_the_file_holds_what_the_family_wrote_and_allowed_and_what_was_done(
    at_case: Visitor, scene: Scene, clock: Clock
) -> None:
    asked(scene)
    answer = later(at_case, clock).goes_to("/case/export.json")
    kept = json.loads(answer.data)
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert kept["search"]["description"]["names"][0]["text"] == NAME
    assert kept["spoken_with_you_on"] == []
    assert [one["office"]["office"] for one in kept["offices_asked"]] == ["Fiscalía (invented)"]
    assert answer.headers["Content-Disposition"].endswith(f'"{kept["search"]["reference"]}.json"')


def test_both_files_hold_all_that_the_family_wrote_changed_asked_and_whom_it_let_in(
    at_case: Visitor, scene: Scene, clock: Clock
) -> None:
    asked(scene)
    visitor = later(at_case, clock)
    for address, typed in (
        ("/case/change/anything-else", {"words": "he sings at weddings"}),
        ("/case/inbox", {"words": "Did anybody ask in the port?"}),
        ("/case/relatives", {"called": "Abeba (invented)"}),
        ("/case/extortion", {"number": "+52 55 5512 3456", "said": "five thousand by Sunday"}),
        ("/case/close", {"outcome": "alive", "told_by": "person", "words": "he called from Tunis"}),
    ):
        visitor.goes_to(address)
        visitor.sends(address, typed)
    page, data = visitor.goes_to("/case/export.html"), visitor.goes_to("/case/export.json")
    assert page.headers["Content-Disposition"].endswith('.html"')
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    written = (
        NAME,
        "he sings at weddings",
        "Did anybody ask in the port?",
        "Abeba (invented)",
        "he called from Tunis",
        "by Sunday",
    )
    for words in (*written, "Fiscalía (invented)"):
        assert words in page.text, words
        assert words in json.dumps(json.loads(data.data), ensure_ascii=False), words
    assert "/case" not in page.text
    assert "http" not in page.text
    kept = json.loads(data.data)
    assert [one["revision"] for one in kept["earlier_versions"]] == [1]
    assert (kept["closed"][0]["outcome"], kept["committee"]) == ("alive", "Committee of Relatives (invented)")


def test_the_sheet_holds_the_same_on_paper(at_case: Visitor, scene: Scene, clock: Clock) -> None:
    asked(scene)
    page = later(at_case, clock).goes_to("/case/print").text
    assert NAME in page
    assert "Fiscalía (invented)" in page
    assert "No answer yet. It was due by" in page


def test_neither_the_words_nor_what_only_the_family_knows_nor_a_photo_is_on_what_it_takes_along(
    visitor: Visitor,
) -> None:
    """Your words for opening the search are not on it, and neither is what only your family knows; no pictures."""
    _reference, words = files(visitor)
    visitor.sends("/filed")
    visitor.goes_to("/case/change/only-you-question/1")
    typed = {"control_questions-question": "What was the dog called?", "control_questions-answer": "Kibomarker"}
    visitor.sends("/case/change/only-you-question/1", typed)
    sends_photo(visitor, "/case/photos", words="a scar over the eye")
    for address in ("/case/print", "/case/export.html", "/case/export.json"):
        page = visitor.goes_to(address).text
        assert "Kibomarker" not in page, address
        assert not re.search(r"\W+".join(words), page), address
        assert "<img" not in page.partition("<main")[2], address
        assert "picture.jpg" not in page, address


@pytest.mark.usefixtures("ready_to_tell")
def test_the_page_says_on_which_day_somebody_spoke_with_them_after_it_is_in_force_and_nothing_else(
    at_case: Visitor, scene: Scene, clock: Clock
) -> None:
    committee = scene.reviewers[0]
    proposal = proposed(scene)
    before = [bytes_of(at_case, page) for page in PAGES]
    key = plan(scene, proposal, committee, now=NOW).talks[0].talk.key
    assert [bytes_of(at_case, page) for page in PAGES] == before
    tell(scene, proposal, key, committee, now=NOW, day=DAY)
    assert [bytes_of(at_case, page) for page in PAGES] == before
    after = later(at_case, clock)
    for page in ("/case", "/case/print"):
        assert after.goes_to(page).text.count("We spoke with you on 22 November 2026.") == 1
    assert json.loads(after.goes_to("/case/export.json").data)["spoken_with_you_on"] == ["2026-11-22"]


def bytes_of(at_case: Visitor, page: str) -> bytes:
    """A page without the token that is new each time."""
    return re.sub(rb'name="(?:csrf_token|whose)" value="[^"]+"', b"", at_case.goes_to(page).data)


def later(at_case: Visitor, clock: Clock) -> Visitor:
    """The same visit some minutes on, by the portal's clock."""
    clock.now = NOW + datetime.timedelta(minutes=20)
    return at_case


def proposed(scene: Scene) -> uuid.UUID:
    """The pair of the search with a report of the same name, agreed."""
    scene.report(found(NAME))
    scene.match()
    with scene.database.reading() as session:
        proposal = session.scalars(select(MatchProposal.id)).one()
    agreed(scene, proposal)
    return proposal


def asked(scene: Scene) -> None:
    """An office was asked, as of any search."""
    with scene.database.transaction() as session:
        case_id = session.scalars(select(SearchRequest.id)).one()
        days = {"asked_on": DAY - datetime.timedelta(days=9), "due_on": DAY - datetime.timedelta(days=2)}
        office = AskedOffice(office="Fiscalía (invented)", number="EXP-7/26")
        command = NoteOfficeRequest(
            case_id=case_id, register=RegisterKind.PROSECUTOR, office=office, caused_by=None, **days
        )
        note_request(session, scene.reviewers[0], command, now=NOW)
