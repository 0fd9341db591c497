"""The committee's list of letters: answered with fixed sentences, and no way from it to a pair."""

import re

import pytest

from search.vocabulary import ReplySentence
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search
from web.context import Context
from web.family import create_family

TAGS = [row.tag for row in walked()]


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.fixture
def letter(context: Context) -> str:
    """What a family asked."""
    family = Visitor(create_family(context).test_client())
    files_search(family)
    family.goes_to("/case/inbox")
    family.sends("/case/inbox", {"words": "Has anybody read what I wrote?"})
    return "Has anybody read what I wrote?"


@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_is_answered_with_a_fixed_sentence_and_leaves_the_list(ana: Visitor, letter: str, tag: str) -> None:
    page = ana.goes_to(f"/letters?lang={tag}").text
    assert letter in page
    assert english_left(page.replace(letter, ""), tag) == []
    (address,) = re.findall(r'action="(/committee/letters/[^"]+)"', page)
    assert ana.sends(address.removeprefix("/committee")).status_code == 400
    assert english_left(ana.page.replace(letter, ""), tag) == []
    ana.sends(address.removeprefix("/committee"), {"sentence": ReplySentence.PLEASE_ADD})
    assert letter not in ana.page
    assert english_left(ana.page, tag) == []


def test_the_list_leads_to_no_pair_and_is_no_other_committee_s(ana: Visitor, stranger: Visitor, letter: str) -> None:
    page = ana.goes_to("/letters").text
    main = page[page.index("<main") : page.index("</main")]
    assert "/cards/" not in main
    assert letter not in stranger.goes_to("/letters").text
    (address,) = re.findall(r'action="(/committee/letters/[^"]+)"', page)
    stranger.goes_to("/")
    answer = stranger.sends(address.removeprefix("/committee"), {"sentence": ReplySentence.WE_READ_IT})
    assert answer.status_code == 404
