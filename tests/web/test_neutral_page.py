"""Where the quick exit ends."""

import dataclasses
from typing import Any

import pytest

from tests.fixtures.visitor import Visitor
from web.context import Context
from web.family import create_family
from web.partner import create_partner

PAGES = (("", "https://news.example/"), ("ER", "https://weather.example/"))


@pytest.fixture
def chosen(unconnected: Context) -> Context:
    """An installation whose operator chose where the exit ends."""
    return dataclasses.replace(unconnected, settings=dataclasses.replace(unconnected.settings, leave_to=PAGES))


@pytest.mark.parametrize(
    ("accepted", "ends"),
    [
        ("", "https://news.example/"),
        ("ti", "https://news.example/"),
        ("ti-ER,ti;q=0.9", "https://weather.example/"),
        ("ti,ti-er;q=0.9", "https://weather.example/"),
        ("ti-Ethi-ER", "https://weather.example/"),
        ("es-MX,ti-ER;q=0.5", "https://news.example/"),
        ("er", "https://news.example/"),
        (",;=-,--", "https://news.example/"),
    ],
)
def test_the_exit_ends_on_the_operators_page_for_the_country_that_the_browser_names(
    chosen: Context, accepted: str, ends: str
) -> None:
    headers: dict[str, Any] = {"headers": {"Accept-Language": accepted}}
    assert create_family(chosen).test_client().get("/leave", **headers).location == ends
    staff = Visitor(create_partner(chosen).test_client())
    assert f'id="leave" href="{ends}"' in staff.goes_to("/sign-in", **headers).text


def test_a_page_of_a_family_leaves_by_the_server(chosen: Context) -> None:
    page = Visitor(create_family(chosen).test_client()).goes_to("/").text
    assert 'id="leave" href="/leave"' in page
    assert "news.example" not in page
