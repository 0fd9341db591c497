"""A page says until when a visit lasts, using it makes it last longer, and after four hours it ends."""

import datetime
from dataclasses import replace

import pytest
from flask import Flask

from search.vocabulary import OrganisationKind
from tests.fixtures.portals import NOW
from tests.fixtures.staff import COMMITTEE, add_staff, signed_in
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.committee import create_committee
from web.context import Context, bind


@pytest.fixture
def at_its_case(visitor: Visitor) -> Visitor:
    """A family that has opened its case."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


def at(app: Flask, context: Context, minutes: float) -> None:
    """From here on it is so many minutes after the visit began."""
    bind(app.extensions, replace(context, clock=lambda: NOW + datetime.timedelta(minutes=minutes)))


def test_nobody_is_told_of_a_visit_that_there_is_not(passer_by: Visitor) -> None:
    passer_by.goes_to("/open")
    assert "these pages close" not in passer_by.page
    assert "stay.js" not in passer_by.page


def test_a_page_says_how_long_a_visit_lasts_and_leads_to_what_makes_it_longer(at_its_case: Visitor) -> None:
    assert "If you do nothing here for 60 minutes, these pages close." in at_its_case.page
    assert 'data-minutes="60"' in at_its_case.page
    assert 'href="/stay" target="_blank" rel="noopener"' in at_its_case.page
    assert "You can close this page" in at_its_case.goes_to("/stay").text


def test_a_family_that_goes_on_is_not_signed_out_before_four_hours(
    at_its_case: Visitor, family: Flask, context: Context
) -> None:
    for minutes in range(50, 240, 50):
        at(family, context, minutes)
        assert at_its_case.goes_to("/stay").request.path == "/stay"
    at(family, context, 235)
    at_its_case.goes_to("/case")
    assert "These pages close in 5 minutes, because they have been open for a long time." in at_its_case.page
    assert "Keep these pages open" not in at_its_case.page
    at(family, context, 241)
    assert at_its_case.goes_to("/case").request.path == "/open"


def test_whoever_does_nothing_is_signed_out_after_an_hour(
    at_its_case: Visitor, family: Flask, context: Context
) -> None:
    at(family, context, 61)
    assert at_its_case.goes_to("/case").request.path == "/open"


def test_a_reader_who_does_nothing_is_signed_out_after_three_quarters_of_an_hour(context: Context) -> None:
    add_staff(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    committee = create_committee(context)
    ana = signed_in(context, committee, "/committee", "ana")
    for minutes, place in ((40, "/"), (80, "/"), (126, "/sign-in")):
        at(committee, context, minutes)
        assert ana.goes_to("/").request.path == place
