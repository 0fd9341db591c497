"""The way through the questions: where a page leads, and what it says about answers that it cannot read."""

from collections.abc import Iterator

import pytest
from flask import Flask
from markupsafe import escape

from i18n.locales import LocaleRow
from i18n.offered_languages import offered
from i18n.translate import gettext
from tests.fixtures.languages import english_left
from tests.fixtures.visitor import Visitor
from tests.web.family.answers import RICH
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft
from web.family.new_search import FILING
from web.family.steps import BY_SLUG
from web.family.wizard import Course, draft_so_far

LANGUAGES = pytest.mark.parametrize("row", offered(), ids=lambda row: row.tag)
# Question, field, what is typed, and what the page answers.
UNREADABLE = [
    ("age", "birth-year", "19x8", "Please write a year, for example 1998. You can also leave this empty."),
    ("age", "birth-month", "14", "Please write the month as a number, or leave it empty."),
    ("age", "birth-day", "32", "Please write the day as a number from 1 to 31, or leave it empty."),
    ("age", "age", "ageless", "Please write an age in years, for example 30, or 30-35. You can also leave this empty."),
    ("body", "height", "tall", "Please write a height, for example 170, or 165-170. You can also leave this empty."),
    ("journey", "aboard", "many", "Please write a number, for example 40. You can also leave this empty."),
    (
        "numbers", "phones-0-number", "lost",
        "Please write the number in digits, best with + and the country code. You can also leave this empty.",
    ),
    ("names", "name", "x" * 301, "Please write a little less here."),
]  # fmt: skip


@LANGUAGES
@pytest.mark.parametrize(("slug", "field", "typed", "says"), UNREADABLE)
def test_an_answer_that_cannot_be_read_is_explained_in_the_readers_language_and_stays_in_its_field(
    visitor: Visitor, row: LocaleRow, slug: str, field: str, typed: str, says: str
) -> None:
    visitor.goes_to(f"/search/{slug}?lang={row.tag}")
    visitor.sends(f"/search/{slug}", {field: typed})
    assert visitor.place == f"/search/{slug}"
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in visitor.page
    assert f'<a href="#{field}">{escape(gettext(row.tag, says))}</a>' in visitor.page
    assert f'value="{typed}"' in visitor.page
    assert english_left(visitor.page, row.tag) == []


@LANGUAGES
def test_a_search_that_says_nothing_is_answered_in_the_readers_language(visitor: Visitor, row: LocaleRow) -> None:
    visitor.goes_to(f"/search/review?lang={row.tag}")
    visitor.sends("/search/review")
    enough = "Please tell us at least one thing about the person: half a name, a nickname or a phone number is enough."
    assert f'role="alert"><p>{escape(gettext(row.tag, enough))}</p>' in visitor.page
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in visitor.page
    assert english_left(visitor.page, row.tag) == []


@LANGUAGES
@pytest.mark.parametrize("slug", BY_SLUG)
def test_a_question_is_asked_in_the_readers_language(passer_by: Visitor, row: LocaleRow, slug: str) -> None:
    passer_by.goes_to(f"/search/{slug}?lang={row.tag}")
    assert str(escape(gettext(row.tag, BY_SLUG[slug].title))) in passer_by.page
    assert english_left(passer_by.page, row.tag) == []


def test_a_question_that_does_not_exist_is_not_found(passer_by: Visitor) -> None:
    assert passer_by.goes_to("/search/weight").status_code == 404


@pytest.mark.parametrize(
    ("slug", "way", "leads_to"),
    [
        ("names", "", "/search/age"),
        ("sharing", "", "/search/review"),
        ("names", "?way=review", "/search/review"),
        ("names", "?way=elsewhere", "/search/age"),
    ],
)
def test_an_answer_leads_to_the_next_question_or_back_to_the_review(
    visitor: Visitor, slug: str, way: str, leads_to: str
) -> None:
    visitor.goes_to(f"/search/{slug}{way}")
    visitor.sends(f"/search/{slug}{way}", {})
    assert visitor.place == leads_to


def test_the_page_says_how_far_one_has_come_and_how_long_it_takes(passer_by: Visitor) -> None:
    passer_by.goes_to("/search/names")
    assert "1 of 12" in passer_by.page
    assert "about 10 minutes" in passer_by.page
    passer_by.goes_to("/search/sharing")
    assert "12 of 12" in passer_by.page
    assert "about 1 minute" in passer_by.page


def test_what_was_typed_before_is_shown_again(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"name": "ሰላም"})
    visitor.goes_to("/search/names")
    assert 'value="ሰላም"' in visitor.page


@pytest.fixture
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Forms read the portal's clock."""
    with unconnected_family.test_request_context():
        yield


def course(base: CaseDraft) -> Course:
    return Course(draft="draft", question="", review="", erase="", base=lambda: base, in_order=True)


@pytest.mark.usefixtures("request_of_today")
def test_a_case_without_answers_is_its_base() -> None:
    assert draft_so_far(course(RICH), Draft(), complete=True) == RICH
    assert draft_so_far(FILING, Draft()) == CaseDraft()


@pytest.mark.usefixtures("request_of_today")
def test_what_no_field_could_take_is_kept_in_words_only_when_the_case_is_filed() -> None:
    draft = Draft(answers={"age": {"birth-year": ["the flood"], "age": ["30"]}, "journey": {"aboard": ["many"]}})
    so_far = draft_so_far(course(CaseDraft()), draft)
    filed = draft_so_far(course(CaseDraft()), draft, complete=True)
    assert so_far.sought.words == ""
    assert filed.sought.words == "Year: the flood\nHow many people were on board?: many"
    assert filed.sought.age is not None
    assert (filed.sought.age.low, filed.sought.birth, filed.journey.aboard) == (30, None, None)
