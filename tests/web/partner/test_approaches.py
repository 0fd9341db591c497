"""The pages of whoever asks people that were met, and of whoever protects children."""

import re
import uuid

import pytest
from flask import Flask
from sqlalchemy import select

from search.access import Action
from search.models import Approach
from search.vocabulary import StaffRole
from tests.fixtures.languages import english_left
from tests.fixtures.visitor import Visitor
from tests.search.approaching.met_people import FACT, SECRET, agreed, member, met, searching, started
from tests.search.scene import Scene
from tests.web.at_work import asking_scene, at_work
from web.context import Context

PREFIX = "/partner"
TAGS = ("en", "es", "ar")


@pytest.fixture
def scene(context: Context, monkeypatch: pytest.MonkeyPatch, everything_switched_on: None) -> Scene:  # noqa: ARG001 - switches on
    return asking_scene(context, monkeypatch)


@pytest.fixture
def rosa(context: Context, partner: Flask, scene: Scene) -> Visitor:
    """Somebody whom two people appointed to ask."""
    return at_work(context, partner, PREFIX, member(scene, scene.shelter_id, StaffRole.INTERMEDIARY))


def address(scene: Scene) -> str:
    with scene.database.reading() as session:
        return f"/approaches/{session.scalars(select(Approach.id)).one()}"


def enquirer(rosa: Visitor, at: str) -> str:
    rosa.goes_to(at)
    (named,) = set(re.findall(r"/enquirers/([0-9a-f-]{36})", rosa.page))
    return f"{at}/enquirers/{named}"


def test_a_person_is_asked_alone_in_their_language_and_the_answer_is_kept(scene: Scene, rosa: Visitor) -> None:
    started(scene, agreed(scene, searching(scene), met(scene)))
    rosa.goes_to("/approaches")
    at = address(scene)
    assert at in rosa.page
    rosa.goes_to(at)
    assert "Mother of Somebody Invented" not in rosa.page
    rosa.sends(f"{at}/age", {"found": "adult"})
    asks = enquirer(rosa, at)
    rosa.goes_to(asks)
    assert "This person says: I am the mother." in rosa.page
    assert re.search(r"checked|selected", rosa.page.partition('id="answers"')[2]) is None
    for secret in (SECRET, FACT, "Tapachula"):
        assert secret not in rosa.page
    assert rosa.sends(asks, {"answer": "yes", "alone": "no"}).status_code == 400
    assert "An answer counts only if the person was alone with you." in rosa.page
    rosa.sends(asks, {"answer": "yes", "alone": "yes"})
    assert "Yes, they may be told" in rosa.page
    rosa.goes_to(asks)
    rosa.sends(asks, {"answer": "no", "alone": "yes", "once_more": "y"})
    assert "When the family is about to be told" in rosa.page


def test_an_answer_to_everybody_is_kept_and_taken_back(scene: Scene, rosa: Visitor) -> None:
    started(scene, agreed(scene, searching(scene), met(scene)))
    at = address(scene)
    rosa.goes_to(at)
    rosa.sends(f"{at}/age", {"found": "adult"})
    everybody = f"{at}/everybody"
    rosa.goes_to(everybody)
    for until in ("", "2001-01-01", "no day"):
        assert rosa.sends(everybody, {"kind": "not_before", "until": until}).status_code == 400
    rosa.sends(everybody, {"kind": "not_before", "until": "2027-01-01"})
    assert "1 January 2027" in rosa.page
    assert "/enquirers/" not in rosa.page
    rosa.sends(f"{everybody}/take-back")
    assert "/enquirers/" in rosa.page


def test_nothing_chosen_or_typed_is_lost_when_the_language_is_changed(scene: Scene, rosa: Visitor) -> None:
    started(scene, agreed(scene, searching(scene), met(scene)))
    at = address(scene)
    rosa.goes_to(at)
    rosa.sends(f"{at}/age", {"found": "adult"})
    asks = enquirer(rosa, at)
    rosa.goes_to(asks)
    rosa.sends(asks, {"answer": "later", "alone": "yes", "lang": "es"})
    assert re.search(r'value="later"[^>]*checked', rosa.page)
    rosa.goes_to(f"{at}/everybody")
    rosa.sends(f"{at}/everybody", {"kind": "nobody", "until": "2027-01-01", "lang": "ar"})
    assert 'value="2027-01-01"' in rosa.page


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_is_in_the_readers_language(scene: Scene, rosa: Visitor, tag: str) -> None:
    started(scene, agreed(scene, searching(scene), met(scene)))
    at = address(scene)
    rosa.goes_to(at)
    for found in ("", "adult", "under_18"):
        rosa.sends(f"{at}/age", {"found": found})
        for page in ("/approaches", at, f"{at}/everybody"):
            rosa.goes_to(f"{page}?lang={tag}")
            assert english_left(rosa.page, tag) == []
        if found == "adult":
            rosa.goes_to(f"{enquirer(rosa, at)}?lang={tag}")
            assert english_left(rosa.page, tag) == []


def test_nobody_else_finds_such_a_page_and_nobody_while_it_is_switched_off(
    context: Context, partner: Flask, scene: Scene, rosa: Visitor, clerk: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(scene, agreed(scene, searching(scene), met(scene)))
    at = address(scene)
    assert clerk.goes_to(at).status_code == 403
    assert "People to ask" not in clerk.goes_to("/").text
    assert rosa.goes_to(f"/approaches/{uuid.uuid4()}").status_code == 404
    officer = at_work(context, partner, PREFIX, member(scene, scene.shelter_id, StaffRole.PROTECTION_OFFICER))
    assert officer.goes_to(at).status_code == 403
    monkeypatch.setattr("search.access.SWITCHED_OFF", frozenset({Action.ASK_PERSON}))
    assert rosa.goes_to(at).status_code == 404
    assert rosa.goes_to("/approaches").status_code == 404
    assert "People to ask" not in rosa.goes_to("/").text


@pytest.mark.parametrize("tag", TAGS)
def test_two_officers_sign_with_the_child(context: Context, partner: Flask, scene: Scene, tag: str) -> None:
    officers = [
        at_work(context, partner, PREFIX, member(scene, scene.shelter_id, StaffRole.PROTECTION_OFFICER))
        for _ in range(2)
    ]
    report = met(scene, minor=True)
    pair = agreed(scene, searching(scene), report)
    started(scene, pair)
    signs = f"/children/{report}/{pair}"
    form = {"child_says": "yes", "decision": "agrees", "child_view": "she wants to see her mother", "reasons": ""}
    for officer in officers:
        for page in ("/children", f"/children/{report}", signs):
            assert officer.goes_to(f"{page}?lang={tag}").status_code == 200
            assert english_left(officer.page, tag) == []
        assert officer.sends(signs, form).status_code == 400
        assert "she wants to see her mother" in officer.page
        officer.sends(signs, {**form, "lang": "es"})
        assert "she wants to see her mother" in officer.page
        officer.sends(signs, {**form, "reasons": "her mother cares for her"})
    officers[0].goes_to("/children?lang=en")
    assert "Everything is decided." in officers[0].page
    assert officers[0].sends(f"/children/{report}/age", {"found": "adult"}).status_code == 200
