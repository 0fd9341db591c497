"""The reader's language."""

import pytest
from flask import Flask

from i18n.translate import gettext
from tests.fixtures.languages import walked
from tests.fixtures.visitor import Visitor
from web.locale import _choose

TAGS = [row.tag for row in walked()]


def test_the_page_says_its_language_and_direction(passer_by: Visitor) -> None:
    assert '<html lang="en" dir="ltr">' in passer_by.goes_to("/").text


def test_a_language_that_is_not_offered_changes_nothing(passer_by: Visitor) -> None:
    passer_by.goes_to("/?lang=xx")
    assert '<html lang="en"' in passer_by.page


@pytest.mark.parametrize("tag", TAGS)
def test_a_chosen_language_stays_for_the_next_pages(passer_by: Visitor, tag: str) -> None:
    passer_by.goes_to(f"/how-it-works?lang={tag}")
    assert passer_by.place == "/how-it-works"
    passer_by.goes_to("/open")
    assert f'<html lang="{tag}"' in passer_by.page


@pytest.mark.parametrize("tag", TAGS)
def test_the_browser_is_asked_where_nothing_was_chosen(passer_by: Visitor, tag: str) -> None:
    passer_by.goes_to("/", headers={"Accept-Language": f"{tag};q=0.9, xx"})
    assert f'<html lang="{tag}"' in passer_by.page


def test_the_choice_keeps_the_rest_of_the_address(passer_by: Visitor) -> None:
    answer = passer_by.client.get("/search/age?check=1&lang=en")
    assert answer.headers["Location"].endswith("/search/age?check=1")


def test_a_choice_of_language_keeps_what_was_just_typed(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "ሰላም", "lang": "en"})
    assert visitor.place == "/search/names"
    assert 'value="ሰላም"' in visitor.page


@pytest.mark.parametrize("default_language", ["en", TAGS[-1]])
@pytest.mark.parametrize("accepted", ["de, zh;q=0.9", "*", "", "en;q=0"])
@pytest.mark.parametrize("address", ["/", "/how-it-works", "/no-such-page"])
def test_whoever_reads_none_of_our_languages_gets_the_one_the_installation_chose(
    passer_by: Visitor, default_language: str, accepted: str, address: str
) -> None:
    passer_by.goes_to(address, headers={"Accept-Language": accepted})
    assert f'<html lang="{default_language}"' in passer_by.page
    assert gettext(default_language, "Go to the page itself") in passer_by.page


@pytest.mark.parametrize("default_language", ["es"])
def test_a_language_that_a_reader_asks_for_or_chose_comes_before_the_installation_s(passer_by: Visitor) -> None:
    passer_by.goes_to("/", headers={"Accept-Language": "de, ar;q=0.1"})
    assert '<html lang="ar" dir="rtl"' in passer_by.page
    passer_by.goes_to("/?lang=en", headers={"Accept-Language": "de"})
    assert '<html lang="en"' in passer_by.page


@pytest.mark.parametrize("host", ["evil.example", "localhost:99"])
def test_a_choice_of_language_leads_to_a_path_whatever_host_a_visitor_names(passer_by: Visitor, host: str) -> None:
    answer = passer_by.client.get("/search/age?check=1&lang=en", headers={"Host": host})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/search/age?check=1")


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example"])
def test_no_path_can_be_written_so_that_the_choice_of_language_leads_to_another_host(
    unconnected_family: Flask, path: str
) -> None:
    with unconnected_family.test_request_context(environ_overrides={"PATH_INFO": path, "QUERY_STRING": "lang=en"}):
        answer = _choose()
    assert answer is not None
    assert not answer.headers["Location"].startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("prefix", ["", "/partner"])
def test_a_choice_of_language_stays_under_the_place_where_the_portal_is_mounted(
    unconnected_family: Flask, prefix: str
) -> None:
    with unconnected_family.test_request_context("/how-it-works?lang=es", environ_overrides={"SCRIPT_NAME": prefix}):
        answer = _choose()
    assert answer is not None
    assert answer.headers["Location"] == f"{prefix}/how-it-works"
