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


def shown(page: str) -> tuple[list[str], list[str]]:
    """The tasks on the page of a search: those in sight, and those that are folded."""
    seen, _, folded = page[page.index("What you can add") : page.index('class="folds"')].partition("<details>")
    first, more = (re.findall(r'<li><a href="([^"]+)">', part) for part in (seen, folded))
    return first, more


def test_what_is_missed_most_stands_first_and_nothing_that_is_done_does(at_home: Visitor) -> None:
    first, more = shown(at_home.page)
    assert first == ["/case/change/only-you", "/case/inbox"], "a way to be reached is asked above"
    assert "no way to reach you" in at_home.page
    place = "/case/change/only-you-question/1"
    at_home.goes_to(place)
    at_home.sends(place, {"control_questions-question": "What was the dog called?", "control_questions-answer": "Kibo"})
    at_home.goes_to("/case/change/contact/1")
    at_home.sends("/case/change/contact/1", {"contacts-value": "+4915112345678"})
    at_home.goes_to("/case/change/marks")
    at_home.sends("/case/change/marks", {"marks-answer": "none"})
    now_first, now_more = shown(at_home.page)
    assert now_first == ["/case/inbox", "/case/photos", "/case/consents/naming"]
    assert sorted((*now_first, *now_more)) == sorted((*first, *more)), "every task stands once, wherever"


def test_every_task_on_the_page_of_a_search_leads_to_a_page(at_home: Visitor) -> None:
    first, more = shown(at_home.page)
    links = {*first, *more}
    assert len(links) == len(first) + len(more) == len(TASKS)
    for link in sorted(links):
        assert at_home.goes_to(link).status_code == 200, link


def test_a_task_leads_through_its_own_pages_and_back_to_the_search(at_home: Visitor) -> None:
    places = ["/case/change/height"]
    at_home.goes_to(places[0])
    assert "Question 1 of" in at_home.page
    at_home.sends(places[0], {"height": "170"})
    while at_home.place != "/case":
        places.append(at_home.place)
        at_home.sends(at_home.place)
    task = task_with("height")
    assert task is not None
    assert [place.removeprefix("/case/change/") for place in places] == list(task.pages)
    assert "170 cm" in at_home.page


def test_a_page_that_was_entered_alone_leads_back_to_where_it_was_entered(at_home: Visitor) -> None:
    at_home.goes_to("/case")
    assert 'href="/case/change/names?way=case"' in at_home.page
    for way, place in (("case", "/case"), ("review", "/case/change/review")):
        at_home.goes_to(f"/case/change/height?way={way}")
        assert "Question 1 of" not in at_home.page
        at_home.sends(f"/case/change/height?way={way}", {"height": "171"})
        assert at_home.place == place


def test_a_task_says_that_it_is_done(at_home: Visitor) -> None:
    assert "<strong>Done</strong>" not in at_home.page
    at_home.goes_to("/case/change/marks")
    at_home.sends("/case/change/marks", {"marks-answer": "none"})
    assert at_home.place == "/case"
    assert "<strong>Done</strong>" in at_home.page


def test_the_number_of_whoever_searches_begins_no_task_about_the_numbers_of_the_person(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Tesfalem Kidanemariam"})
    visitor.sends("/search/contact/1", {"contacts-value": "+4915112345678", "contacts-kind": "phone"})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")

    def state(title: str) -> str:
        return visitor.page.partition(f"{title}</a>")[2].partition("</li>")[0]

    assert "Begun" not in state("Add numbers, papers and accounts")
    assert "Begun" in state("Say how we can reach you")
    visitor.goes_to("/case/change/phone/1")
    visitor.sends("/case/change/phone/1", {"phones-number": "+291 7 000 203"})
    visitor.goes_to("/case")
    assert "Begun" in state("Add numbers, papers and accounts")


def test_no_page_shows_a_number_without_saying_what_it_is(at_home: Visitor) -> None:
    bare = re.compile(r'class="number">\s*[0-9٠-٩]+\s*<')
    for place in ("/case", "/case/change/review", "/case/change/height", "/case/change/anything-else?way=case"):
        at_home.goes_to(place)
        assert not bare.search(at_home.page), place
    assert "On paper: question" in at_home.page


def test_no_sentence_on_the_page_of_a_search_runs_into_the_next(at_home: Visitor) -> None:
    assert re.findall(r"\w+\.[A-Z]\w+", at_home.goes_to("/case").text) == []
