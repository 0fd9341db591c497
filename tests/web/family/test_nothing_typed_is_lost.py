"""Whatever a family types is found again: in what is stored, in the review and the case, and when it is changed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.fields import FieldRow
from tests.web.family.answers import sent_untouched
from tests.web.family.typing_people import FIELDS, draft_at_random, lost
from web.family.case_draft import CaseDraft
from web.family.draft_reading import case_so_far
from web.family.pages import main_pages

pytestmark = pytest.mark.usefixtures("request_of_today")


def is_kept(fields: list[FieldRow], seed: int) -> None:
    draft = draft_at_random(fields, random.Random(seed))  # noqa: S311 - what people type, not a secret
    case = case_so_far(CaseDraft(), draft)
    assert lost(draft, case) == []
    for page in [page for page in main_pages() if set(page.rows) & set(fields)]:
        assert case_so_far(case, sent_untouched(page, case)) == case


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.path)
def test_of_every_field_alone_nothing_is_lost(row: FieldRow) -> None:
    for seed in range(25):
        is_kept([row], seed)


@settings(max_examples=200)
@given(fields=st.lists(st.sampled_from(FIELDS), unique=True), seed=st.integers(0, 2**32))
def test_of_any_fields_together_nothing_is_lost(fields: list[FieldRow], seed: int) -> None:
    is_kept(fields, seed)
