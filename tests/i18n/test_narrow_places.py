"""How long the families' words may be where there is little room: on buttons, in the list of tasks, in headings."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import web
from i18n.catalogue_files import read_catalogue
from i18n.division import Catalogue
from i18n.locales import SOURCE_TAG
from i18n.offered_languages import offered
from web.family.tasks import TASKS

# The most letters of each place: what is written today, and not to be raised.
MOST = {"button": 45, "task": 48, "heading": 80, "summary": 70}
# How much longer than in English; a short word may be longer by some letters whatever that makes.
TIMES, LETTERS = 1.6, 15

_SHOWN = re.compile(
    r'<(?P<where>button|a class="button|h1|h2|summary)\b[^>]*>\s*'
    r"(?:\{%-? trans[^%]*%\}(?P<plain>.*?)\{%-? (?:endtrans|pluralize)"
    r'|\{\{ pgettext\("(?P<context>[^"]+)", "(?P<words>[^"]+)")',
    re.DOTALL,
)
_NAMED = re.compile(r"%\(\w+\)s")
_PLACEHOLDER = re.compile(r"\{\{ *(\w+) *\}\}")
_PLACES = {"h1": "heading", "h2": "heading", 'a class="button': "button"}


def narrow() -> Iterator[tuple[str, str | None, str]]:
    """What stands in a narrow place: where, in which meaning, and in which words of the sources."""
    folder = Path(web.__file__).parent
    for page in sorted([*(folder / "family/templates").glob("*.html"), folder / "templates/macros.html"]):
        for found in _SHOWN.finditer(page.read_text("utf-8")):
            plain = " ".join(_PLACEHOLDER.sub(r"%(\1)s", found["plain"] or "").split())
            yield _PLACES.get(found["where"], found["where"]), found["context"], plain or found["words"]
    yield from (("task", *task.title) for task in TASKS)


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
def test_what_stands_in_a_narrow_place_is_short_and_hardly_longer_than_in_english(tag: str) -> None:
    words, known = None if tag == SOURCE_TAG else read_catalogue(tag, Catalogue.FAMILY), list(narrow())
    assert len(known) > 140
    for where, context, source in known:
        found = None if words is None else words.get(source, context)
        written = source if words is None else _first(found.string) if found else ""
        assert written, source
        shown = _NAMED.sub("12", written)
        assert len(shown) <= MOST[where], shown
        assert len(shown) <= max(TIMES * len(source), len(source) + LETTERS), shown


def _first(forms: Any) -> str:
    """A message as the catalogues have it: one text, or the first form of a plural."""
    return forms if isinstance(forms, str) else str(forms[0])
