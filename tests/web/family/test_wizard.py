"""The way through the pages: where a page leads, and what it says about answers that it cannot read."""

import itertools
import re

import pytest
from flask import Flask
from markupsafe import escape

from i18n.locales import LocaleRow
from i18n.translate import gettext, pgettext
from tests.fixtures.languages import english_left, walked
from tests.fixtures.untouched_forms import untouched
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.family.pages import all_pages, main_pages

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
# Of a page as it is sent, without its style sheets.
# Over the wire; with its files a page has 25 kB (tests/benchmarks/test_family_bytes.py).
MOST_BYTES = 6 * 1024
# Page, field, what is typed, and what the page answers.
UNREADABLE = [
    ("age", "birth-year", "19x8", "Please write a year, for example 1998. You can also leave your words as they are."),
    (
        "age", "birth-month", "soon",
        "Please write the month as a number or by its name. You can also leave your words as they are.",
    ),
    (
        "age", "birth-day", "32",
        "Please write the day as a number from 1 to 31. You can also leave your words as they are.",
    ),
    (
        "age", "age", "ageless",
        "Please write an age in years, for example 30, or 30-35. You can also leave your words as they are.",
    ),
    (
        "height", "height", "tall",
        "Please write a height, for example 170, or 5 ft 7 in. You can also leave your words as they are.",
    ),
    (
        "vessel", "journey-aboard", "many",
        "Please write a number, for example 40. You can also leave your words as they are.",
    ),
    (
        "nationality", "nationalities", "Nowhere land",
        "We do not know this as a country. You can write its name in another way, or leave your words as they are.",
    ),
    (
        "names", "names-full", "x" * 301,
        "This is longer than we can take here. We keep what you wrote. Please see whether fewer words are enough.",
    ),
]  # fmt: skip


def test_an_answer_that_cannot_be_read_is_explained_in_the_readers_language_and_stays_in_its_field(
    family: Flask,
) -> None:
    for row, (slug, field, typed, says) in itertools.product(walked(), UNREADABLE):
        visitor, case = Visitor(family.test_client()), (row.tag, slug, typed)
        visitor.goes_to(f"/search/{slug}?lang={row.tag}")
        visitor.sends(f"/search/{slug}", {field: typed})
        assert visitor.place == f"/search/{slug}", case
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in visitor.page, case
        assert f'<a href="#{field}">{escape(gettext(row.tag, says))}</a>' in visitor.page, case
        assert f'value="{typed}"' in visitor.page, case
        assert english_left(visitor.page, row.tag) == [], case


@LANGUAGES
def test_a_search_that_says_nothing_is_answered_in_the_readers_language(visitor: Visitor, row: LocaleRow) -> None:
    visitor.goes_to(f"/search/review?lang={row.tag}")
    visitor.sends("/search/review")
    enough = "Please tell us at least one thing about the person. Half a name, a nickname or a phone number is enough."
    assert f'role="alert"><p>{escape(gettext(row.tag, enough))}</p>' in visitor.page
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in visitor.page
    assert english_left(visitor.page, row.tag) == []


@LANGUAGES
@pytest.mark.parametrize("slug", [page.slug for page in main_pages()])
def test_a_page_is_asked_in_the_readers_language(passer_by: Visitor, row: LocaleRow, slug: str) -> None:
    passer_by.goes_to(f"/search/{slug}?lang={row.tag}")
    title = next(page.title for page in main_pages() if page.slug == slug)
    assert f"<h1>{escape(pgettext(row.tag, *title))}</h1>" in passer_by.page
    assert english_left(passer_by.page, row.tag) == []


@LANGUAGES
@pytest.mark.parametrize("slug", [page.slug for page in all_pages() if page.element_of and page.slug != "mark-picture"])
def test_a_page_of_one_element_is_asked_in_the_readers_language(passer_by: Visitor, row: LocaleRow, slug: str) -> None:
    passer_by.goes_to(f"/search/{slug}/1?lang={row.tag}")
    assert passer_by.place == f"/search/{slug}/1"
    assert english_left(passer_by.page, row.tag) == []


@pytest.mark.parametrize("address", ["/search/weight", "/search/mark", "/search/names/1", "/search/weight/1"])
def test_a_page_that_does_not_exist_is_not_found(passer_by: Visitor, address: str) -> None:
    assert passer_by.goes_to(address).status_code == 404


@pytest.mark.parametrize(
    ("slug", "way", "leads_to"),
    [
        ("names", "", "/search/parents"),
        ("sharing", "", "/search/naming"),
        ("naming", "", "/search/forensic"),
        ("forensic", "", "/search/review"),
        ("names", "?way=review", "/search/review"),
        ("names", "?way=elsewhere", "/search/parents"),
    ],
)
def test_an_answer_leads_to_the_next_page_or_back_to_the_review(
    visitor: Visitor, slug: str, way: str, leads_to: str
) -> None:
    visitor.goes_to(f"/search/{slug}{way}")
    visitor.sends(f"/search/{slug}{way}", {})
    assert visitor.place == leads_to


def test_the_page_says_how_far_one_has_come_and_how_long_it_takes(passer_by: Visitor) -> None:
    total = len(main_pages()) + 3
    passer_by.goes_to("/search/names")
    assert f"1 of {total}" in passer_by.page
    assert "about 12 minutes" in passer_by.page
    passer_by.goes_to("/search/forensic")
    assert f"{total} of {total}" in passer_by.page
    assert "about 1 minute" in passer_by.page


def test_what_was_typed_before_is_shown_again_and_another_page_leaves_it_alone(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "ሰላም"})
    visitor.sends("/search/parents", {"names-father": "ኪዳነ"})
    visitor.goes_to("/search/names")
    assert 'value="ሰላም"' in visitor.page
    visitor.goes_to("/search/parents")
    assert 'value="ኪዳነ"' in visitor.page


def test_a_page_takes_only_what_it_asks_for(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Amina", "sex": "male", "shown": "description.sex"})
    visitor.goes_to("/search/review")
    assert "Amina" in visitor.page
    assert "Male" not in visitor.page


def test_a_code_that_no_page_offers_is_no_answer(visitor: Visitor) -> None:
    visitor.goes_to("/search/sex")
    visitor.sends("/search/sex", {"sex": "enforcement"})
    visitor.goes_to("/search/review")
    assert "enforcement" not in visitor.page


@LANGUAGES
def test_no_page_is_heavier_than_a_slow_line_can_carry(passer_by: Visitor, row: LocaleRow) -> None:
    passer_by.goes_to(f"/?lang={row.tag}")
    addresses = [f"/search/{page.slug}/1" if page.element_of else f"/search/{page.slug}" for page in all_pages()]
    packed = {"Accept-Encoding": "gzip"}
    sizes = {place: len(passer_by.client.get(place, headers=packed).data) for place in addresses}
    assert {place: size for place, size in sizes.items() if size > MOST_BYTES} == {}


def test_the_way_back_keeps_what_was_typed_and_nothing_is_skipped_where_something_stands(visitor: Visitor) -> None:
    visitor.goes_to("/search/parents")
    assert 'value="skip"' in visitor.page
    visitor.sends("/search/parents", {"names-father": "Unsaved Father", "go": "back"})
    assert visitor.place == "/search/names"
    visitor.goes_to("/search/parents")
    assert 'value="Unsaved Father"' in visitor.page
    assert 'value="skip"' not in visitor.page
    visitor.goes_to("/search/last")
    visitor.sends("/search/last", {"event-place-text": "Sabha", "go": "back"})
    assert visitor.place == "/search/who"
    assert 'value="Sabha"' in visitor.goes_to("/search/last").text
    visitor.goes_to("/search/mark/1")
    visitor.sends("/search/mark/1", {"marks-words": "a scar", "go": "back"})
    assert visitor.place == "/search/marks"
    assert "a scar" in visitor.page


def test_eyes_and_hair_can_be_told_in_words_that_are_read_shown_back_and_kept(visitor: Visitor) -> None:
    visitor.goes_to("/search/face")
    visitor.sends("/search/face", {"traits-eyes-written": "ojos café", "traits-facial_hair-written": "bigote y barba"})
    assert visitor.place == "/search/face"
    assert visitor.page.count("Do you mean this?") >= 2
    assert 'name="traits-eyes-ask" value="brown"' in visitor.page
    again = {"traits-eyes-written": "ojos café", "traits-facial_hair-written": "bigote y barba"}
    visitor.sends("/search/face", {**again, "traits-eyes-ask": "brown", "traits-facial_hair-ask": ""})
    assert visitor.place != "/search/face"
    visitor.goes_to("/search/review")
    for shown in ("Brown", "“ojos café”", "“bigote y barba”"):
        assert shown in visitor.page, shown
    visitor.goes_to("/search/thing/1")
    visitor.sends("/search/thing/1", {"effects-item": "shirt"})
    visitor.sends("/search/thing-colour/1", {"effects-colour-written": "azul marino"})
    visitor.goes_to("/search/review")
    for shown in ("Blue", "“azul marino”"):
        assert shown in visitor.page, shown


SKIPPED = "You pressed “Skip this question”, but something is written here"


def test_what_was_typed_beside_a_press_of_skip_is_kept_and_asked_about(visitor: Visitor) -> None:
    typed = {
        "/search/parents": ("names-father", "Unsaved Father"),
        "/search/languages": ("languages", "the one of the hills"),
        "/search/last-contact": ("event-when-written", "before Eid"),
        "/search/last": ("event-place-text", "Sabha"),
        "/search/sharing": ("country", "Kenya"),
        "/witness/who": ("names-full", "Somebody seen"),
    }
    for address, (name, said) in typed.items():
        visitor.goes_to(address)
        shown = untouched(visitor.page)
        visitor.sends(address, {**shown, name: said, "go": "skip"})
        assert visitor.place == address
        assert SKIPPED in visitor.page, address
        assert said in visitor.page, address
        assert 'value="skip"' not in visitor.page or name == "country", address
        visitor.sends(address, {**untouched(visitor.page), "go": "save"})
        assert SKIPPED not in visitor.page, address


def test_a_press_of_skip_answers_nothing_that_was_only_chosen(visitor: Visitor) -> None:
    for address, name in (("/search/sex", "sex"), ("/search/marks", "marks-answer")):
        visitor.goes_to(address)
        shown = untouched(visitor.page)
        chosen = re.findall(rf'name="{name}"[^>]*value="([^"]+)"', visitor.page)[0]
        visitor.sends(address, {**shown, name: chosen, "go": "skip"})
        assert visitor.place != address
        visitor.goes_to(address)
        assert " checked" not in visitor.page, address


def test_at_a_filed_search_nothing_counts_that_was_skipped_before_it_is_saved(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    visitor.goes_to("/case/change/height")
    visitor.sends("/case/change/height", {**untouched(visitor.page), "height": "170", "go": "skip"})
    assert SKIPPED in visitor.page
    assert "170 cm" not in visitor.goes_to("/case").text
    assert 'value="170"' in visitor.goes_to("/case/change/height").text
    visitor.sends("/case/change/height", {**untouched(visitor.page), "go": "save"})
    assert "170 cm" in visitor.goes_to("/case").text
