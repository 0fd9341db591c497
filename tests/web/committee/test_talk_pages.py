"""A reader writes down that somebody spoke with a family, in any language, and loses nothing."""

import re
import uuid

import pytest
from markupsafe import escape

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.visitor import Visitor

TALK = {"held_on": "2026-02-20", "language": "Tigrinya", "with_whom": "her sister Almaz"}


@pytest.fixture
def address(ana: Visitor, pair: uuid.UUID) -> str:  # noqa: ARG001 - the family of the pair is the one that waits
    """Where a talk with the family of the pair is written down, as the list of those who wait leads there."""
    ana.goes_to("/talks")
    found = re.search(r'href="/committee(/cases/[^"]+/talk)"', ana.page)
    assert found is not None
    ana.goes_to(found[1])
    return found[1]


def test_a_talk_is_written_down_and_taken_back(ana: Visitor, berta: Visitor, address: str) -> None:
    assert "Nobody has written down a talk" in ana.page
    ana.sends(address, TALK)
    assert "20 February 2026" in ana.page
    assert "Almaz" not in ana.page
    assert "Somebody has spoken with every family." in ana.goes_to("/talks").text
    ana.goes_to(address)
    berta.goes_to(address)
    assert "take-back" not in berta.page
    back = re.search(r'action="/committee(/cases/[^"]+/take-back[^"]*)"', ana.page)
    assert back is not None
    ana.sends(back[1])
    assert "Nobody has written down a talk" in ana.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_error_is_said_in_the_readers_language_and_nothing_is_lost(
    ana: Visitor, address: str, row: LocaleRow
) -> None:
    ana.goes_to(f"/talks?lang={row.tag}")
    assert english_left(ana.page, row.tag) == []
    ana.goes_to(address)
    assert english_left(ana.page, row.tag) == []
    wrong = {
        "Please choose the day, or write it like 2026-03-01.": {**TALK, "held_on": "the other day"},
        "This day has not come yet. Please write the day on which you spoke.": {**TALK, "held_on": "2031-02-20"},
        "Please write one language, for example Tigrinya.": {**TALK, "language": "xx and yy"},
    }
    for said, typed in wrong.items():
        assert ana.sends(address, typed).status_code == 400
        assert str(escape(staff_gettext(row.tag, said))) in ana.page
        assert all(str(escape(text)) in ana.page for text in typed.values())
        assert english_left(ana.page, row.tag) == []
    ana.sends(address, {**TALK, "lang": row.tag})
    assert "her sister Almaz" in ana.page


def test_a_family_of_others_is_not_there(stranger: Visitor, address: str) -> None:
    assert "/cases/" not in stranger.goes_to("/talks").text
    assert stranger.goes_to(address).status_code == 404
