"""Every answer carries another token, each of which proves that the form was sent from here."""

import re
from html import unescape

from tests.fixtures.visitor import Visitor


def test_no_two_answers_carry_the_same_token_and_each_opens_the_form(visitor: Visitor) -> None:
    tokens = {
        re.findall(r'name="csrf_token" value="([^"]+)"', visitor.goes_to("/search/names").text)[0] for _ in range(9)
    }
    assert len(tokens) == 9
    assert len({len(token) for token in tokens}) == 1
    for token in sorted(tokens):
        sent = {"csrf_token": unescape(token), "names-full": "Invented"}
        assert visitor.client.post("/search/names", data=sent).status_code == 303
    assert visitor.client.post("/search/names", data={"csrf_token": "x" * 54}).status_code == 400
