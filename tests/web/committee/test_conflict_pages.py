"""A card leads to the question first; whoever leaves it to others does not meet it again."""

import re
import uuid

import pytest

from i18n.locales import LocaleRow
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor

pytestmark = pytest.mark.usefixtures("readers_are_asked", "committee")
LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)


@LANGUAGES
def test_the_question_speaks_the_readers_language_and_chooses_nothing(
    ana: Visitor, pair: uuid.UUID, row: LocaleRow
) -> None:
    for answered in (False, True):
        assert ana.goes_to(f"/cards/{pair}/open?lang={row.tag}").status_code == 200
        shown = re.sub(r"(?s)<ul class=\"plain\">.*?</ul>", "", ana.page)
        assert english_left(shown, row.tag) == []
        assert "checked" not in ana.page
        if not answered:
            ana.sends(f"/cards/{pair}/open", {"answer": "leave"})


@pytest.mark.parametrize("way", ["", "/group", "/contacts"])
def test_every_way_to_a_card_leads_to_the_question_first(ana: Visitor, pair: uuid.UUID, way: str) -> None:
    ana.goes_to(f"/cards/{pair}{way}")
    assert ana.place == f"/cards/{pair}/open"
    assert ana.sends(f"/cards/{pair}/open", {}).status_code == 400
    ana.sends(f"/cards/{pair}/open", {"answer": "go_on"})
    assert ana.place == f"/cards/{pair}"
    assert ana.goes_to(f"/cards/{pair}{way}").status_code == 200


def test_whoever_leaves_it_meets_it_nowhere_and_can_undo_a_slip(ana: Visitor, berta: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}/open")
    ana.sends(f"/cards/{pair}/open", {"answer": "leave"})
    assert "Others read this pair" in ana.page
    assert str(pair) not in ana.goes_to("/").text
    gone, missing = ana.goes_to(f"/cards/{pair}"), ana.goes_to(f"/cards/{uuid.UUID(int=5)}")
    assert gone.status_code == missing.status_code == 404
    assert gone.text.replace(str(pair), "") == missing.text.replace(str(uuid.UUID(int=5)), "")
    assert str(pair) in berta.goes_to("/").text
    ana.goes_to(f"/cards/{pair}/open")
    ana.sends(f"/cards/{pair}/open", {"answer": "go_on"})
    assert ana.place == f"/cards/{pair}"
