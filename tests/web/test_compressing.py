"""Pages are packed for whoever can unpack them, and never where their length could tell something."""

import gzip
import re

import pytest
from werkzeug.test import TestResponse

from tests.fixtures.visitor import Visitor
from web.access_table import ACCESS

PACKED = {"Accept-Encoding": "gzip, deflate, br"}


def asked(visitor: Visitor, address: str, **headers: str) -> TestResponse:
    """An answer to a browser that can unpack."""
    return visitor.client.get(address, headers={**PACKED, **headers})


def test_a_page_is_packed_to_less_than_half_and_says_the_same(passer_by: Visitor) -> None:
    plain, packed = passer_by.client.get("/how-it-works"), asked(passer_by, "/how-it-works")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize("accepts", ["", "br", "identity", "gzip;q=0"])
def test_a_browser_that_cannot_unpack_gets_the_page_as_it_is(passer_by: Visitor, accepts: str) -> None:
    assert "Content-Encoding" not in asked(passer_by, "/how-it-works", **{"Accept-Encoding": accepts}).headers


def test_files_are_packed_and_small_ones_and_pictures_are_left(passer_by: Visitor) -> None:
    page = passer_by.client.get("/").text
    sheet, icon = re.findall(r'href="(/static/[^"]+)"', page)[0], re.search(r'href="([^"]+icon.svg)"', page)
    packed = asked(passer_by, sheet)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(gzip.decompress(packed.data)) / 3
    assert packed.headers["Cache-Control"].startswith("public, max-age=31536000")
    assert icon is not None
    assert "Content-Encoding" not in asked(passer_by, icon[1]).headers


def test_the_head_of_a_page_has_the_length_of_its_packed_form(passer_by: Visitor) -> None:
    head = passer_by.client.head("/how-it-works", headers=PACKED)
    assert head.data == b""
    assert head.headers["Content-Length"] == asked(passer_by, "/how-it-works").headers["Content-Length"]


@pytest.mark.parametrize("address", ["/filed", "/open", "/together", "/new-words", "/case/erase"])
def test_no_page_on_which_words_stand_is_packed(address: str) -> None:
    assert [
        row.uncompressed for row in ACCESS if row.portal == "family" and row.method == "GET" and row.rule == address
    ] == [True]


def test_a_page_with_words_goes_as_it_is(passer_by: Visitor) -> None:
    assert "Content-Encoding" not in asked(passer_by, "/open").headers


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/search/names?check=a-word-that-somebody-guessed", {}),
        ("/search/names?Guess=1", {}),
        ("/search/names", {"Sec-Fetch-Site": "cross-site"}),
        ("/no-such-page", {}),
    ],
)
def test_what_somebody_else_may_have_written_is_not_packed(
    passer_by: Visitor, address: str, headers: dict[str, str]
) -> None:
    assert "Content-Encoding" not in asked(passer_by, address, **headers).headers


def test_our_own_arguments_are_packed(passer_by: Visitor) -> None:
    for address in ("/search/names?check=1&way=review", "/language?to=/search/names?check=1"):
        assert asked(passer_by, address).headers["Content-Encoding"] == "gzip"


def test_an_answer_to_a_form_is_not_packed(visitor: Visitor) -> None:
    visitor.goes_to("/open")
    answer = visitor.sends("/open", {"reference": "x" * 900, "words": ""}, headers=PACKED)
    assert "Content-Encoding" not in answer.headers or answer.request.method == "GET"
