"""Whatever a family types is found again: in what is stored, in the review and the case, and when it is changed."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n.locales import LocaleRow
from search.fields import FieldRow
from tests.fixtures.languages import walked
from tests.fixtures.visitor import Visitor
from tests.web.family.answers import sent_untouched
from tests.web.family.typing_people import FIELDS, draft_at_random, lost
from web.family.case_draft import CaseDraft
from web.family.draft_reading import case_so_far
from web.family.pages import main_pages

TODAY = pytest.mark.usefixtures("request_of_today")


def is_kept(fields: list[FieldRow], seed: int) -> None:
    draft = draft_at_random(fields, random.Random(seed))  # noqa: S311 - what people type, not a secret
    case = case_so_far(CaseDraft(), draft)
    assert lost(draft, case) == []
    for page in [page for page in main_pages() if set(page.rows) & set(fields)]:
        assert case_so_far(case, sent_untouched(page, case)) == case


@TODAY
@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.path)
def test_of_every_field_alone_nothing_is_lost(row: FieldRow) -> None:
    for seed in range(25):
        is_kept([row], seed)


@TODAY
@pytest.mark.slow
@pytest.mark.measurement
def test_of_ten_thousand_partial_filings_nothing_is_lost() -> None:
    for seed in range(10_000):
        chance = random.Random(seed)  # noqa: S311 - what people type, not a secret
        is_kept(chance.sample(FIELDS, chance.randint(1, 6)), seed)


@TODAY
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.lists(st.sampled_from(FIELDS), unique=True), seed=st.integers(0, 2**32))
def test_of_any_fields_together_nothing_is_lost(fields: list[FieldRow], seed: int) -> None:
    is_kept(fields, seed)


# Page, what is sent there, and the words of it that nobody can read.
ODD: list[tuple[str, dict[str, Any], list[str]]] = [
    ("age", {"birth-written": "قبل العيد", "age": "as tall as the door"}, ["قبل العيد", "as tall as the door"]),
    (
        "birth-place",
        {"birth_place-text": "Old Town", "birth_place-country": "Tuareg land"},
        ["Old Town", "Tuareg land"],
    ),
    ("nationality", {"nationalities": ["Eritrea", "Nowhere land"]}, ["Nowhere land"]),
    ("languages", {"languages": ["Hassaniya, French"]}, ["Hassaniya, French"]),
    ("vessel", {"journey-aboard": "as many as fit"}, ["as many as fit"]),
    ("height", {"height": "taller than me"}, ["taller than me"]),
    ("phone/1", {"phones-number": "the one on the wall"}, ["the one on the wall"]),
    ("paper/1", {"documents-country": "Kingdom of Nowhere"}, ["Kingdom of Nowhere"]),
    ("contact-safe/1", {"contacts-safe_hours": "when the shop is shut"}, ["when the shop is shut"]),
]


@pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
def test_words_are_in_the_review_the_case_and_the_change_of_it_in_every_language(
    visitor: Visitor, row: LocaleRow
) -> None:
    visitor.goes_to(f"/search/names?lang={row.tag}")
    for slug, sent, _ in ODD:
        visitor.sends(f"/search/{slug}", {**sent, "go": "save"})
    words = [word for _, _, said in ODD for word in said]
    visitor.goes_to("/search/review")
    assert [word for word in words if word not in visitor.page] == []
    visitor.sends("/search/review")
    visitor.sends("/filed")
    assert visitor.place == "/case"
    assert [word for word in words if word not in visitor.page] == []
    for slug, _, said in ODD:
        visitor.goes_to(f"/case/change/{slug}")
        assert [word for word in said if word not in visitor.page] == []
