"""Help in each country and numbers in danger: what the operator wrote, for anybody."""

from dataclasses import replace
from pathlib import Path

import pytest

from search.files.information_pages import InformationShelf
from tests.fixtures.languages import english_left
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search
from web.context import Context
from web.family import create_family

HEAD = "title: {title}\nsource: Committee of the North\nchecked_on: 2026-11-01"


def page(title: str, text: str = "Words.", more: str = "") -> str:
    return f"---\n{HEAD.format(title=title)}\n{more}---\n{text}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The operator's folder, empty at first."""
    made = tmp_path / "pages"
    (made / "all").mkdir(parents=True)
    (made / "mx").mkdir()
    return made


@pytest.fixture
def reader(unconnected: Context, folder: Path) -> Visitor:
    """Somebody without an account, at a portal whose operator has a folder."""
    settings = replace(unconnected.settings, information=folder)
    return Visitor(create_family(replace(unconnected, settings=settings)).test_client())


def test_pages_stand_by_country_with_source_and_day_and_need_no_account(reader: Visitor, folder: Path) -> None:
    (folder / "mx" / "rights.en.md").write_text(page("Your rights", "## First\n\n- [ours](https://a.example)"), "utf-8")
    (folder / "all" / "extortion.en.md").write_text(page("Somebody asks for money"), "utf-8")
    reader.goes_to("/")
    assert 'href="/info"' in reader.page
    reader.goes_to("/info")
    assert 'href="/info/mx">Mexico<' in reader.page
    assert 'href="/info/all/extortion"' in reader.page
    reader.goes_to("/info/mx")
    assert "Your rights" in reader.page
    assert "Somebody asks for money" not in reader.page
    reader.goes_to("/info/mx/rights")
    assert "Last checked on 1 November 2026." in reader.page
    assert "Source: <bdi>Committee of the North</bdi>" in reader.page
    assert '(<a href="https://a.example" rel="noopener noreferrer">' in reader.page


def test_what_is_not_there_is_not_found_and_no_page_leads_to_it(reader: Visitor) -> None:
    for address in ("/info", "/info/mx", "/info/MX", "/info/all", "/info/mx/rights", "/info/mx/danger", "/danger"):
        assert reader.goes_to(address).status_code == 404, address
        assert 'href="/info"' not in reader.page
        assert 'href="/danger"' not in reader.page


def test_a_number_in_danger_is_there_only_with_the_day_on_which_it_was_tried(reader: Visitor, folder: Path) -> None:
    """This number was last tried on …"""
    more = "number: +52 55 5555 0123\n"
    (folder / "danger.en.md").write_text(page("Rescue", more=more), "utf-8")
    assert reader.goes_to("/danger").status_code == 404
    assert 'href="/danger"' not in reader.page
    assert "5555 0123" not in reader.page


def test_a_number_that_was_tried_is_shown_with_its_day_and_linked_everywhere(reader: Visitor, folder: Path) -> None:
    more = "number: +52 55 5555 0123\ntried_on: 2026-11-20\n"
    (folder / "danger.en.md").write_text(page("Rescue at sea", more=more), "utf-8")
    (folder / "mx" / "danger.en.md").write_text(page("Rescue", more=more.replace("0123", "0199")), "utf-8")
    reader.goes_to("/open")
    assert 'href="/danger"' in reader.page
    reader.goes_to("/danger")
    assert reader.page.count("This number was last tried on 20 November 2026.") == 2
    assert 'href="tel:+525555550123"' in reader.page
    assert 'href="tel:+525555550199"' in reader.page
    # There is no page of help beside the numbers.
    assert reader.goes_to("/info").status_code == 404


def test_a_page_is_read_in_the_readers_language_else_in_another_that_is_named(reader: Visitor, folder: Path) -> None:
    (folder / "all" / "rights.en.md").write_text(page("Rights"), "utf-8")
    (folder / "all" / "rights.es.md").write_text(page("Derechos"), "utf-8")
    (folder / "all" / "boats.fr.md").write_text(page("Bateaux"), "utf-8")
    reader.goes_to("/info/all/rights?lang=es")
    assert "Derechos" in reader.page
    reader.goes_to("/info/all/rights?lang=ar")
    assert '<h1 lang="en"><bdi>Rights</bdi></h1>' in reader.page
    assert "الإنجليزية" in reader.page
    reader.goes_to("/info/all/boats?lang=en")
    assert "French" in reader.page


def test_nothing_that_the_operator_wrote_becomes_html(reader: Visitor, folder: Path) -> None:
    hostile = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y> [y](https://a"onclick=z)'
    (folder / "all" / "x.en.md").write_text(page("<b>T</b>", hostile), "utf-8")
    reader.goes_to("/info/all/x")
    assert "<script>alert" not in reader.page
    assert "<img" not in reader.page
    assert "<b>T" not in reader.page
    assert 'href="javascript' not in reader.page
    assert "onclick=z&#34;" not in reader.page
    assert "a&#34;onclick=z" in reader.page


def test_the_pages_speak_the_readers_language(reader: Visitor, folder: Path) -> None:
    more = "number: 112\ntried_on: 2026-11-20\n"
    (folder / "mx" / "rights.ar.md").write_text(
        page("حقوق", "كلمات").replace("Committee of the North", "لجنة"), "utf-8"
    )
    (folder / "danger.ar.md").write_text(
        page("إنقاذ", "كلمات", more).replace("Committee of the North", "لجنة"), "utf-8"
    )
    for address in ("/info?lang=ar", "/info/mx", "/info/mx/rights", "/danger"):
        assert reader.goes_to(address).status_code == 200
        assert english_left(reader.page, "ar") == [], address


def test_where_a_family_may_give_a_sample_it_is_led_to_what_that_means(context: Context, folder: Path) -> None:
    settings = replace(context.settings, information=folder)
    family = Visitor(create_family(replace(context, settings=settings, shelf=InformationShelf())).test_client())
    (folder / "all" / "forensic.en.md").write_text(page("What a sample is"), "utf-8")
    files_search(family)
    family.goes_to("/case/consents/forensic")
    assert 'href="/info/all/forensic" lang="en"><bdi>What a sample is</bdi>' in family.page
    family.goes_to("/case/consents/naming")
    assert "/info/all/" not in family.page
