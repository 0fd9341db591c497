"""The page on which a committee asks for new words, confirms them, and gives them after the wait."""

import re
import uuid

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from i18n.passphrases import words
from search.models import SearchRequest, WordRenewal
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.committee.test_claim_pages import CLAIM, address_of, asked_pair
from web.context import Context

__all__ = ["asked_pair"]


@pytest.fixture
def address(ana: Visitor, asked_pair: uuid.UUID) -> str:
    """The page of the family of the pair, that somebody claims to be."""
    claim = address_of(ana, asked_pair).partition("?")[0]
    return claim.replace("/claim", "/words")


def answers(ana: Visitor, address: str) -> None:
    claim = address.replace("/words", "/claim")
    ana.goes_to(claim)
    ana.sends(claim, {**CLAIM, "claim": "family"})
    check = ana.place.removeprefix("/committee")
    ana.sends(check, {"said": "Rex"})
    ana.sends(f"{check}/outcome", {"outcome": "supplied"})


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_step_is_in_the_readers_language(ana: Visitor, berta: Visitor, address: str, row: LocaleRow) -> None:
    ana.goes_to(f"{address}?lang={row.tag}")
    pages = [ana.page]
    assert ana.sends(address, {"step": "ask"}).status_code == 400
    pages.append(ana.page)
    answers(ana, address)
    pages.append(ana.goes_to(address).text)
    pages.append(ana.sends(address, {"step": "ask"}).text)
    assert ana.sends(address, {"step": "confirm"}).status_code == 400
    berta.goes_to(f"{address}?lang={row.tag}")
    pages.append(berta.sends(address, {"step": "confirm"}).text)
    assert berta.sends(address, {"step": "give"}).status_code == 400
    pages.append(berta.page)
    assert [english_left(page, row.tag) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_another_committee_finds_nothing(stranger: Visitor, address: str) -> None:
    assert stranger.goes_to(address).status_code == 404


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_words_are_of_the_familys_language_and_where_there_is_no_list_the_digits_stand_first(
    ana: Visitor, berta: Visitor, address: str, context: Context
) -> None:
    answers(ana, address)
    ana.goes_to(f"{address}?lang=es")
    ana.sends(address, {"step": "ask"})
    berta.goes_to(address)
    berta.sends(address, {"step": "confirm"})
    pages = {}
    for tag in ("ar", "so"):
        with context.database.transaction() as session:
            session.scalars(select(WordRenewal)).one().opens_at = NOW
            for searched in session.scalars(select(SearchRequest)):
                searched.reply_language = tag
        ana.goes_to(address)
        pages[tag] = ana.sends(address, {"step": "give"}).text
    told = re.findall(r"<li><bdi>([^<]+)</bdi></li>", pages["ar"])
    assert len(told) == 5
    assert set(told) <= set(words("ar"))
    assert "code digits" not in pages["ar"]
    assert pages["so"].index('class="code digits"') < pages["so"].index('<ol class="words">')
