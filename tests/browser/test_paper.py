"""The form on paper: two sheets of A4 in every language."""

import re
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from i18n.division import Catalogue
from i18n.offered_languages import offered
from tests.fixtures.serving import serving

pytestmark = pytest.mark.browser
_SHEET = re.compile(rb"/Type\s*/Page[^s]")
_A4 = re.compile(rb"/MediaBox\s*\[\s*0 0 59[45]\.?\d* 84[12]\.?\d*\s*\]")


def test_the_form_is_printed_on_two_sheets_in_every_language(
    unconnected_family: Flask, page: Page, tmp_path: Path
) -> None:
    with serving(unconnected_family) as address:
        for row in offered(Catalogue.FAMILY):
            page.goto(f"{address}/paper?lang={row.tag}")
            printed = page.pdf(path=tmp_path / f"{row.tag}.pdf", prefer_css_page_size=True)
            assert len(_SHEET.findall(printed)) == 2, row.tag
            assert _A4.search(printed), row.tag
