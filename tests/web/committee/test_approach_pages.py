"""What follows an agreed pair, on a committee's pages: one word for whatever was answered, and one reader of it."""

import re
import uuid

import pytest
from flask import Flask

from search.access import Action
from search.vocabulary import AgeFinding, PersonAnswer, StaffRole, StandingKind
from tests.fixtures.languages import english_left
from tests.fixtures.portals import NOW
from tests.fixtures.staff import let_proofs_age
from tests.fixtures.visitor import Visitor
from tests.search.approaching.met_people import agreed, body_pair, coordinator, member, met, searching, started
from tests.search.approaching.test_asking_person import aged, answered, standing
from tests.search.approaching.test_forensic_handing import handed
from tests.search.scene import Scene
from tests.web.at_work import asking_scene, at_work
from web.context import Context

PREFIX = "/committee"


@pytest.fixture
def scene(context: Context, monkeypatch: pytest.MonkeyPatch, everything_switched_on: None) -> Scene:  # noqa: ARG001 - switches on
    return asking_scene(context, monkeypatch)


@pytest.fixture
def reader(context: Context, committee: Flask, scene: Scene) -> Visitor:
    return at_work(context, committee, PREFIX, scene.reviewers[0])


def begin(visitor: Visitor, pair: uuid.UUID) -> str:
    at = f"/cards/{pair}/approach"
    visitor.goes_to(at)
    chosen = re.findall(r'name="coordinator" value="([0-9a-f-]{36})"', visitor.page)[0]
    seen = re.findall(r'name="seen_revision" value="(\d+)"', visitor.page)[0]
    visitor.sends(at, {"coordinator": chosen, "seen_revision": seen})
    return at


def test_a_pair_is_begun_taken_back_for_an_hour_and_begun_again(scene: Scene, reader: Visitor) -> None:
    coordinator(scene)
    pair = agreed(scene, searching(scene), met(scene))
    reader.goes_to(f"/cards/{pair}/approach")
    assert reader.sends(f"/cards/{pair}/approach", {"seen_revision": "1"}).status_code == 400
    assert reader.sends(f"/cards/{pair}/approach", {"seen_revision": "9"}).status_code == 409
    at = begin(reader, pair)
    assert "Take it back" in reader.page
    reader.sends(f"{at}/take-back")
    assert "Have the person asked" in reader.page
    other = agreed(scene, searching(scene, "Invented Namesake"), met(scene))
    started(scene, other)
    assert reader.sends(f"/cards/{other}/approach/take-back").status_code == 409
    assert "The hour in which this could be taken back is over." in reader.page


OUTCOMES = ("pending", *PersonAnswer, StandingKind.NOBODY)


def test_every_outcome_is_the_same_bytes_for_every_reader_but_one_coordinator(
    context: Context, committee: Flask, scene: Scene, reader: Visitor
) -> None:
    pages: dict[str, list[str]] = {}
    rosa = member(scene, scene.shelter_id, StaffRole.INTERMEDIARY)
    other = at_work(context, committee, PREFIX, coordinator(scene))
    pair = agreed(scene, searching(scene), met(scene))
    reads = at_work(context, committee, PREFIX, started(scene, pair))
    aged(scene, rosa, AgeFinding.ADULT, NOW)
    said: list[str] = []
    for outcome in OUTCOMES:
        if outcome in set(PersonAnswer):
            answered(scene, rosa, PersonAnswer(outcome), now=NOW)
        if outcome == StandingKind.NOBODY:
            standing(scene, rosa, StandingKind.NOBODY, now=NOW)
        pages[outcome] = [_plain(reader, f"/cards/{pair}/approach"), _plain(reader, "/waiting"), _plain(reader, "/")]
        pages[outcome] += [
            _plain(other, f"/cards/{pair}/approach"),
            str(other.goes_to(f"/cards/{pair}/answers").status),
        ]
        said.append(_plain(reads, f"/cards/{pair}/answers"))
    assert "With the intermediary" in pages["pending"][0] or "intermediary" in pages["pending"][0]
    assert pages["pending"][-1].startswith("404")
    assert all(pages[outcome] == pages["pending"] for outcome in OUTCOMES)
    assert len(set(said)) == len(OUTCOMES)


def _plain(visitor: Visitor, address: str) -> str:
    """A page without what differs at every look."""
    page = visitor.goes_to(address).text
    return re.sub(r'(csrf_token|whose)" value="[^"]*"|data-minutes="\d+"|for \d+ minutes?', "", page)


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_every_page_is_in_the_readers_language(
    context: Context, committee: Flask, scene: Scene, reader: Visitor, tag: str
) -> None:
    reads = at_work(context, committee, PREFIX, coordinator(scene))
    pair, (body, _) = agreed(scene, searching(scene), met(scene)), body_pair(scene)
    for page in ("/waiting", f"/cards/{pair}/approach", f"/cards/{body}/approach", f"/cards/{body}/forensic"):
        assert reader.goes_to(f"{page}?lang={tag}").status_code == 200
        assert english_left(reader.page, tag) == []
    begin(reader, pair)
    for page in ("/answers", f"/cards/{pair}/answers", f"/cards/{pair}/approach"):
        assert reads.goes_to(f"{page}?lang={tag}").status_code == 200
        assert english_left(reads.page, tag) == []


def test_an_answer_asks_for_a_proof_and_opens_to_no_other_reader(
    context: Context, committee: Flask, scene: Scene, reader: Visitor
) -> None:
    reads = at_work(context, committee, PREFIX, coordinator(scene))
    pair = agreed(scene, searching(scene), met(scene))
    begin(reader, pair)
    assert reads.goes_to(f"/cards/{pair}/answers").status_code == 200
    assert "Nothing was answered yet." in reads.page
    other = at_work(context, committee, PREFIX, coordinator(scene))
    assert other.goes_to(f"/cards/{pair}/answers").status_code == 404
    assert reader.goes_to(f"/cards/{pair}/answers").status_code == 403
    let_proofs_age(context)
    reads.goes_to(f"/cards/{pair}/answers")
    assert "Nothing was answered yet." not in reads.page


def test_a_body_is_handed_over_and_taken_back(scene: Scene, reader: Visitor) -> None:
    pair, _ = body_pair(scene)
    at = f"/cards/{pair}/forensic"
    reader.goes_to(at)
    service = re.findall(r'name="service" value="([0-9a-f-]{36})"', reader.page)[0]
    assert reader.sends(at, {"seen_revision": "1", "service": "none"}).status_code == 400
    reader.sends(at, {"seen_revision": "1", "service": service})
    assert "Handed to <bdi>Forensic Invented</bdi>" in reader.page
    reader.sends(f"{at}/take-back")
    assert "Hand it to this service" in reader.page
    handed(scene, pair, uuid.UUID(service))
    assert reader.sends(f"{at}/take-back").status_code == 409


def test_while_it_is_switched_off_there_is_no_door(
    scene: Scene, reader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator(scene)
    pair, (body, _) = agreed(scene, searching(scene), met(scene)), body_pair(scene)
    off = {Action.START_APPROACH, Action.HAND_OVER, Action.READ_PERSON_ANSWER}
    monkeypatch.setattr("search.access.SWITCHED_OFF", frozenset(off))
    reader.goes_to(f"/cards/{pair}/approach")
    assert "Have the person asked" not in reader.page
    assert reader.sends(f"/cards/{pair}/approach", {"seen_revision": "1"}).status_code == 404
    assert reader.goes_to(f"/cards/{body}/forensic").status_code == 404
    assert "Everything is there. Somebody has to begin." in reader.goes_to("/waiting").text
