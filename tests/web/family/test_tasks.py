"""What a family can do for its search, one thing at a time."""

import re

import pytest

from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.family.pages import main_pages
from web.family.tasks import TASKS, task_with


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """Somebody who has filed a search and opened it."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


def test_every_question_of_the_form_belongs_to_one_task_and_every_task_has_a_name_of_its_own() -> None:
    asked = [slug for task in TASKS for slug in task.pages]
    assert sorted(asked) == sorted(one.slug for one in main_pages())
    assert len({task.slug for task in TASKS}) == len({task.title for task in TASKS}) == len(TASKS)
    assert all(1 <= task.minutes <= 8 for task in TASKS)


def test_the_page_of_one_mark_belongs_to_the_task_of_marks() -> None:
    task = task_with("mark-place")
    assert task is not None
    assert task.slug == "marks"
    assert task_with("no-such-page") is None


def test_every_task_on_the_page_of_a_search_leads_to_a_page(at_home: Visitor) -> None:
    shown = at_home.page[at_home.page.index("What you can add") :]
    links = re.findall(r'<li><a href="([^"]+)">', shown)[: len(TASKS)]
    assert len(set(links)) == len(TASKS)
    for link in links:
        assert at_home.goes_to(link).status_code == 200, link


def test_a_task_says_that_it_is_done(at_home: Visitor) -> None:
    assert "<strong>Done</strong>" not in at_home.page
    at_home.goes_to("/case/change/marks")
    at_home.sends("/case/change/marks", {"marks-answer": "none"})
    at_home.goes_to("/case/change/review")
    at_home.sends("/case/change/review")
    assert "<strong>Done</strong>" in at_home.page
