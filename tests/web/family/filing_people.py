"""Somebody who fills in some pages as a browser sends them, starts the search, and looks for every word again."""

import html
import random
import re
from typing import Any

from search.fields.table import catalogue
from tests.fixtures.visitor import Visitor
from tests.web.family.typing_people import (
    FIELDS,
    WORDS,
    draft_at_random,
    element_at_random,
    norm,
    not_found,
    typed_at_random,
)
from web.family.draft_answers import Draft
from web.family.pages import element_pages, page_of
from web.fields.drawing import control_id, control_name
from web.fields.typed import ANSWER, Typed, settled

NAME = "Abeba of the hill"
_NAME, _PLACE, _CONTACTS = "description.names:full", "description.event.place", "filing.contacts"
_MOST_FIELDS = 5


def drafted(chance: random.Random) -> Draft:
    """What somebody may write of some fields; a name at least, so that there is somebody to search for."""
    draft = draft_at_random(chance.sample(FIELDS, chance.randint(1, _MOST_FIELDS)), chance)
    draft.answers[_NAME] = {"": [NAME]}
    for path, elements in draft.items.items():
        said = [parts for parts in elements.values() if any(settled(typed) for typed in parts.values())]
        draft.items[path] = {str(number): parts for number, parts in enumerate(said, start=1)}
    return draft


def by_the_short_way(visitor: Visitor, draft: Draft, chance: random.Random) -> None:
    """Sends the three short pages; what they ask besides the name, and how to reach the family, is drafted here."""
    visitor.goes_to("/search/who")
    _sends(visitor, "/search/who", {_NAME: draft.answers[_NAME]})
    when, contacts = catalogue()["description.event.when"], catalogue()[_CONTACTS]
    draft.answers[when.path] = typed_at_random(when, chance)
    draft.answers[when.path].pop(ANSWER, None)
    draft.answers[_PLACE] = {"text": [chance.choice(WORDS)]}
    _sends(visitor, "/search/last", {path: draft.answers[path] for path in (when.path, _PLACE)})
    parts = element_at_random(contacts, chance)
    way = {path: typed for path, typed in parts.items() if catalogue()[path].door == "reach"}
    way[f"{_CONTACTS}.value"] = {"": [chance.choice(WORDS)]}
    draft.items[_CONTACTS] = {"1": way}
    _sends(visitor, "/search/reach", dict(way))


def writes(visitor: Visitor, draft: Draft) -> None:
    """Sends every page of a draft; some pages twice, as by a press that seemed to do nothing."""
    visitor.goes_to("/search/names")
    for path, typed in draft.answers.items():
        row = catalogue()[path]
        for _ in range(2 if path < "e" else 1):
            _sends(visitor, f"/search/{page_of(row)}", {path: typed})
    for path, elements in draft.items.items():
        for number, parts in elements.items():
            for page in element_pages(path):
                said: dict[str, Typed] = {row.path: parts[row.path] for row in page.rows if row.path in parts}
                if said:
                    _sends(visitor, f"/search/{page.slug}/{number}", said)


def pages_of(draft: Draft) -> list[str]:
    """The pages of a filed case on which what a draft says can be changed."""
    fields = [page_of(catalogue()[path]) for path in draft.answers]
    lists = [page_of(catalogue()[path]) for path in draft.items]
    elements = [
        f"{page.slug}/{number}" for path, said in draft.items.items() for number in said for page in element_pages(path)
    ]
    return [*dict.fromkeys(fields), *lists, *elements]


def missing(draft: Draft, places: dict[str, str]) -> list[tuple[str, str, str]]:
    """What of a draft is found in none of the ways in which it may be shown, and in which place."""
    typed: list[tuple[str, Typed]] = list(draft.answers.items())
    typed += [item for parts in draft.items.values() for one in parts.values() for item in one.items()]
    return not_found(typed, places)


def text_of(page: str) -> str:
    """Everything that stands in a page, its controls' values too, as one text to look things up in."""
    values = " ".join(re.findall(r'value="[^"]*"', page))
    return norm(html.unescape(re.sub(r"<[^>]+>", " ", page) + " " + values))


def _sends(visitor: Visitor, address: str, said: dict[str, Typed]) -> None:
    fields: dict[str, Any] = {"go": "save", "shown": list(said)}
    for path, typed in said.items():
        for part, texts in typed.items():
            fields[control_id(control_name(path), part)] = list(texts)
    assert visitor.sends(address, fields).status_code == 200
