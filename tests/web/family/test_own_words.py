"""A family takes new words: with the ones of now, seen until they are noted, and then no other opens the search."""

import re
import uuid

import pytest
from flask import Flask
from sqlalchemy import select

from search.models import ClaimCheck, SearchRequest, WordRenewal
from tests.fixtures.portals import NOW
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.context import Context
from web.family import own_words

SHOWN = re.compile(r"<li><bdi>([^<]+)</bdi></li>")


@pytest.fixture
def typed(visitor: Visitor) -> dict[str, str]:
    """What a family types that has filed a search; it is at its case."""
    reference, words = files(visitor)
    visitor.sends("/filed")
    return {"reference": reference, "words": " ".join(words)}


def opens(family: Flask, typed: dict[str, str]) -> bool:
    phone = Visitor(family.test_client())
    phone.goes_to("/open")
    phone.sends("/open", typed)
    return phone.place == "/case"


def test_the_words_of_now_lead_to_new_ones_that_count_once_they_are_noted(
    visitor: Visitor, family: Flask, typed: dict[str, str]
) -> None:
    assert "/case/words" in visitor.goes_to("/case").text
    visitor.goes_to("/case/words")
    visitor.sends("/case/words", {"words": typed["words"]})
    assert visitor.place == "/case/words/new"
    new = " ".join(SHOWN.findall(visitor.page))
    assert len(new.split()) == 5
    # Looking again shows the same, and until they are noted the old ones open.
    assert " ".join(SHOWN.findall(visitor.goes_to("/case/words/new").text)) == new
    assert opens(family, typed)
    visitor.sends("/case/words/new")
    assert visitor.place == "/case"
    assert not opens(family, typed)
    assert opens(family, {**typed, "words": new})
    assert visitor.goes_to("/case/words/new").request.path == "/case/words"


def test_without_the_words_of_now_no_new_ones_are_shown(visitor: Visitor, family: Flask, typed: dict[str, str]) -> None:
    _, others = files(Visitor(family.test_client()))
    for wrong in ("", "a b c d e", " ".join(others)):
        visitor.goes_to("/case/words")
        visitor.sends("/case/words", {"words": wrong})
        assert visitor.place == "/case/words"
        assert "These words do not open this search" in visitor.page
        assert "what you typed here is not kept" in visitor.page
        # What was typed stands in its boxes: one wrong letter asks for no five words again.
        assert not wrong or f'value="{wrong}"' in visitor.page
    visitor.sends("/case/words/new")
    assert visitor.place == "/case/words"
    assert opens(family, typed)


def test_new_words_that_a_fault_kept_from_counting_are_shown_until_they_count(
    visitor: Visitor, family: Flask, typed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.goes_to("/case/words")
    visitor.sends("/case/words", {"words": typed["words"]})
    new = " ".join(SHOWN.findall(visitor.page))
    with monkeypatch.context() as broken:
        broken.setattr(own_words, "renew_words", refused_by_the_disk)
        visitor.sends("/case/words/new")
    assert opens(family, typed)
    assert " ".join(SHOWN.findall(visitor.goes_to("/case/words/new").text)) == new
    visitor.sends("/case/words/new")
    assert opens(family, {**typed, "words": new})


def refused_by_the_disk(*_arguments: object, **_named: object) -> None:
    raise OSError("no room")


def test_where_others_go_first_a_page_waits_and_goes_on(
    visitor: Visitor, context: Context, typed: dict[str, str]
) -> None:
    visitor.goes_to("/case/words")
    with somebody_else_hashes(context):
        answer = visitor.sends("/case/words", {"words": typed["words"]})
        assert (answer.status_code, answer.headers["Refresh"]) == (202, "1;url=/case/words/turn")
    visitor.goes_to("/case/words/turn")
    assert visitor.place == "/case/words/new"


def test_what_is_shown_to_one_browser_is_shown_to_no_other(
    visitor: Visitor, family: Flask, typed: dict[str, str]
) -> None:
    visitor.goes_to("/case/words")
    visitor.sends("/case/words", {"words": typed["words"]})
    second = Visitor(family.test_client())
    second.goes_to("/open")
    second.sends("/open", typed)
    assert second.goes_to("/case/words/new").request.path == "/case/words"
    second.sends("/case/words", {"words": typed["words"]})
    assert SHOWN.findall(second.page) != SHOWN.findall(visitor.page)
    visitor.sends("/case/words/new")
    assert second.goes_to("/case").request.path == "/open"


def test_new_words_that_somebody_else_asked_for_are_said_on_the_page_and_stopped_there(
    visitor: Visitor, context: Context, typed: dict[str, str]
) -> None:
    asked_for_by_somebody(context, typed["reference"])
    assert "Somebody asked for new words for this search" in visitor.goes_to("/case").text
    visitor.sends("/case/words/stop")
    assert visitor.place == "/case"
    assert "It is stopped. Your words stay as they are." in visitor.page
    assert "Somebody asked for new words" not in visitor.page


def asked_for_by_somebody(context: Context, reference: str) -> None:
    """A committee has asked for new words."""
    with context.database.transaction() as session:
        number = session.scalars(select(SearchRequest.number).where(SearchRequest.reference == reference)).one()
        check = ClaimCheck(
            id=uuid.uuid4(),
            record_number=number,
            account_id=uuid.uuid4(),
            claim="family",
            words_sealed=b"-",
            question=0,
            made_at=NOW,
        )
        session.add(check)
        session.flush()
        session.add(
            WordRenewal(id=uuid.uuid4(), record_number=number, check_id=check.id, asked_by=uuid.uuid4(), asked_at=NOW)
        )
