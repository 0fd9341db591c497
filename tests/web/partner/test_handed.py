"""The pages of a forensic service that was handed a body."""

import re

import pytest
from flask import Flask

from search.models import MatchProposal, SearchRequest
from search.vocabulary import StaffRole
from tests.fixtures.languages import english_left
from tests.search.approaching.met_people import FACT, SECRET, body_pair, member
from tests.search.approaching.test_forensic_handing import handed
from tests.search.scene import Scene
from tests.web.at_work import asking_scene, at_work
from web.context import Context

PREFIX = "/partner"


@pytest.fixture
def scene(context: Context, monkeypatch: pytest.MonkeyPatch, everything_switched_on: None) -> Scene:  # noqa: ARG001 - switches on
    return asking_scene(context, monkeypatch)


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_a_service_reads_wishes_and_enters(context: Context, partner: Flask, scene: Scene, tag: str) -> None:
    pair, service = body_pair(scene)
    clerk = at_work(context, partner, PREFIX, member(scene, service, StaffRole.REPORTER))
    handed(scene, pair, service)
    clerk.goes_to(f"/handed?lang={tag}")
    at = "/handed/" + re.findall(r"/handed/([0-9a-f-]{36})", clerk.page)[0]
    enters = f"{at}/identification"
    for page in ("/handed", at, enters):
        clerk.goes_to(f"{page}?lang={tag}")
        assert english_left(clerk.page, tag) == []
    with context.database.reading() as session:
        number = session.get_one(MatchProposal, pair).request_number
        reference = session.get_one(SearchRequest, number).reference
    clerk.goes_to(at)
    for secret in (SECRET, FACT, reference, "Mother of"):
        assert secret not in clerk.page
    clerk.sends(f"{at}/wish", {"wish": "dental_records"})
    assert 'value="dental_records"' not in clerk.page
    form = {"result": "identified", "method": "dna", "document": ""}
    assert clerk.sends(enters, form).status_code == 400
    clerk.sends(enters, {**form, "document": "D-17/2026", "lang": tag})
    assert "D-17/2026" in clerk.page
    clerk.sends(enters, {**form, "document": "D-17/2026"})
    assert "D-17/2026" in clerk.page


def test_a_clerk_of_a_shelter_has_no_such_page(context: Context, partner: Flask, scene: Scene) -> None:
    clerk = at_work(context, partner, PREFIX, scene.shelter)
    assert clerk.goes_to("/handed").status_code == 404
    assert "Bodies handed to you" not in clerk.goes_to("/").text
