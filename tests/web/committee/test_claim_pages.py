"""What only the family knows is on no page before a claim was written down and the claimant answered."""

import re
import uuid

import pytest
from markupsafe import escape

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor
from search.documents import ControlQuestion, Filing
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.staff import likely_pair
from tests.fixtures.visitor import Visitor
from web.context import Context

CLAIM = {"claim": "holds_person", "words": "a man called and says that he holds her"}
FACTS = Filing(control_questions=(ControlQuestion(question="What was the dog called?", answer="Kibomarker"),))


@pytest.fixture
def asked_pair(context: Context, clerk: Actor) -> uuid.UUID:
    """A pair of which the family left one question."""
    return likely_pair(context, clerk, filing=FACTS)


def address_of(visitor: Visitor, pair: uuid.UUID) -> str:
    visitor.goes_to(f"/cards/{pair}")
    found = re.search(r'href="/committee(/cases/[^"]+/claim\?pair=[^"]+)"', visitor.page)
    assert found is not None
    return found[1]


def test_the_answer_stands_on_one_page_only(ana: Visitor, asked_pair: uuid.UUID) -> None:
    address = address_of(ana, asked_pair)
    seen = [ana.page]
    ana.goes_to(f"/cards/{asked_pair}/contacts")
    seen.append(ana.sends(f"/cards/{asked_pair}/contacts", {"reason": "to ask the family about it"}).text)
    seen.append(ana.goes_to(address).text)
    assert not any("the dog" in page for page in seen)
    seen.append(ana.sends(address.partition("?")[0], {**CLAIM, "pair": str(asked_pair)}).text)
    check = ana.place.removeprefix("/committee")
    assert "What was the dog called?" in ana.page
    assert ana.sends(f"{check}", {"said": ""}).status_code == 400
    seen.append(ana.page)
    assert not any("Kibomarker" in page for page in seen)
    shown = ana.sends(check, {"said": "Rex"})
    assert "Kibomarker" in shown.text
    assert "Rex" in shown.text
    assert ana.sends(check, {"said": "Kibo"}).status_code == 409
    assert "Kibomarker" not in ana.page
    assert ana.sends(f"{check}/outcome", {}).status_code == 400
    ana.sends(f"{check}/outcome", {"outcome": "not_supplied"})
    assert "They could not say it" in ana.page
    assert "Kibomarker" not in ana.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_page_and_error_is_in_the_readers_language(ana: Visitor, asked_pair: uuid.UUID, row: LocaleRow) -> None:
    address = address_of(ana, asked_pair).partition("?")[0]
    ana.goes_to(f"{address}?lang={row.tag}")
    pages = [ana.page]
    for said, typed in {
        "Please choose one of these.": {**CLAIM, "claim": ""},
        "Please write in a few words who they are, how they reached you and what they said.": {**CLAIM, "words": "so"},
    }.items():
        assert ana.sends(address, typed).status_code == 400
        assert str(escape(staff_gettext(row.tag, said))) in ana.page
        assert typed["words"] in ana.page
        pages.append(ana.page)
    assert "a man called" in ana.sends(address, {**CLAIM, "lang": row.tag}).text
    pages.append(ana.sends(address, CLAIM).text)
    check = ana.place.removeprefix("/committee")
    assert ana.sends(check, {"said": " "}).status_code == 400
    pages.append(ana.page)
    pages.append(ana.sends(check, {"said": "Rex"}).text)
    assert ana.sends(f"{check}/outcome", {"outcome": "perhaps"}).status_code == 400
    pages.append(ana.page)
    pages.append(ana.sends(f"{check}/outcome", {"outcome": "supplied"}).text)
    assert [english_left(page, row.tag) for page in pages] == [[]] * len(pages)


def test_a_family_without_a_question_is_said_to_have_none_and_nothing_typed_is_lost(
    ana: Visitor, pair: uuid.UUID, stranger: Visitor
) -> None:
    address = address_of(ana, pair)
    ana.goes_to(address)
    assert "left no question" in ana.page
    assert ana.sends(address.partition("?")[0], CLAIM).status_code == 400
    assert CLAIM["words"] in ana.page
    assert stranger.goes_to(address).status_code == 404
