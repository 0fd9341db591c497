"""The files beside the pages: kept for ever under the digest of their content."""

import re

import pytest
from flask import Flask

from web.assets import STATIC, asset


def test_a_file_is_kept_for_ever_under_the_digest_of_its_content(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        addresses = [asset(path.name) for path in STATIC.iterdir()]
    assert addresses
    for address in addresses:
        answer = unconnected_family.test_client().get(address)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", ["/static/0000000000000000/style.css", "/static/0/../../wsgi.py", "/static/0/.env"])
def test_another_digest_or_file_is_not_found(unconnected_family: Flask, address: str) -> None:
    assert unconnected_family.test_client().get(address).status_code == 404


def test_the_style_sheet_is_small_and_knows_no_left_or_right() -> None:
    sheet = (STATIC / "style.css").read_text(encoding="utf-8")
    assert len(sheet.encode()) < 15_000
    assert re.findall(r"(?:margin|padding|border)-(?:left|right)|[\s;{](?:left|right|float)\s*:", sheet) == []


def test_a_file_is_sent_as_what_it_is(unconnected_family: Flask) -> None:
    client = unconnected_family.test_client()
    with unconnected_family.test_request_context():
        addresses = {name: asset(name) for name in ("style.css", "leave.js", "icon.svg")}
    kinds = {name: client.get(address).mimetype for name, address in addresses.items()}
    assert kinds == {"style.css": "text/css", "leave.js": "text/javascript", "icon.svg": "image/svg+xml"}
