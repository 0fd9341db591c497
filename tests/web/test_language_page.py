"""One button leads to the page of languages, and back to the page that one came from with everything that was typed."""

import re
from html import unescape

import pytest
from flask import Flask

from i18n.locales import LOCALES, LocaleRow
from i18n.offered_languages import offered
from tests.fixtures.visitor import Visitor
from web.language_page import language_words, own_page

OTHER = [row.tag for row in offered() if row.tag != "en"]


def ways(page: str) -> dict[str, str]:
    """Where each language of the page leads."""
    found = re.findall(r'href="([^"]+)" hreflang="(\w+)"', page)
    return {tag: unescape(address) for address, tag in found}


def test_a_page_has_one_button_and_the_page_of_languages_names_each_in_its_own_script(passer_by: Visitor) -> None:
    page = passer_by.goes_to("/how-it-works").text
    assert page.count('href="?lang=choose"') == page.count('class="languages"') == 1
    assert "hreflang" not in page
    page = passer_by.goes_to("/how-it-works?lang=choose").text
    for row in offered():
        assert f'hreflang="{row.tag}" lang="{row.tag}" dir="{row.direction}"' in page
        assert f">{row.name}</a>" in page
    assert page.count('aria-current="true"') == 1


@pytest.mark.parametrize("tag", OTHER)
def test_the_choice_leads_back_to_the_page_that_one_came_from(passer_by: Visitor, tag: str) -> None:
    page = passer_by.goes_to("/search/age?check=1&way=2&lang=choose").text
    passer_by.goes_to(ways(page)[tag])
    assert passer_by.place == "/search/age"
    assert f'<html lang="{tag}"' in passer_by.page


@pytest.mark.parametrize("tag", OTHER)
def test_what_is_typed_is_kept_by_the_button_and_shown_in_the_other_language(visitor: Visitor, tag: str) -> None:
    page = visitor.goes_to("/search/names").text
    assert '<button form="answers" name="lang" value="choose" formnovalidate>' in page
    page = visitor.sends("/search/names", {"names-full": "ሰላም", "lang": "choose"}).text
    assert visitor.place == "/language"
    visitor.goes_to(ways(page)[tag])
    assert f'<html lang="{tag}"' in visitor.page
    assert 'value="ሰላም"' in visitor.page


@pytest.mark.parametrize(
    "named",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "/no-such-page", "javascript:alert(1)", "", "open"],
)
def test_no_address_but_a_page_of_ours_is_led_back_to(unconnected_family: Flask, named: str) -> None:
    with unconnected_family.test_request_context("/language"):
        assert own_page(named) is None


def test_the_page_of_languages_leads_to_the_first_page_where_it_is_told_nothing(passer_by: Visitor) -> None:
    page = passer_by.goes_to("/language?to=https://evil.example/x").text
    assert "evil" not in page
    assert all(address.startswith("/?lang=") for address in ways(page).values())


def test_whoever_seems_to_read_none_of_ours_finds_every_language_at_the_top_of_the_first_page(
    passer_by: Visitor,
) -> None:
    chinese = {"Accept-Language": "zh-CN,zh;q=0.9"}
    answer = passer_by.client.get("/", headers=chinese)
    top = answer.text.partition("<main")[0]
    assert answer.status_code == 200
    assert set(ways(top)) == set(OTHER)
    assert all(f">{row.name}<" in top for row in offered())
    # Nowhere else, not beside a language that is offered, and not once one was chosen.
    assert "hreflang" not in passer_by.client.get("/how-it-works", headers=chinese).text
    assert "hreflang" not in passer_by.client.get("/", headers={"Accept-Language": "zh-CN, es;q=0.1"}).text
    passer_by.goes_to("/?lang=es", headers=chinese)
    assert "hreflang" not in passer_by.client.get("/", headers=chinese).text


@pytest.mark.parametrize("row", LOCALES, ids=lambda row: row.tag)
def test_the_button_says_language_in_three_scripts_or_languages(unconnected_family: Flask, row: LocaleRow) -> None:
    with unconnected_family.test_request_context(f"/?lang={row.tag}"):
        unconnected_family.preprocess_request()
        words = language_words()
    assert len({word.word for word in words}) == 3
