"""The committee's list of people who say that they are not missing, and complaints to its coordinators."""

import html
import re

import pytest
from flask import Flask

from search.vocabulary import OrganisationKind, SelfReportOutcome, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import COMMITTEE, add_staff, signed_in
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.family import create_family

TAGS = [row.tag for row in walked()]
PREFIX = "/committee"
WHY = "They wrote and wait for us"


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.fixture
def coordinator(context: Context, committee: Flask) -> Visitor:
    """Somebody who coordinates and reads nothing."""
    add_staff(context, "clara", COMMITTEE, OrganisationKind.COMMITTEE, StaffRole.COORDINATOR)
    return signed_in(context, committee, PREFIX, "clara")


@pytest.fixture
def address(context: Context, ana: Visitor) -> str:
    """Where the committee opens what somebody wrote."""
    writer = Visitor(create_family(context).test_client())
    typed = {"who": {"called": "Hodan Warsame"}, "reach": {"reach": "by Yonas"}, "proof": {"proof": "Simba"}}
    for slug, said in typed.items():
        writer.goes_to(f"/its-me/{slug}")
        writer.sends(f"/its-me/{slug}", said)
    page = ana.goes_to("/not-missing").text
    assert "Hodan" not in page
    (found,) = re.findall(r'href="/committee(/not-missing/[^"]+)"', page)
    return str(found)


@pytest.mark.parametrize("tag", TAGS)
def test_what_somebody_wrote_is_opened_for_a_reason_and_answered_once(
    ana: Visitor, stranger: Visitor, address: str, tag: str
) -> None:
    ana.goes_to(f"{address}?lang={tag}")
    assert english_left(ana.page, tag) == []
    assert "Hodan" not in ana.page
    assert ana.sends(address, {"reason": "x"}).status_code == 400
    assert english_left(ana.page, tag) == []
    assert "Hodan" not in ana.page
    ana.sends(address, {"reason": WHY})
    words = ("Hodan Warsame", "by Yonas", "Simba")
    shown = html.unescape(ana.page)
    assert all(word in shown for word in words)
    for word in words:
        shown = shown.replace(word, "")
    assert english_left(shown, tag) == []
    # Nothing is chosen beforehand, and nothing chosen changes nothing.
    assert "checked" not in ana.page
    ana.sends(f"{address}/pass-on", {"committee": "nowhere"})
    assert ana.place == address
    ana.sends(f"{address}/outcome")
    ana.sends(f"{address}/outcome", {"outcome": SelfReportOutcome.PROVED})
    assert ana.place == "/not-missing"
    assert english_left(ana.page, tag) == []
    ana.goes_to(address)
    ana.sends(f"{address}/outcome", {"outcome": SelfReportOutcome.NOT_PROVED})
    assert stranger.goes_to(address).status_code == 404


def test_where_nothing_was_said_of_what_is_safe_the_reader_is_told_the_strictest(ana: Visitor, address: str) -> None:
    """Whoever calls you is told not to say why, and to leave no message."""
    ana.goes_to(address)
    ana.sends(address, {"reason": WHY})
    assert "do not say why you call, and leave no message" in ana.page


@pytest.mark.parametrize("tag", TAGS)
def test_coordinators_read_complaints_and_say_that_they_were_answered(
    context: Context, coordinator: Visitor, ana: Visitor, tag: str
) -> None:
    writer = Visitor(create_family(context).test_client())
    writer.goes_to("/complain")
    writer.sends("/complain", {"words": "NOBODY", "reach": "+49", "about": "words"})
    assert ana.goes_to("/complaints").status_code == 403
    page = coordinator.goes_to(f"/complaints?lang={tag}").text
    assert "NOBODY" in page
    assert "<strong>" in page.partition("NOBODY")[0].rpartition("<section")[2]
    assert english_left(page.replace("NOBODY", ""), tag) == []
    (settled,) = re.findall(r'action="/committee(/complaints/[^"]+)"', page)
    coordinator.sends(settled)
    assert "NOBODY" not in coordinator.page
    assert english_left(coordinator.page, tag) == []
