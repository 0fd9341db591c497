"""Days of a report that have to be asked about."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from web.partner.day_questions import open_questions, settled_days
from web.partner.report_fields import sent_report


@pytest.fixture(autouse=True)
def request_of_today(unconnected_partner: Flask) -> Iterator[None]:
    with unconnected_partner.test_request_context():
        yield


def asked(*answers: tuple[str, str], **typed: str) -> list[tuple[str, str]]:
    sent = sent_report("mortuary", MultiDict({name.replace("_", "-"): text for name, text in typed.items()}))
    return [(one.name, one.code) for one in open_questions(sent, MultiDict(answers))]


def test_a_day_in_words_that_is_two_is_asked_about_until_it_is_answered() -> None:
    assert asked(event_when_written="03/04/2024") == [("order-event-when", "which_day")]
    assert asked(("order-event-when", "day_first"), event_when_written="03/04/2024") == []
    assert asked(("order-event-when", "anything"), event_when_written="03/04/2024") != []


def test_where_the_boxes_say_the_day_the_words_beside_them_are_no_question() -> None:
    assert asked(event_when_written="03/04/2024", event_when_year="2024") == []


def test_a_birth_is_asked_about_for_its_order_and_never_for_lying_ahead() -> None:
    assert asked(birth_written="03/04/1990") == [("order-birth", "which_day")]
    assert asked(birth_year="2090") == []


def test_a_finding_to_come_is_asked_about() -> None:
    assert asked(event_when_year="2090") == [("to-come-event-when", "day_to_come")]
    assert asked(("to-come-event-when", "right"), event_when_year="2090") == []


def test_a_finding_before_the_birth_is_asked_about() -> None:
    assert asked(event_when_year="1980", birth_year="1990") == [("before-birth-event-when", "before_birth")]
    assert asked(("before-birth-event-when", "right"), event_when_year="1980", birth_year="1990") == []
    assert asked(event_when_year="1990", birth_year="1990") == []


def test_an_answer_is_written_where_it_would_have_been_typed() -> None:
    sent = sent_report("mortuary", MultiDict({"event-when-written": "03/04/2024", "source_date": "05/06/2024"}))
    answers = MultiDict({"order-event-when": "month_first", "order-source_date": "day_first"})
    assert dict(settled_days(sent, answers)) == {
        "event-when-year": "2024",
        "event-when-month": "3",
        "event-when-day": "4",
        "event-when-calendar": "gregorian",
        "event-when-written": "03/04/2024",
        "source_date": "2024-06-05",
    }
