"""The files beside the pages: kept for ever under the digest of their content."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask import Flask

from i18n.locales import LOCALES
from web import assets
from web.assets import FONTS, STATIC, asset


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


def test_the_first_screen_of_a_phone_gets_a_name_and_icons_and_keeps_nothing(unconnected_family: Flask) -> None:
    client = unconnected_family.test_client()
    page = client.get("/").text
    (address,) = re.findall(r'<link rel="manifest" href="([^"]+)">', page)
    answer = client.get(address)
    told = json.loads(answer.data)
    assert answer.mimetype == "application/manifest+json"
    assert (told["name"], told["display"]) == ("Ovillo", "browser")
    assert urljoin(address, told["start_url"]) == urljoin(address, told["scope"]) == "/"
    for icon in told["icons"]:
        drawn = client.get(urljoin(address, icon["src"]))
        assert (drawn.status_code, drawn.mimetype) == (200, icon["type"])
    assert "manifest-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "serviceWorker" not in page + "".join(path.read_text() for path in STATIC.glob("*.js"))


def test_letters_of_our_own_come_in_a_sheet_that_names_their_file(
    unconnected_family: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "invented.woff2").write_bytes(b"wOF2")
    monkeypatch.setattr(assets, "FONTS", tmp_path)
    assets._file.cache_clear()
    client = unconnected_family.test_client()
    with unconnected_family.test_request_context():
        sheet = asset("invented.css")
    (font,) = re.findall(r'url\("([^"]+)"\)', client.get(sheet).text)
    assert client.get(urljoin(sheet, font)).mimetype == "font/woff2"
    assets._file.cache_clear()


def test_letters_of_our_own_are_light_and_have_a_licence() -> None:
    for name in [row.font for row in LOCALES if row.font]:
        assert (FONTS / name).stat().st_size <= 60_000
        assert (FONTS / name).with_suffix(".licence.txt").is_file()
