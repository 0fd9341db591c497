"""Complaining without an account: sent once, with a number, to whom it was meant for."""

import re

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.offered_languages import offered
from search.access import OPERATOR
from search.filing.complaints import open_complaints
from search.filing.filing_quota import FilingQuota
from search.models import Complaint
from search.storage.database import Database
from tests.fixtures.languages import english_left
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.context import Context


def complaints(database: Database) -> list[Complaint]:
    with database.reading() as session:
        return list(session.scalars(select(Complaint)).all())


@pytest.mark.parametrize("tag", [row.tag for row in offered(Catalogue.FAMILY)])
def test_a_complaint_is_sent_with_a_number_in_the_readers_language(
    visitor: Visitor, database: Database, tag: str
) -> None:
    visitor.goes_to(f"/complain?lang={tag}")
    assert english_left(visitor.page, tag) == []
    # Nothing is chosen beforehand.
    assert "checked" not in visitor.page
    visitor.sends("/complain", {"reach": "+49 30 555 0123"})
    assert visitor.place == "/complain"
    assert 'aria-invalid="true"' in visitor.page
    assert 'value="+49 30 555 0123"' in visitor.page
    assert english_left(visitor.page, tag) == []
    visitor.sends("/complain", {"words": "Nobody called back", "to": "committee"})
    assert visitor.place == "/complain/sent"
    assert english_left(visitor.page, tag) == []
    (number,) = re.findall(r'translate="no">([2-9A-Z]{8})<', visitor.page)
    (row,) = complaints(database)
    assert (row.number, row.language) == (number, tag)
    assert row.organisation_id is not None
    with database.transaction() as session:
        (said,) = open_complaints(session, OPERATOR, now=NOW)
    assert said.said is not None
    assert (said.said.words, said.said.reach) == ("Nobody called back", "+49 30 555 0123")
    visitor.goes_to("/complain")
    assert "Nobody called back" not in visitor.page


def test_whoever_does_not_say_who_is_to_read_it_is_read_by_the_operator_alone(
    visitor: Visitor, database: Database
) -> None:
    visitor.goes_to("/complain")
    visitor.sends("/complain", {"words": "A coordinator was rude"})
    assert [row.organisation_id for row in complaints(database)] == [None]


def test_a_complaint_changes_no_search(visitor: Visitor, database: Database) -> None:
    """You need no account. A complaint changes nothing in your search."""
    files(visitor)
    visitor.sends("/filed")
    seen = [re.sub(r'value="[^"]+"', "", visitor.goes_to(page).text) for page in ("/case", "/case/export.json")]
    visitor.goes_to("/complain")
    visitor.sends("/complain", {"words": "Nobody called back", "to": "committee"})
    assert len(complaints(database)) == 1
    assert seen == [re.sub(r'value="[^"]+"', "", visitor.goes_to(page).text) for page in ("/case", "/case/export.json")]


def test_when_too_many_write_the_words_stay(
    visitor: Visitor, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "filing_quota", property(lambda _self: FilingQuota(of_a_network=0, of_all=0)))
    visitor.goes_to("/complain")
    visitor.sends("/complain", {"words": "Nobody called back", "to": "operator"})
    assert visitor.place == "/complain"
    assert "Please press the button again in an hour." in visitor.page
    assert "Nobody called back" in visitor.page
    assert 'value="operator" checked' in visitor.page
    assert complaints(database) == []
