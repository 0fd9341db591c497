"""Complaining without an account: sent once, with a number, to whom it was meant for."""

import re

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LOCALES
from i18n.translate import pgettext
from search.access import OPERATOR
from search.filing.complaints import ABOUT_WORDS, open_complaints
from search.filing.filing_quota import FilingQuota
from search.models import Complaint
from search.storage.database import Database
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.context import Context


def complaints(database: Database) -> list[Complaint]:
    with database.reading() as session:
        return list(session.scalars(select(Complaint)).all())


@pytest.mark.parametrize("tag", [row.tag for row in walked(Catalogue.FAMILY)])
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


def test_readers_tell_a_committee_and_the_operator_of_wrong_words_from_the_first_page(
    visitor: Visitor, database: Database
) -> None:
    """A family committee and the people who run these pages read it."""
    visitor.goes_to("/?lang=ar")
    (address,) = re.findall(r'href="(/complain\?about=words)"', visitor.page)
    visitor.goes_to(address)
    assert english_left(visitor.page, "ar") == []
    assert 'name="to"' not in visitor.page
    visitor.sends("/complain", {"about": "words", "reach": "+49 30 555 0123"})
    assert 'aria-invalid="true"' in visitor.page
    # What stands in the form, and what it is about, stay through everything that leads back to it.
    assert 'name="about" value="words"' in visitor.page
    assert 'value="+49 30 555 0123"' in visitor.page
    visitor.sends("/complain", {"about": "words", "words": "كلمة خاطئة"})
    assert visitor.place == "/complain/sent"
    assert re.findall(r'translate="no">([2-9A-Z]{8})<', visitor.page) == []
    (row,) = complaints(database)
    assert (row.language, row.organisation_id is None) == ("ar", False)
    with database.transaction() as session:
        (said,) = open_complaints(session, OPERATOR, now=NOW)
    assert said.said is not None
    assert (said.said.words, said.said.about) == ("كلمة خاطئة", ABOUT_WORDS)


def test_the_first_page_says_in_each_language_that_was_not_confirmed_that_it_was_not(visitor: Visitor) -> None:
    """People who speak this language have yet to confirm these words. Tell us about wrong words."""
    assert [row.tag for row in LOCALES if row.confirmed] == ["en"]
    for row in walked(Catalogue.FAMILY):
        visitor.goes_to(f"/?lang={row.tag}")
        said = pgettext(row.tag, "start", "People who speak this language have yet to confirm these words.")
        told = [said in visitor.page, "/complain?about=words" in visitor.page]
        assert told == [not row.confirmed, not row.confirmed], row.tag


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
