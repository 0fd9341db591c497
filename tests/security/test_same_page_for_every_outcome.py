"""What a family sees is the same, byte for byte, whatever was proposed, judged or kept silent."""

import re

import pytest

from search.proposing.comparing import USUAL
from tests.fixtures.languages import walked
from tests.fixtures.outcomes import DECIDED, NOTHING, compared_anew, every_decision
from tests.fixtures.visitor import Visitor
from tests.search.scene import found, make_scene
from web.context import Context

NAME = "Tesfalem Kidanemariam"


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_no_match_pending_and_decided_look_the_same(visitor: Visitor, context: Context, tag: str) -> None:
    scene = make_scene(context.database)
    visitor.goes_to(f"/search/names?lang={tag}")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    scene.report(found(NAME))
    scene.match(NOTHING)
    pages = {"no match": bytes_of(visitor)}
    compared_anew(scene, USUAL)
    pages["pending"] = bytes_of(visitor)
    for state in every_decision(scene):
        pages[state] = bytes_of(visitor)
    assert set(pages) == {"no match", "pending", *DECIDED}
    assert len(set(pages.values())) == 1


def bytes_of(visitor: Visitor) -> bytes:
    """The page without the token that is new each time."""
    page = visitor.goes_to("/case").data
    return re.sub(rb'name="(?:csrf_token|whose)" value="[^"]+"', b"", page)
