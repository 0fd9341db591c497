"""Who is behind this, what becomes of what one writes, how to help somebody: pages for anybody."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from i18n.catalogue_files import pot_path
from i18n.division import Catalogue
from search.files.information_pages import InformationShelf
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.family import create_family

ADDRESSES = ("/about", "/privacy", "/kept", "/help-somebody", "/how-it-works")


def test_every_page_of_families_leads_to_who_answers_for_it(passer_by: Visitor) -> None:
    for address in ("/", "/open", "/witness", "/search/names", "/nowhere", *ADDRESSES):
        passer_by.goes_to(address)
        for linked in ("/about", "/how-it-works", "/privacy"):
            # A link, or a button of a form, which is kept before it leads away.
            assert re.search(rf'(?:href|name="elsewhere" value)="{linked}"', passer_by.page), address


def test_the_first_page_has_a_door_for_whoever_is_not_searching(passer_by: Visitor) -> None:
    passer_by.goes_to("/")
    assert 'href="/witness"' in passer_by.page
    assert 'href="/help-somebody"' in passer_by.page


def test_wherever_a_family_reads_of_the_police_it_reads_that_a_forensic_service_can_be_theirs(
    passer_by: Visitor,
) -> None:
    for address in ("/", "/privacy"):
        passer_by.goes_to(address)
        assert "it can belong to the police of its country" in passer_by.page, address


@pytest.mark.parametrize("tag", [row.tag for row in walked(Catalogue.FAMILY)])
def test_the_pages_speak_the_readers_language(passer_by: Visitor, tag: str) -> None:
    passer_by.goes_to(f"/?lang={tag}")
    for address in ADDRESSES:
        passer_by.goes_to(address)
        assert english_left(passer_by.page, tag) == [], address


def test_one_cookie_holds_the_language_and_keys_and_no_word_that_was_typed(visitor: Visitor) -> None:
    """One small file (a cookie). It holds your language, and keys to what you began here."""
    visitor.goes_to("/search/names?lang=es")
    visitor.sends("/search/names", {"names-full": "Planted Marker"})
    visitor.goes_to("/phone")
    visitor.sends("/phone", {"answer": "yes"})
    for address in ("/", "/search/review", "/open", "/its-me/who", "/complain", "/witness"):
        named = {one.partition("=")[0] for one in visitor.goes_to(address).headers.getlist("Set-Cookie")}
        assert named <= {"ovillo-family"}, address
    with visitor.client.session_transaction() as cookie:
        assert "Planted" not in str(dict(cookie))
        assert cookie["language"] == "es"


def test_no_sentence_of_these_pages_asks_for_money() -> None:
    """No page here asks you for money: whoever speaks of it warns of those who do, or asks about them."""
    with pot_path(Catalogue.FAMILY).open("rb") as template:
        said = [message.id if isinstance(message.id, str) else message.id[1] for message in read_po(template)]
    of_money = re.compile(r"\b(money|pay|pays|paid|fees?|costs?|prices?|donat\w+|charge[sd]?)\b", re.IGNORECASE)
    warns = re.compile(r"[Nn]obody|No page here|ask(s|ed) (you )?for money|[Mm]oney( sent.*)?$")
    assert [text for text in said if of_money.search(text) and not warns.search(text)] == []


def test_where_nobody_said_who_is_behind_this_the_page_says_so(unconnected: Context, tmp_path: Path) -> None:
    settings = replace(unconnected.settings, information=tmp_path)
    reader = Visitor(create_family(replace(unconnected, settings=settings)).test_client())
    reader.goes_to("/about")
    assert "have not yet written here who they are" in reader.page
    assert "This is a demonstration." in reader.page
    head = "---\ntitle: Us\nsource: The board\nchecked_on: 2026-11-01\n---\n"
    (tmp_path / "about.en.md").write_text(f"{head}We are the Committee of the North.", "utf-8")
    (tmp_path / "privacy.en.md").write_text(f"{head}The authority is in Tunis.", "utf-8")
    real = replace(unconnected.settings, information=tmp_path, demonstration=False)
    reader = Visitor(create_family(replace(unconnected, settings=real, shelf=InformationShelf())).test_client())
    reader.goes_to("/about")
    assert "We are the Committee of the North." in reader.page
    assert "have not yet written here" not in reader.page
    assert "This is a demonstration." not in reader.page
    reader.goes_to("/privacy")
    assert "The authority is in Tunis." in reader.page
