"""The list of pairs as a reader meets it, and the way from one pair to the next."""

import re
import uuid

import pytest

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor
from search.vocabulary import QueueTab
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import STREET, likely_pair
from tests.fixtures.visitor import Visitor
from web.committee.queue_choices import TABS
from web.context import Context

EXPLAINED = {
    "mine": "No pair waits for you",
    "awaiting_second": "No pair waits for a second reader",
    "disagreed": "no pair on which its readers disagree",
    "come_back": "No pair is to be looked at again",
    "unsure": "No pair was left open",
    "ruled_out": "No pair was ruled out yet",
    "agreed": "no pair on which two readers agree",
}


@pytest.fixture
def more(context: Context, clerk: Actor, pair: uuid.UUID) -> list[uuid.UUID]:
    """Three pairs, of three searches."""
    return [pair, *(likely_pair(context, clerk, number) for number in (3, 6))]


def cards_in(page: str) -> list[uuid.UUID]:
    """The pairs that a page leads to, in their order."""
    return [uuid.UUID(one) for one in dict.fromkeys(re.findall(r"data-row href=\"[^\"]*/cards/([0-9a-f-]{36})", page))]


def test_the_list_shows_both_sides_and_why_a_pair_is_likely(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to("/")
    assert cards_in(ana.page) == [pair]
    for said in (">ተስፋለም ኪዳነማርያም</bdi>", ">Tesfalem Kidanemariam</bdi>", "Shelter", "Italy", "such pairs"):
        assert said in ana.page
    assert "<span>Names</span>" in ana.page
    assert "No other report is likely" in ana.page


def test_no_line_names_a_place_nearer_than_the_country(ana: Visitor, pair: uuid.UUID) -> None:
    for page in ("/", f"/cards/{pair}/rivals"):
        ana.goes_to(page)
        assert "Italy" in ana.page
        for near in (STREET, "Lampedusa", "35.5", "harbour"):
            assert near not in ana.page


def test_an_empty_list_explains_itself(ana: Visitor) -> None:
    ana.goes_to("/")
    assert "New ones appear by themselves" in ana.page


@pytest.mark.parametrize(("tab", "explains"), EXPLAINED.items(), ids=list(EXPLAINED))
def test_every_tab_explains_itself_and_says_how_many_it_holds(
    ana: Visitor, pair: uuid.UUID, tab: str, explains: str
) -> None:
    ana.goes_to(f"/?tab={tab}")
    assert explains in ana.page
    assert cards_in(ana.page) == []
    assert re.findall(r'class="count">(\d+)<', ana.page) == ["1" if one is QueueTab.OPEN else "0" for one in TABS]
    assert f"/cards/{pair}" not in ana.page


@pytest.mark.parametrize(
    "address",
    [
        "/?tab=nothing",
        "/?page=0",
        "/?page=x",
        "/?page=99999999999",
        "/?kind=x&country=XX1",
        "/?language=%00&country=%00",
    ],
)
def test_a_mistyped_address_shows_the_open_pairs(ana: Visitor, pair: uuid.UUID, address: str) -> None:
    assert ana.goes_to(address).status_code == 200
    assert cards_in(ana.page) == [pair]


@pytest.mark.parametrize(
    ("chosen", "fits"),
    [
        ("language=en", True),
        ("language=ar", False),
        ("kind=shelter", True),
        ("kind=mortuary", False),
        ("country=IT", True),
        ("country=TN", False),
        ("unnamed=1", False),
        ("kind=shelter&country=IT&language=en", True),
    ],
)
def test_the_list_is_narrowed_down_by_what_the_reader_chooses(
    ana: Visitor,
    pair: uuid.UUID,
    chosen: str,
    fits: bool,  # noqa: FBT001 - which of both is the case
) -> None:
    ana.goes_to(f"/?tab=open&{chosen}")
    assert cards_in(ana.page) == ([pair] if fits else [])
    assert ("No pair of this list fits what you chose." in ana.page) is not fits


def test_another_committee_sees_neither_the_pair_nor_that_there_is_one(stranger: Visitor, pair: uuid.UUID) -> None:
    for page in ("/", "/next?tab=open", "/batches"):
        stranger.goes_to(page)
        assert str(pair) not in stranger.page
    stranger.goes_to("/")
    assert set(re.findall(r'class="count">(\d+)<', stranger.page)) == {"0"}
    for page in ("rivals", "come-back"):
        assert stranger.goes_to(f"/cards/{pair}/{page}").status_code == 404


def test_a_decision_leads_to_the_next_pair_with_the_way_back_to_it(ana: Visitor, more: list[uuid.UUID]) -> None:
    ana.goes_to("/next?tab=open&language=en")
    first = uuid.UUID(re.findall(r"/cards/([0-9a-f-]{36})/judgements", ana.page)[0])
    action = re.findall(r'action="/committee(/cards/[^"]*/judgements\?[^"]*)"', ana.page)[0].replace("&amp;", "&")
    assert "language=en" in action
    revision = re.findall(r'name="seen_revision" value="(\d+)"', ana.page)[0]
    ana.sends(action, {"kind": "unsure", "seen_revision": revision, "reasons": "names"})
    second = uuid.UUID(re.findall(r"/cards/([0-9a-f-]{36})/judgements", ana.page)[-1])
    assert {first, second} <= set(more)
    assert first != second
    assert "Your decision was kept." in ana.page
    assert f"/committee/cards/{first}#judgements" in ana.page


def test_at_its_end_the_list_says_so(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/next?tab=open&after={pair}")
    assert "You have come to the end of this list" in ana.page
    ana.goes_to("/next?tab=ruled_out")
    assert "You have come to the end of this list" in ana.page


def test_a_pair_that_another_has_open_says_so_and_is_not_the_next(
    ana: Visitor, berta: Visitor, pair: uuid.UUID
) -> None:
    ana.goes_to(f"/cards/{pair}")
    berta.goes_to("/")
    assert "Another reader has this pair open" in berta.page
    berta.goes_to("/next")
    assert "You have come to the end of this list" in berta.page
    berta.goes_to(f"/cards/{pair}")
    assert "Another reader has this pair open" in berta.page
    ana.sends(f"/cards/{pair}/release", {})
    berta.goes_to("/next")
    assert f"/cards/{pair}/judgements" in berta.page


def test_a_pair_is_put_off_to_a_day(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}/come-back")
    ana.sends(f"/cards/{pair}/come-back", {"day": "2026-12-24", "why": "laboratory"})
    assert "You have come to the end of this list" in ana.page
    ana.goes_to("/?tab=come_back")
    assert cards_in(ana.page) == [pair]
    assert "To be looked at again on" in ana.page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"day": "2026-12-24", "why": ""}, "Please choose what is awaited."),
        ({"day": "2020-01-01", "why": "office"}, "Please choose a day that is still ahead"),
        ({"day": "tomorrow", "why": "office"}, "Please choose a day that is still ahead"),
    ],
)
def test_a_day_that_is_none_is_asked_for_again(ana: Visitor, pair: uuid.UUID, typed: dict[str, str], says: str) -> None:
    ana.goes_to(f"/cards/{pair}/come-back")
    assert ana.sends(f"/cards/{pair}/come-back", typed).status_code == 400
    assert says in ana.page
    assert typed["day"] in ana.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_page_of_the_list_is_in_the_reader_s_language(ana: Visitor, pair: uuid.UUID, row: LocaleRow) -> None:
    for page in ("/", "/?tab=mine", f"/cards/{pair}/rivals", f"/cards/{pair}/come-back", "/batches", "/look-up"):
        joined = "&" if "?" in page else "?"
        assert ana.goes_to(f"{page}{joined}lang={row.tag}").status_code == 200
        assert english_left(ana.page, row.tag) == []
