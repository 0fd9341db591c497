"""A form whose case number may be used again asks who it is, keeps what was typed, and files once."""

import re
import uuid

import pytest

from matching.record import Sex
from search.commands import Again, ReportFound
from search.documents import Description
from search.filing.report_questions import ReportQuestion
from search.vocabulary import ReportKind
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import LIVING
from web.partner.report_again import answered, answers_to

OTHER_PATIENT = {**LIVING, "sex": "male", "names-0-text": "Juan Pérez", "age": "70"}
KEY = re.compile(r'name="form_key" value="([0-9a-f]{32})"')


def opened(clerk: Visitor) -> dict[str, str]:
    """The key of a form that is opened anew."""
    clerk.goes_to("/report/living")
    (key,) = KEY.findall(clerk.page)
    return {"form_key": key}


def reports(clerk: Visitor) -> int:
    clerk.goes_to("/")
    (shown,) = re.findall(r"You have sent (\d+) report", clerk.page)
    return int(shown)


@pytest.fixture
def bed(clerk: Visitor) -> Visitor:
    """A clerk who reported somebody under a number."""
    clerk.sends("/report/living", {**LIVING, **opened(clerk)})
    return clerk


def test_a_number_used_again_is_asked_about_and_what_was_typed_is_kept(bed: Visitor) -> None:
    sent = {**OTHER_PATIENT, **opened(bed)}
    assert bed.sends("/report/living", sent).status_code == 409
    assert "Is this the same person?" in bed.page
    for words in ("The sex is another one.", "The names are not alike.", "Birth or age", "Juan Pérez", "Amina Warsame"):
        assert words in bed.page
    assert 'name="again" value="same"><' in bed.page
    assert reports(bed) == 1


@pytest.mark.parametrize(("answer", "count"), [("other", 2), ("same", 1)])
def test_the_answer_decides(bed: Visitor, answer: str, count: int) -> None:
    assert bed.sends("/report/living", {**OTHER_PATIENT, **opened(bed), "again": answer}).status_code == 200
    assert ("What changed" in bed.page) == (answer == "same")
    assert reports(bed) == count


def test_an_answer_that_was_not_offered_is_asked_again(bed: Visitor) -> None:
    for answer in ("", "maybe", "ask", str(uuid.uuid4())):
        assert bed.sends("/report/living", {**OTHER_PATIENT, **opened(bed), "again": answer}).status_code == 409


def test_six_equal_forms_are_six_people_and_one_form_sent_six_times_is_one(clerk: Visitor) -> None:
    unnumbered = {name: value for name, value in LIVING.items() if name != "sender_number"}
    for _ in range(3):
        clerk.sends("/report/living", {**unnumbered, **opened(clerk), "again": "other"})
    same = opened(clerk)
    for _ in range(3):
        clerk.sends("/report/living", {**unnumbered, **same, "again": "other"})
    assert reports(clerk) == 4


def test_somebody_who_may_have_been_reported_before_is_asked_about(clerk: Visitor) -> None:
    unnumbered = {name: value for name, value in LIVING.items() if name != "sender_number"}
    clerk.sends("/report/living", {**unnumbered, **opened(clerk)})
    again = {**unnumbered, **opened(clerk)}
    assert clerk.sends("/report/living", again).status_code == 409
    assert "You may have reported this person before." in clerk.page
    (known,) = re.findall(r'name="again" value="([0-9a-f-]{36})"', clerk.page)
    clerk.sends("/report/living", {**again, "again": known})
    assert "We have this report already" in clerk.page
    assert reports(clerk) == 1


def test_what_changed_is_told_old_and_new(bed: Visitor) -> None:
    bed.sends("/report/living", {**LIVING, **opened(bed), "age": "33"})
    assert "<del" in bed.page
    assert "25-35" in bed.page


def test_only_what_was_offered_is_an_answer() -> None:
    question = ReportQuestion(code="number_used_again", reports=())
    assert answers_to(question) == ("same", "other")
    command = ReportFound(kind=ReportKind.SHELTER, found=Description(sex=Sex.MALE))
    report_id = uuid.uuid4()
    assert answered(command, "other").again is Again.OTHER
    assert answered(command, str(report_id)).alike == report_id
