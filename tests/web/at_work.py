"""The people of an invented scene at their pages: those who ask, protect and examine, and a committee's readers."""

import pytest
from flask import Flask

from search.access import Actor
from search.models import Account
from search.vocabulary import StaffRole
from tests.fixtures.staff import signed_in
from tests.fixtures.visitor import Visitor
from tests.search.approaching.met_people import belongs_to_no_state, known_who_asks, member
from tests.search.scene import Scene, make_scene
from web.context import Context


def asking_scene(context: Context, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A scene in which the shelter may ask, and it is known of every case who asks."""
    known_who_asks(monkeypatch)
    scene = make_scene(context.database)
    belongs_to_no_state(scene, scene.shelter_id)
    member(scene, scene.shelter_id, StaffRole.INTERMEDIARY)
    return scene


def at_work(context: Context, app: Flask, prefix: str, actor: Actor) -> Visitor:
    """Somebody of the scene, signed in."""
    with context.database.reading() as session:
        login = session.get_one(Account, actor.account_id).login
    return signed_in(context, app, prefix, login)
