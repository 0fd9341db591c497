"""The page of who may have travelled along: plain, kind, and of nobody else's."""

import datetime
import uuid
from typing import Any

import pytest
from markupsafe import escape
from sqlalchemy import insert, select

from i18n.division import Catalogue
from matching.record import Event, PartialDate, PersonName, Place
from search.access import ANYONE, OPERATOR
from search.accounts.new_family_words import prepare_words
from search.accounts.organisations import find_or_add_organisation
from search.commands import RegisterSearch
from search.documents import Description, Journey
from search.filing.registering_searches import register_search
from search.groups.incident_import import regroup
from search.models import Incident, SearchRequest
from search.vocabulary import OrganisationKind
from tests.fixtures.languages import staff_gettext, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context

# The day and place of the search of `likely_pair`.
DAY = datetime.date(2025, 6, 1)
ZUWARA = Place("Zuwara", ("LY",), 32.93, 12.08)
INCIDENT: dict[str, Any] = {
    "source_id": "2025.INV0001", "first_day": DAY, "last_day": DAY, "latitude": 33.2, "longitude": 12.1,
    "place": "20 km off Zuwara, Libya", "route": "Central Mediterranean", "region": "Mediterranean", "origins": "",
    "dead": 1, "missing": 40, "survivors": None, "source": "Invented <Gazette>",
}  # fmt: skip


@pytest.fixture
def shipwreck(context: Context) -> None:
    """An incident near the last contact, and two families of people who were on the way together."""
    with context.database.transaction() as session:
        session.execute(insert(Incident), [INCIDENT])
    file(context, "Hiwet <Gebremeskel> Asfaha", companions=["Tesfalem Kidanemariam"])
    file(context, "Nurbek Toktosunov")


def file(context: Context, name: str, companions: list[str] | None = None) -> uuid.UUID:
    person = Description(
        names=(PersonName(name),),
        event=Event(PartialDate(DAY, DAY), ZUWARA),
        journey=Journey(companions=tuple(PersonName(one) for one in companions or ())),
    )
    with context.database.transaction() as session:
        return register_search(session, ANYONE, RegisterSearch(sought=person), prepare_words("en"), now=NOW).case_id


def bring_together(context: Context) -> None:
    last: int | None = 0
    while last is not None:
        with context.database.transaction() as session:
            last = regroup(session, OPERATOR, after=last)


@pytest.mark.usefixtures("shipwreck")
def test_the_card_leads_to_the_group_and_back(context: Context, ana: Visitor, pair: uuid.UUID) -> None:
    bring_together(context)
    ana.goes_to(f"/cards/{pair}")
    assert f'href="/committee/cards/{pair}/group"' in ana.page
    assert ana.goes_to(f"/cards/{pair}/group").status_code == 200
    assert f'href="/committee/cards/{pair}"' in ana.page


@pytest.mark.usefixtures("shipwreck")
def test_the_page_tells_the_incident_and_the_people_with_their_reasons(
    context: Context, ana: Visitor, pair: uuid.UUID
) -> None:
    bring_together(context)
    ana.goes_to(f"/cards/{pair}/group")
    assert '<bdi lang="en">20 km off Zuwara, Libya</bdi>' in ana.page
    assert "1 person died. At least 40 people are missing. The list does not say how many people survived." in ana.page
    assert "Invented &lt;Gazette&gt;" in ana.page
    assert '<bdi translate="no">Hiwet &lt;Gebremeskel&gt; Asfaha</bdi>' in ana.page
    names = [ana.page.index(name) for name in ("names this person as a companion", "Nurbek Toktosunov")]
    assert names == sorted(names)
    assert "near the same incident in place and time" in ana.page


@pytest.mark.usefixtures("shipwreck")
def test_another_committees_search_is_a_number_only(context: Context, ana: Visitor, pair: uuid.UUID) -> None:
    case = file(context, "Yessenia Alvarenga")
    with context.database.transaction() as session:
        south = find_or_add_organisation(session, "Committee of the South", OrganisationKind.COMMITTEE)
        session.scalars(select(SearchRequest).where(SearchRequest.id == case)).one().committee_id = south.id
    bring_together(context)
    ana.goes_to(f"/cards/{pair}/group")
    assert "Yessenia" not in ana.page
    assert "1 search of another committee seems to belong too." in ana.page


def test_without_anything_known_the_page_says_so(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}/group")
    assert "No known incident is near the last contact" in ana.page
    assert "Nobody whom your committee may see seems to belong to these two." in ana.page


def test_a_group_of_another_committee_looks_like_a_missing_one(stranger: Visitor, pair: uuid.UUID) -> None:
    foreign = stranger.goes_to(f"/cards/{pair}/group")
    missing = stranger.goes_to(f"/cards/{uuid.uuid4()}/group")
    assert foreign.status_code == missing.status_code == 404
    assert foreign.data == missing.data


@pytest.mark.usefixtures("shipwreck")
def test_every_reader_is_spoken_to_in_their_own_language(context: Context, ana: Visitor, pair: uuid.UUID) -> None:
    bring_together(context)
    for row in walked(Catalogue.STAFF):
        ana.goes_to(f"/cards/{pair}/group?lang={row.tag}")
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in ana.page
        assert str(escape(staff_gettext(row.tag, "Known incidents nearby"))) in ana.page
        assert str(escape(staff_gettext(row.tag, "names this person as a companion"))) in ana.page
