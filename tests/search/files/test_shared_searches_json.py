"""Searches as JSON: what is open, and no field that says nothing."""

import datetime
import json
import uuid

from matching.record import PersonName, Sex
from search.consent_summaries import SharedSearch, SharedSearches
from search.documents import Description, Identifiers
from search.files.shared_searches_json import as_json, json_lines
from search.vocabulary import ConsentPurpose

ONE = SharedSearch(
    case_id=uuid.UUID(int=1),
    filed_at=datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC),
    committee="Committee",
    purposes=(ConsentPurpose.SHARING,),
    sought=Description(names=(PersonName("ሰላም"),), sex=Sex.FEMALE),
    identifiers=Identifiers(),
)


def test_a_field_that_says_nothing_is_left_out() -> None:
    plain = as_json(ONE)
    assert set(plain["sought"]) == {"names", "sex"}
    assert plain["identifiers"] == {}
    assert plain["purposes"] == ("sharing",)


def test_a_page_tells_which_it_is() -> None:
    page = as_json(SharedSearches(searches=(ONE,), page=1, pages=2, total=21))
    assert (page["page"], page["pages"], page["total"], len(page["searches"])) == (1, 2, 21, 1)


def test_each_search_is_a_line_in_its_own_script() -> None:
    first, second = json_lines((ONE, ONE)).decode().splitlines()
    assert first == second
    assert json.loads(first)["sought"]["names"][0]["text"] == "ሰላም"
    assert "ሰላም" in first
