"""The sheets of the families' pages hold no rule that an old browser drops whole although it knows a part of it."""

import re

import pytest

from web.assets import STATIC

SHEETS = ("style.css", "family.css", "pictures.css", "body-spots.css")
# What a browser of 2018 does not know: it drops the rule that holds one of these, with every other selector of it.
YOUNG = re.compile(r":(?:has|is|where)\(|:not\([^()]*,|:focus-visible|::details-content|::marker")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{}]+)\{")


def lists_of_selectors(sheet: str) -> list[str]:
    """What stands before each brace, without the rules that begin with an at sign."""
    found = (match[1].strip() for match in _SELECTORS.finditer(_COMMENT.sub("", sheet)))
    return [selectors for selectors in found if not selectors.startswith("@")]


@pytest.mark.parametrize("name", SHEETS)
def test_no_old_selector_is_lost_beside_a_young_one(name: str) -> None:
    for selectors in lists_of_selectors((STATIC / name).read_text()):
        parts = re.split(r",(?![^(]*\))", selectors)
        young = [part for part in parts if YOUNG.search(part)]
        assert young in ([], parts), selectors


def test_what_old_browsers_do_not_know_is_said_to_them_in_old_words() -> None:
    sheet = (STATIC / "family.css").read_text()
    old = sheet[sheet.index("@supports not (padding-inline: 0)") :]
    assert "inline: " not in old.partition("{")[2]
    assert "main { padding: 1.25rem 1rem 3rem; }" in old
    assert len(sheet.encode()) <= 6_000
