"""The queue and the card, as a reader meets them."""

import uuid
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from flask import Flask
from markupsafe import escape

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.accounts.reading_limits import CARDS, HOUR, Window
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.staff import STREET, at_the_door
from tests.fixtures.visitor import Visitor
from tests.web.committee.conftest import PREFIX
from web.context import Context

IN_ORDER = ("evidence", "sides", "when", "decision")


def test_the_card_tells_its_story_in_order(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    places = [ana.page.index(f' id="{part}"') for part in IN_ORDER]
    assert places == sorted(places)
    assert ana.page.index("bits</strong>") < places[0]
    # Nobody has decided yet, and no heading stands over nothing.
    assert ' id="judgements"' not in ana.page


def test_the_evidence_is_in_words_beside_its_bars(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    rows = ana.page.split('<table class="waterfall">')[1].split("</table>")[0]
    assert "Names: the same rare name" in rows
    assert "Date of birth: the same, with day and month exchanged" in rows
    assert rows.count('<svg class="bar-line') == rows.count("<tr") - 1
    assert "Not stated on one side, or not enough to compare, so it counts neither for nor against: " in ana.page


def test_both_sides_stand_beside_each_other_with_the_parts_of_their_names(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    sides = ana.page.split('<table class="sides">')[1].split("</table>")[0]
    assert '<bdi translate="no">ተስፋለም ኪዳነማርያም</bdi> <span class="reading">' in sides
    assert '<bdi translate="no">Tesfalem Kidanemariam</bdi>' in sides
    assert "the same in another script" in sides
    assert "on the other side of the body" in sides


def test_the_card_never_shows_where_a_living_person_is(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    assert STREET not in ana.page
    assert "The house behind the harbour" not in ana.page
    assert "35.50123" not in ana.page


def test_the_card_holds_no_contact_and_no_document(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    for number in ("46701234000", "39061234000", "K01234000"):
        assert number not in ana.page


def test_drawings_are_well_formed_and_need_no_style_attribute(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    drawings = [f"<svg{part.split('</svg>')[0]}</svg>" for part in ana.page.split("<svg")[1:]]
    assert [ElementTree.fromstring(drawing).tag for drawing in drawings] == ["svg"] * len(drawings)  # noqa: S314 - own page
    assert "style=" not in ana.page


def test_a_pair_of_another_committee_looks_like_a_missing_one(stranger: Visitor, pair: uuid.UUID) -> None:
    foreign = stranger.goes_to(f"/cards/{pair}")
    missing = stranger.goes_to(f"/cards/{uuid.uuid4()}")
    assert foreign.status_code == missing.status_code == 404
    assert foreign.data == missing.data


@pytest.mark.parametrize("address", ["/", "/cards/{pair}", "/cards/{pair}/contacts"])
def test_who_is_not_signed_in_is_asked_to(committee: Flask, pair: uuid.UUID, address: str) -> None:
    visitor = at_the_door(committee, PREFIX)
    visitor.goes_to(address.format(pair=pair))
    assert visitor.place == "/sign-in"


def test_the_card_can_still_be_read_when_the_evidence_has_no_parts(
    context: Context, ana: Visitor, pair: uuid.UUID
) -> None:
    with context.database.transaction() as session:
        session.connection().exec_driver_sql("UPDATE match_proposals SET engine_version = 'older'")
    assert ana.goes_to(f"/cards/{pair}").status_code == 200
    assert "Names: the same rare name" in ana.page


def test_every_reader_is_spoken_to_in_their_own_language(ana: Visitor, pair: uuid.UUID) -> None:
    for row in (*walked(Catalogue.STAFF), *walked(Catalogue.STAFF)):
        ana.goes_to(f"/cards/{pair}?lang={row.tag}")
        label = escape(staff_gettext(row.tag, "The family's words"))
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in ana.page
        assert f'data-label="{label}"' in ana.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
@pytest.mark.parametrize("page", ["", "/group"])
def test_a_reader_is_told_when_few_more_can_be_opened(
    ana: Visitor, pair: uuid.UUID, row: LocaleRow, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana.goes_to(f"/cards/{pair}{page}?lang={row.tag}")
    assert "to you.</p>" not in ana.page
    bounded = replace(CARDS, windows=(Window(1, HOUR),))
    for module in ("card", "group_view"):
        monkeypatch.setattr(f"search.review.{module}.CARDS", bounded)
    ana.goes_to(f"/cards/{pair}{page}")
    assert english_left(ana.page, row.tag) == []
    if row.tag == "en":
        assert "You have reached the limit for now." in ana.page


def test_marks_of_both_sides_are_drawn_in_two_shapes_and_listed_by_their_numbers(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    front = ana.page.split('#front"/>')[1].split("</svg>")[0]
    assert ('<g class="shape sought"><circle' in front, '<g class="shape found"><path' in front) == (True, True)
    assert ana.page.count('class="marks-listed"') == 2
