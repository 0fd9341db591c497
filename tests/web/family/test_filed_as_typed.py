"""From the first page to the filed case, and beyond: what somebody typed is there, coded or in their own words."""

import random

import pytest
from flask import Flask
from sqlalchemy import select

from search.access import ANYONE, Actor, ActorKind
from search.accounts.new_family_words import prepare_words
from search.commands import RegisterSearch
from search.filing.case_view import read_case
from search.filing.registering_searches import register_search
from search.models import SearchRequest
from search.storage.database import Database
from tests.fixtures.portals import NOW
from tests.fixtures.untouched_forms import untouched
from tests.fixtures.visitor import Visitor
from tests.web.family.filing_people import by_the_short_way, drafted, missing, pages_of, text_of, writes
from tests.web.family.typing_people import lost, norm
from web.family.case_draft import CaseDraft
from web.family.draft_reading import case_so_far

THOUSANDS = range(9)


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - what people type, not a secret


def files_and_looks(family: Flask, database: Database, seed: int) -> None:
    """One partial filing in a browser: every word is in the case, its export, and where it can be changed."""
    chance, visitor = chance_of(seed), Visitor(family.test_client())
    draft = drafted(chance)
    if seed % 2:
        by_the_short_way(visitor, draft, chance)
    writes(visitor, draft)
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert visitor.place == "/filed", seed
    visitor.sends("/filed")
    places = {"case": text_of(visitor.page)}
    places["export"] = norm(visitor.goes_to("/case/export.json").text.replace('\\"', '"'))
    changes = {slug: visitor.goes_to(f"/case/change/{slug}").text for slug in pages_of(draft)}
    places["change"] = " ".join(map(text_of, changes.values()))
    with family.test_request_context():
        assert missing(draft, places) == [], seed
    for slug in changes:
        page = visitor.goes_to(f"/case/change/{slug}").text
        # A part that is not asked for of such an element leads back to its list.
        if visitor.place == f"/case/change/{slug}":
            visitor.sends(visitor.place, untouched(page))
    with database.reading() as session:
        newest = session.scalars(select(SearchRequest).order_by(SearchRequest.number.desc())).first()
        assert newest is not None
        assert (seed, newest.revision) == (seed, 1)


def test_partial_filings_in_a_browser_end_in_a_case_that_says_what_was_typed(family: Flask, database: Database) -> None:
    for seed in range(12):
        files_and_looks(family, database, seed)


@pytest.mark.slow
@pytest.mark.measurement
@pytest.mark.parametrize("fifty", range(20))
def test_a_thousand_partial_filings_in_a_browser_end_likewise(family: Flask, database: Database, fifty: int) -> None:
    # No more from one network within the hour than a portal takes.
    for seed in range(fifty * 50, (fifty + 1) * 50):
        files_and_looks(family, database, 1_000_000 + seed)


@pytest.mark.slow
@pytest.mark.measurement
@pytest.mark.parametrize("thousand", THOUSANDS)
def test_nine_thousand_partial_filings_are_stored_as_they_were_typed(
    family: Flask, database: Database, thousand: int
) -> None:
    words = prepare_words("en")
    with family.test_request_context():
        for seed in range(thousand * 1000, (thousand + 1) * 1000):
            draft = drafted(chance_of(seed))
            whole = case_so_far(CaseDraft(), draft)
            with database.transaction() as session:
                command = RegisterSearch(sought=whole.sought, identifiers=whole.identifiers, filing=whole.filing)
                filed = register_search(session, ANYONE, command, words, now=NOW)
            owner = Actor(kind=ActorKind.FAMILY, case_id=filed.case_id)
            with database.transaction() as session:
                case = read_case(session, owner, filed.case_id, now=NOW)
            assert (seed, lost(draft, CaseDraft.of(case))) == (seed, [])
