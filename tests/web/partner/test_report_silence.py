"""What a report leaves unsaid of a living person is asked back once, and may stay unsaid."""

import re

import pytest
from sqlalchemy import select

from search.documents import Whereabouts
from search.models import FoundReport
from search.records.sections import read_section
from tests.fixtures.visitor import Visitor
from tests.web.partner.places import begins
from web.context import Context


@pytest.mark.parametrize(
    ("age", "said"),
    [
        ("40", "You have not said whether this person is an adult."),
        ("17", "The age that you wrote may be under eighteen."),
        ("16-25", "The age that you wrote may be under eighteen."),
    ],
)
def test_agreement_and_being_a_child_are_asked_back_once_and_may_stay_unsaid(
    context: Context, clerk: Visitor, age: str, said: str
) -> None:
    form = begins(clerk, "shelter", asked=False)
    clerk.sends(f"{form}/who", {"names-0-text": "Amina Warsame", "age": age, "to": "review"})
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 409
    assert "You have not said whether this person agrees to be reported." in clerk.page
    assert said in clerk.page
    assert f'href="/partner{form}/wishes#agreed"' in clerk.page
    assert f'href="/partner{form}/wishes#minor"' in clerk.page
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 200
    with context.database.reading() as session:
        kept = read_section(session, session.scalars(select(FoundReport)).one().number, Whereabouts)
    assert kept is None or (kept.agreed, kept.minor) == (None, None)


def test_an_answer_that_nobody_could_ask_or_knows_is_not_asked_back(clerk: Visitor) -> None:
    form = begins(clerk, "shelter", asked=False)
    clerk.sends(f"{form}/wishes", {"agreed": "not_able", "minor-answer": "unknown"})
    clerk.sends(f"{form}/who", {"names-0-text": "Amina Warsame", "to": "review"})
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 200


def test_the_page_of_everything_asks_the_same_back_once(clerk: Visitor) -> None:
    sent = {"kind": "shelter", "names-0-text": "Amina", "age": "17"}
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", sent).status_code == 409
    assert "You have not said whether this person agrees to be reported." in clerk.page
    assert "The age that you wrote may be under eighteen." in clerk.page
    assert 'href="#agreed"' in clerk.page
    seen = re.findall(r'name="seen" value="([^"]+)"', clerk.page)
    assert clerk.sends("/report/living", {**sent, "seen": seen}).status_code == 200
