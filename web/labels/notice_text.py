"""What a family reads before it wishes to be told that a day of questions came, with a digest of the very words."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from i18n.division import Catalogue
from i18n.translate import gettext_noop as _
from i18n.translate import translations
from search.asking.notice_texts import TEXT

_PARTS = (
    _(
        "On the days on which questions come, we send you one short message. It comes on all those days, whether or "
        "not there is anything new."
    ),
    _(
        "The message has no name, no link and no reference. It never says what it is about, and it never brings news. "
        "News a person tells you. It says:"
    ),
    TEXT,
    _(
        "Whoever reads your messages can see that one came. The company that carries it sees your address and these "
        "words. You can take this back at any time."
    ),
)


@dataclass(frozen=True, slots=True)
class NoticeText:
    """The sentences in one language."""

    parts: tuple[str, ...]
    digest: bytes


def notice_text(tag: str) -> NoticeText:
    """The text in a language."""
    catalogue = translations(tag, Catalogue.FAMILY)
    parts = tuple(catalogue.gettext(part) for part in _PARTS)
    return NoticeText(parts, hashlib.sha256("\n".join((tag, *parts)).encode()).digest())


def language_of_notice_text(digest: bytes, tags: Iterable[str]) -> str:
    """The language of the text with this digest, "" where no present text has it."""
    return next((tag for tag in tags if notice_text(tag).digest == digest), "")
