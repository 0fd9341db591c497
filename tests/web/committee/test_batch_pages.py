"""Pairs that are not likely any more, as a reader meets them."""

import re
import uuid

import pytest

from search.access import WORKER
from search.models import MatchProposal
from search.proposing.ranking_anew import rank_unplaced
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context

AGAINST = ["marks", "far", "disagrees", -60.0]


@pytest.fixture
def fallen(context: Context, pair: uuid.UUID) -> uuid.UUID:
    """The pair, after something new was said that speaks against it."""
    with context.database.transaction() as session:
        row = session.get_one(MatchProposal, pair)
        row.evidence, row.revision, row.queue_order = [*row.evidence, AGAINST], 2, None
        row.match_weight, row.shown_weight = -40.0, -40.0
    with context.database.transaction() as session:
        rank_unplaced(session, WORKER, today=NOW.date())
    return pair


def test_a_row_is_ruled_out_by_the_reason_that_was_chosen_for_it(ana: Visitor, fallen: uuid.UUID) -> None:
    ana.goes_to("/batches")
    (pattern,) = re.findall(r"/batches/([0-9a-f]{16})", ana.page)
    ana.goes_to(f"/batches/{pattern}")
    assert str(fallen) in ana.page
    assert " selected" not in ana.page
    ana.sends(f"/batches/{pattern}", {"pair": str(fallen), "revision": "2", "reason": ""})
    assert str(fallen) in ana.page
    ana.sends(f"/batches/{pattern}", {"pair": str(fallen), "revision": "1", "reason": "marks"})
    assert "had changed meanwhile" in ana.page
    ana.sends(f"/batches/{pattern}", {"pair": str(fallen), "revision": "2", "reason": "marks"})
    assert "There are none." in ana.page


def test_what_settles_who_a_body_is_cannot_be_chosen_in_a_row(ana: Visitor, fallen: uuid.UUID) -> None:
    ana.goes_to("/batches")
    (pattern,) = re.findall(r"/batches/([0-9a-f]{16})", ana.page)
    ana.sends(f"/batches/{pattern}", {"pair": str(fallen), "revision": "2", "reason": "dna"})
    assert str(fallen) in ana.page


@pytest.mark.usefixtures("fallen")
@pytest.mark.parametrize("pattern", ["0000000000000000", "%00", "-1"])
def test_a_pattern_that_there_is_not_is_not_found(ana: Visitor, pattern: str) -> None:
    assert ana.goes_to(f"/batches/{pattern}").status_code == 404


@pytest.mark.parametrize("revision", ["9" * 5000, "9" * 30, "²", "-1", ""])
def test_a_revision_that_no_page_sends_decides_nothing(ana: Visitor, fallen: uuid.UUID, revision: str) -> None:
    ana.goes_to("/batches")
    (pattern,) = re.findall(r"/batches/([0-9a-f]{16})", ana.page)
    fields = {"pair": str(fallen), "revision": revision, "reason": "marks"}
    assert ana.sends(f"/batches/{pattern}", fields).status_code == 200
    assert str(fallen) in ana.page
