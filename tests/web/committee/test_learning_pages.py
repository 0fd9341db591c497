"""What decisions show, and moving the threshold, on pages."""

import re

import pytest
from flask import Flask

from i18n.locales import LocaleRow
from search.vocabulary import OrganisationKind, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import COMMITTEE, add_staff, signed_in
from tests.fixtures.visitor import Visitor
from tests.web.committee.conftest import PREFIX
from web.context import Context

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)


@pytest.fixture
def both(context: Context, committee: Flask) -> Visitor:
    """Somebody who reads and coordinates."""
    add_staff(context, "clara", COMMITTEE, OrganisationKind.COMMITTEE, StaffRole.COORDINATOR, StaffRole.REVIEWER)
    return signed_in(context, committee, PREFIX, "clara")


@LANGUAGES
def test_the_pages_speak_the_readers_language(both: Visitor, row: LocaleRow) -> None:
    for address in ("/learning", "/learning/threshold"):
        assert both.goes_to(f"{address}?lang={row.tag}").status_code == 200
        assert english_left(both.page, row.tag) == []
        assert "checked" not in both.page


def test_a_threshold_is_set_after_its_effects_with_a_reason_that_is_kept(both: Visitor, ana: Visitor) -> None:
    both.goes_to("/learning/threshold")
    values = re.findall(r'name="bits" value="([^"]+)"', both.page)
    assert len(values) == 8
    why = "so that two of us can read them all"
    assert both.sends("/learning/threshold", {"words": why}).status_code == 400
    assert why in both.page
    assert both.sends("/learning/threshold", {"bits": values[3], "words": "no"}).status_code == 400
    assert "checked" in both.page
    both.sends("/learning/threshold", {"bits": values[3], "words": why})
    assert "The threshold was set" in both.page
    assert why in ana.goes_to("/learning").text
    assert "clara" in ana.page
    assert ana.goes_to("/learning/threshold").status_code == 403
