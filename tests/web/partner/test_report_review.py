"""What has to be answered before a report is sent: which day was meant, whether a day to come is right, who it is."""

import datetime
import re

import pytest
from sqlalchemy import select

from search.documents import Description, Provenance, Whereabouts
from search.models import FoundReport
from search.records.sections import read_section
from tests.fixtures.visitor import Visitor
from tests.web.partner.places import begins
from web.context import Context

WHEN = "found-when-written"


def whereabouts(context: Context) -> Whereabouts:
    with context.database.reading() as session:
        found = read_section(session, session.scalars(select(FoundReport)).one().number, Whereabouts)
    assert found is not None
    return found


def looks_over(clerk: Visitor, written: str) -> str:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/who", {"names-0-text": "Amina Warsame"})
    clerk.sends(f"{form}/meeting", {WHEN: written, "to": "review"})
    return form


@pytest.mark.parametrize(
    ("answer", "day", "written"),
    [
        ("day_first", (2026, 4, 3), "03/04/2026"),
        ("month_first", (2026, 3, 4), "03/04/2026"),
        ("either", (2026, 3, 4), "2026-03-04 – 2026-04-03"),
    ],
)
def test_a_day_that_can_be_read_as_two_is_asked_with_nothing_chosen_and_sent_as_answered(
    context: Context, clerk: Visitor, answer: str, day: tuple[int, int, int], written: str
) -> None:
    form = looks_over(clerk, "03/04/2026")
    assert "Which day do you mean?" in clerk.page
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 409
    options = re.findall(r'<input type="radio" name="order-found-when" value="([a-z_]+)"( checked)?', clerk.page)
    assert options == [("day_first", ""), ("month_first", ""), ("either", "")]
    assert clerk.sends(f"{form}/review", {"go": "send", "order-found-when": answer}).status_code == 200
    kept = whereabouts(context).found
    assert kept is not None
    assert kept.when is not None
    assert kept.when.earliest == datetime.date(*day)
    assert kept.when.latest == (datetime.date(2026, 4, 3) if answer == "either" else datetime.date(*day))
    assert kept.when.written == written


def test_a_day_to_come_is_questioned_and_kept_when_it_is_said_to_be_right(context: Context, clerk: Visitor) -> None:
    form = looks_over(clerk, "13 May 2031")
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 409
    assert "This day has not come yet. Is it right?" in clerk.page
    assert clerk.sends(f"{form}/review", {"go": "send", "to-come-found-when": "right"}).status_code == 200
    kept = whereabouts(context).found
    assert kept is not None
    assert kept.when is not None
    assert kept.when.earliest == datetime.date(2031, 5, 13)


def test_a_day_that_is_to_come_in_one_reading_is_asked_about_in_turn(clerk: Visitor) -> None:
    form = looks_over(clerk, "03/12/2031")
    assert "Which day do you mean?" in clerk.page
    assert "This day has not come yet" not in clerk.page
    assert clerk.sends(f"{form}/review", {"go": "send", "order-found-when": "day_first"}).status_code == 409
    assert "Which day do you mean?" not in clerk.page
    assert "This day has not come yet" in clerk.page


def test_a_day_is_asked_about_on_the_page_of_everything_and_its_answer_is_not_asked_for_again(
    clerk: Visitor,
) -> None:
    wishes = {"agreed": "yes", "minor": "no"}
    first = {"kind": "shelter", "names-0-text": "Amina", "sex": "female", "sender_number": "A-1", **wishes}
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", first)
    second = {**first, "names-0-text": "Yonas", "sex": "male", WHEN: "03/04/2031"}
    assert clerk.sends("/report/living", second).status_code == 409
    assert "Which day do you mean?" in clerk.page
    assert clerk.sends("/report/living", {**second, "order-found-when": "day_first"}).status_code == 409
    settled = dict(re.findall(r'name="(found-when-[a-z]+)"[^>]* value="([^"]*)"', clerk.page))
    assert (settled["found-when-day"], settled["found-when-month"]) == ("3", "4")
    right = {**second, **settled, "to-come-found-when": "right"}
    assert clerk.sends("/report/living", right).status_code == 409
    assert "The sex is another one." in clerk.page
    assert '<input type="hidden" name="to-come-found-when" value="right">' in clerk.page
    assert clerk.sends("/report/living", {**right, "again": "other"}).status_code == 200


def test_the_day_of_the_report_is_asked_too(context: Context, clerk: Visitor) -> None:
    form = looks_over(clerk, "July 2025")
    clerk.sends(f"{form}/more", {"source_date": "05/06/2025", "to": "review"})
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 409
    clerk.sends(f"{form}/review", {"go": "send", "order-source_date": "month_first"})
    with context.database.reading() as session:
        kept = read_section(session, session.scalars(select(FoundReport)).one().number, Provenance)
    assert kept is not None
    assert kept.source_date == datetime.date(2025, 5, 6)


def test_a_number_used_for_somebody_else_is_a_question_here_too(context: Context, clerk: Visitor) -> None:
    for name, sex, answer in (("Amina Warsame", "female", {}), ("Yonas Habte", "male", {"again": "other"})):
        form = begins(clerk, "shelter")
        clerk.sends(f"{form}/meeting", {"sender_number": "A-1"})
        clerk.sends(f"{form}/who", {"names-0-text": name, "sex": sex, "to": "review"})
        if answer:
            assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 409
            assert "The sex is another one." in clerk.page
        assert clerk.sends(f"{form}/review", {"go": "send", **answer}).status_code == 200
    with context.database.reading() as session:
        assert len(session.scalars(select(FoundReport)).all()) == 2


def test_what_was_understood_stands_beside_what_was_typed(clerk: Visitor) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/who", {"names-0-text": "Hodan", "languages": "Soomaali", "to": "review"})
    assert "Somali" in clerk.page
    assert 'You wrote: <bdi translate="no">Soomaali</bdi>' in clerk.page
    assert 'You wrote: <bdi translate="no">Hodan' not in clerk.page


def test_a_report_that_says_nothing_is_not_taken_and_its_draft_stays(context: Context, clerk: Visitor) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/wishes", {"minor": "no", "to": "review"})
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 400
    assert "at least one thing" in clerk.page
    with context.database.reading() as session:
        assert session.scalars(select(FoundReport)).all() == []
        assert read_section(session, 1, Description) is None
    clerk.goes_to("/report")
    assert "Begun and not sent" in clerk.page


def test_a_placeholder_is_shown_back_as_words_and_not_as_a_name(clerk: Visitor) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/who", {"names-0-text": "Paciente desconocido", "to": "review"})
    assert "“Paciente desconocido”" in clerk.page
    assert "Name as it was heard" not in clerk.page


def test_of_whom_says_no_nothing_more_is_asked_and_only_forgetting_is_offered(clerk: Visitor) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/wishes", {"agreed": "no"})
    assert clerk.place.endswith(f"{form}/review")
    assert "does not want to be reported" in clerk.page
    assert "Send this report" not in clerk.page
    assert f"{form}/forget" in clerk.page


def test_what_was_begun_is_named_on_the_first_page_and_a_receipt_has_its_day(clerk: Visitor) -> None:
    form = looks_over(clerk, "13 May 2025")
    assert "Reports that you began and did not send wait here." in clerk.goes_to("/").text
    clerk.goes_to(f"{form}/review")
    clerk.sends(f"{form}/review", {"go": "send"})
    assert re.search(r"<p>Sent on</p><p>[^<]*\d{4}", clerk.page)
    assert "did not send" not in clerk.goes_to("/").text
