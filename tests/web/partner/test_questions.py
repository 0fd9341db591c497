"""Ordinary questions to reporters: the same for all, each month two, in every language."""

import re

import pytest

from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_the_questions_of_the_month_are_answered_and_shown_again(clerk: Visitor, tag: str) -> None:
    page = clerk.goes_to(f"/questions?lang={tag}").text
    assert english_left(page, tag) == []
    assert "checked" not in page
    assert clerk.sends("/questions").status_code == 400
    assert english_left(clerk.page, tag) == []
    names = list(dict.fromkeys(re.findall(r'type="radio" name="(\w+)"', page)))
    assert len(names) == 2
    (value, *_) = re.findall(rf'name="{names[0]}" value="(\w+)"', page)
    assert clerk.sends("/questions", {names[0]: value}).status_code == 200
    assert f'name="{names[0]}" value="{value}" checked' in clerk.page
    assert clerk.page.count("checked") == 1
    assert english_left(clerk.page, tag) == []
