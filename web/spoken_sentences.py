"""The sentences of families' pages that can be listened to: those of the short way in, and of the receipt.

Only what stands there for everybody is among them. What depends on a search, and the words that open it, is read aloud
by no file: whoever watches what is loaded must learn nothing but a sentence of ours.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from i18n.translate import gettext, pgettext
from i18n.translate import gettext_noop as _
from i18n.translate import pgettext_noop as p_
from search.fields import FieldRow
from search.fields.table import Widget, catalogue
from search.vocabulary import MaySay
from search.vocabulary.code_sets import CODE_SETS
from web.fields.choices import offered_codes
from web.fields.drawing import control_name
from web.labels import message
from web.labels.field_words import FIELDS
from web.labels.field_words.entry import Marked
from web.labels.page_words import PAGES

_DOOR = ("who", "last", "reach")
RECEIPT = "receipt"
_KIND, _MAY_SAY, _WAYS = "filing.contacts.kind", "filing.contacts.may_say", "filing.contacts"
# Of what may be said the short way offers the two ends.
_OFFERED = {_MAY_SAY: (MaySay.NEVER_WHY, MaySay.WHY_TO_ME_ONLY)}
_NOTE = p_(
    "door",
    "Your search is compared with reports inside this service. It is shown to nobody else until you allow it. "
    "Everything else can be added later, in any order.",
)
_RECEIPT: Mapping[str, tuple[str, ...]] = {
    "down": (
        _("Your search is sent"),
        _("Please write this down, or print this page. You need it to open your search again."),
    ),
    "lasts": (
        _(
            "Only this page shows the words, for one hour at most. Once you open another page of ours here, nobody can "
            "show them any more."
        ),
    ),
    "safe": (
        _(
            "Whoever has both can read your search. Keep the paper where you keep what is dear to you. Do not keep it "
            "in your phone if others use it."
        ),
        _("You can give a copy to somebody you trust."),
        _("Tell these words to nobody who calls or writes to you. Not even if they say that they are from us."),
    ),
    "next": (
        _(
            "We compare your search with all reports that we have, and with each new one. You can come back whenever "
            "you like to see what was compared, or to add something."
        ),
    ),
}
# Sentences that each may take what one may, and no more than these are counted of what is read in one go.
_MOST = 3
# What ends a sentence where that is no point.
_STOPS = {"ur": "\u06d4", "bn": "।", "am": "።", "ti": "።"}
_ENDS = re.compile(r"[.!?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is read aloud in one go: a heading with its reason, or a question with its hint and its answers.

    `name` is what it is called on its page, `page` the page.
    """

    page: str
    name: str
    messages: tuple[str | Marked, ...]

    @property
    def code(self) -> str:
        """What it is called among all."""
        return f"{self.page}.{self.name}"

    @property
    def sentences(self) -> int:
        """How many sentences it may be as large as."""
        source = [said if isinstance(said, str) else said[1] for said in self.messages]
        return min(_MOST, sum(len(_ENDS.findall(_ended(said))) for said in source))

    def words_in(self, tag: str) -> str:
        """What is said, in a language."""
        said = (gettext(tag, one) if isinstance(one, str) else pgettext(tag, *one) for one in self.messages)
        return " ".join(_ended(one, _STOPS.get(tag, ".")) for one in said)


def spoken_on(page: str) -> tuple[Spoken, ...]:
    """What is read aloud on a page, in the order in which it stands there."""
    return tuple(one for one in all_spoken().values() if one.page == page)


@cache
def all_spoken() -> Mapping[str, Spoken]:
    """Everything that is read aloud, by its code."""
    door = [one for slug in _DOOR for one in _of_door(slug)]
    receipt = [Spoken(RECEIPT, name, said) for name, said in _RECEIPT.items()]
    return {one.code: one for one in (*door, *receipt)}


@cache
def words_by_code(tag: str) -> Mapping[str, str]:
    """The words of everything that is read aloud, in a language."""
    return {code: one.words_in(tag) for code, one in all_spoken().items()}


def _of_door(slug: str) -> Iterator[Spoken]:
    words = PAGES[slug]
    yield Spoken(slug, "title", tuple(said for said in (words.title, words.why) if said is not None))
    for row in catalogue().values():
        if row.door == slug and row.widget is not Widget.ITEMS:
            yield Spoken(slug, control_name(row.path), tuple(_of_field(row)))
    if slug == _DOOR[-1]:
        yield Spoken(slug, "note", (_NOTE,))


def _of_field(row: FieldRow) -> Iterator[str | Marked]:
    said = FIELDS[row.path]
    yield said.asked
    if said.hint is not None:
        yield said.hint
    if row.widget is Widget.CHOICE:
        yield from _answers(row)


def _answers(row: FieldRow) -> Iterator[str | Marked]:
    codes = offered_codes(row)
    kept = _OFFERED.get(row.path, codes)
    yield from (message(CODE_SETS[row.codes].table, code) for code in codes if code in kept)
    none = FIELDS[_WAYS].none
    if row.path == _KIND and none is not None:
        yield none


def _ended(said: str, stop: str = ".") -> str:
    """A sentence with something that ends it, so that the next one can follow."""
    return said if unicodedata.category(said[-1]).startswith("P") else f"{said}{stop}"
