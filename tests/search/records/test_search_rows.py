"""Searches are found by their id; each belongs to one committee, and a report to none."""

import uuid

import pytest

from search.errors import NotFound
from search.models import SearchRequest
from search.records.search_rows import committees_of, find_case
from tests.search.scene import Scene, found, sought
from tests.search.travellers import number_of


def test_a_case_is_found_by_its_id(scene: Scene) -> None:
    case = scene.file(sought("Samir Haddad")).case_id
    with scene.database.reading() as session:
        assert find_case(session, case).id == case
        with pytest.raises(NotFound, match="not_found"):
            find_case(session, uuid.uuid4())


def test_a_search_has_a_committee_and_a_report_has_none(scene: Scene) -> None:
    search = number_of(scene, scene.file(sought("Samir Haddad")).case_id)
    report = number_of(scene, scene.report(found("Samir Hadad")).report_id)
    with scene.database.reading() as session:
        committees = committees_of(session, {search, report})
        assert committees == {search: session.get_one(SearchRequest, search).committee_id}
        assert committees == {search: scene.committee}
        assert committees_of(session, ()) == {}
