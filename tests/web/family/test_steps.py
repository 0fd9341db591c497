"""All questions: their order, and that a look at them changes nothing."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.web.family.answers import RICH, problems_of, read, unchanged
from web.family.case_draft import CaseDraft
from web.family.steps import BY_SLUG, STEPS, Step


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Forms read the portal's clock."""
    with unconnected_family.test_request_context():
        yield


def test_who_is_sought_is_asked_first_and_who_may_see_it_last() -> None:
    assert [step.slug for step in STEPS] == [
        "names", "age", "origin", "last-contact", "journey", "body", "marks", "belongings", "numbers", "anything-else",
        "about-you", "sharing",
    ]  # fmt: skip
    assert tuple(BY_SLUG[step.slug] for step in STEPS) == STEPS


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_a_page_that_was_filled_and_sent_off_untouched_changes_nothing(step: Step) -> None:
    after = read(step, RICH, unchanged(step, RICH))
    assert _sorted_names(after) == _sorted_names(RICH)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_an_empty_page_says_nothing(step: Step) -> None:
    assert read(step, CaseDraft(), unchanged(step, CaseDraft())) == CaseDraft()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_an_answer_to_one_question_leaves_the_others_alone(step: Step) -> None:
    emptied = step.read(RICH, step.form().data)
    assert emptied != RICH
    for other in STEPS:
        if other is not step:
            assert other.fill(emptied) == other.fill(RICH)


@pytest.mark.parametrize(
    ("slug", "field", "typed"),
    [
        ("age", "birth-year", "19x8"),
        ("age", "birth-month", "14"),
        ("age", "age", "ageless"),
        ("body", "height", "tall"),
        ("journey", "aboard", "many"),
        ("numbers", "phones-0-number", "lost"),
    ],
)
def test_what_cannot_be_read_is_explained_with_a_way_out(slug: str, field: str, typed: str) -> None:
    messages = problems_of(slug, **{field: typed})
    assert messages
    assert all(message.startswith("Please ") and "empty" in message for message in messages)


def _sorted_names(case: CaseDraft) -> CaseDraft:
    """The order of names of different kinds means nothing."""
    return case.with_sought(names=tuple(sorted(case.sought.names, key=lambda name: (name.kind, name.text))))
