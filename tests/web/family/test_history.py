"""The page of what a family changed: what was added, changed and taken out, the newest first."""

import datetime
from typing import Any

import pytest

from matching.record import PersonName
from search.documents import Description, Filing, Identifiers
from search.filing.case_history import CaseVersion
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.family.history import steps

AT = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)


def version(number: int, **said: Any) -> CaseVersion:
    sought = Description(names=(PersonName("Amina"),), **said)
    return CaseVersion(
        revision=number, at=AT, by_relative=number == 3, sought=sought, identifiers=Identifiers(), filing=Filing()
    )


@pytest.mark.usefixtures("request_of_today")
def test_each_step_says_what_it_added_changed_and_took_out() -> None:
    told = steps([version(1), version(2, words="sings"), version(3, words="sings well"), version(4)])
    assert [[(one.before, one.after) for one in step.changes] for step in told] == [
        [(told[1].changes[0].after, ())],
        [(told[2].changes[0].after, told[1].changes[0].after)],
        [((), told[2].changes[0].after)],
    ]
    assert [step.by_relative for step in told] == [False, True, False]
    assert "sings well" in told[1].changes[0].after[0].text


def test_the_page_shows_what_was_changed(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    assert "/case/history" in visitor.goes_to("/case").text
    assert "You have changed nothing yet." in visitor.goes_to("/case/history").text
    visitor.goes_to("/case/change/anything-else")
    visitor.sends("/case/change/anything-else", {"words": "she sings at weddings"})
    page = visitor.goes_to("/case/history").text
    assert "she sings at weddings" in page
    assert "Added" in page
