"""What a witness saw stands on a card as seen: nothing there says, or weighs, that anybody was found."""

import re

import pytest

from search.access import Actor
from search.vocabulary import ReportKind
from tests.fixtures.staff import likely_pair
from tests.fixtures.visitor import Visitor
from web.context import Context

_TAGS = re.compile(r"<[^>]+>")


@pytest.mark.usefixtures("committee")
def test_a_card_calls_it_seen_and_never_found(context: Context, clerk: Actor, ana: Visitor) -> None:
    pair = likely_pair(context, clerk, kind=ReportKind.WITNESS)
    ana.goes_to("/")
    assert "Witness: seen, not found" in ana.page
    ana.goes_to(f"/cards/{pair}")
    assert "Witness: seen, not found" in ana.page
    said = _TAGS.sub(" ", ana.page.partition("<main")[2]).replace("seen, not found", "").replace("or finding", "")
    assert re.findall(r"[^.]*\bfound\b[^.]*", said, re.IGNORECASE) == []
