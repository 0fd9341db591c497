"""What each page of the families' portal takes over the wire, alone and with all its files, in several languages."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from babel import Locale
from babel.support import NullTranslations, Translations

from benchmarks.family_portal import PACKED, Answered, Portal, Relative, unpacked
from benchmarks.page_forms import read_page

# Sources in letters of three bytes, with CLDR's Bengali names: about what a page in Bengali takes.
BENGALI_LIKE = "bn-like"
FIRST_PAGE, ANY_PAGE = 15_000, 25_000
_STARTS = ("/", "/search/names", "/search/review", "/open", "/witness", "/case")
_KEPT_IN_A_SENTENCE = re.compile(r"(%\(\w+\)[sd]|%%|<[^>]*>|&\w+;)")
_SENT_ELSEWHERE = re.compile(
    r"""(?:src|srcset|poster)=["'](?:https?:)?//|<link[^>]*href=["'](?:https?:)?//|url\(["']?(?:https?:)?//"""
)


@dataclass(frozen=True, slots=True)
class PageBytes:
    """Bytes of one page with its headers: as it is, packed, and packed with all that it draws, fetched anew."""

    language: str
    address: str
    plain: int
    packed: int
    with_files: int
    elsewhere: int


def page_bytes(app: Portal, language: str, starts: Sequence[str] = _STARTS) -> Iterator[PageBytes]:
    """Every page of the portal that links lead to, for somebody who filed and opened a search."""
    with _speaking(language):
        relative = Relative(app, "en" if language == BENGALI_LIKE else language)
        relative.files_a_search()
        seen: set[str] = set()
        for address, answer in relative.walk(*starts):
            path = address.partition("?")[0]
            if path not in seen:
                seen.add(path)
                yield _measured(relative, language, path, answer)


def _measured(relative: Relative, language: str, path: str, answer: Answered) -> PageBytes:
    text, headers = unpacked(answer), len(str(answer.headers)) + len("HTTP/1.1 200 OK\r\n")
    files = [relative.client.get(name, headers=PACKED) for name in _files(text)]
    packed = headers + len(answer.get_data())
    together = packed + sum(len(str(file.headers)) + len(file.get_data()) for file in files)
    elsewhere = len(_SENT_ELSEWHERE.findall(text))
    return PageBytes(language, path, headers + len(text.encode()), packed, together, elsewhere)


def _files(text: str) -> list[str]:
    """The files that a browser fetches for a page; a part of one names the same file."""
    names = (name.partition("#")[0] for name in read_page(text).files)
    return list(dict.fromkeys(name for name in names if name.startswith("/static/") or name.endswith(".webmanifest")))


@contextmanager
def _speaking(language: str) -> Iterator[None]:
    """Lets the portal speak letters of three bytes, where that is asked for."""
    with ExitStack() as stack:
        if language == BENGALI_LIKE:
            words = _ThreeBytes()
            stack.enter_context(patch("web.locale.translations", lambda _tag, _catalogue: words))
            stack.enter_context(patch("web.labels.geography._cldr", lambda _identifier: Locale.parse("bn")))
        yield


class _ThreeBytes(Translations):
    """Every message in Bengali letters, as many as the source has."""

    def __init__(self) -> None:
        super().__init__()
        self.add_fallback(NullTranslations())

    def gettext(self, message: str) -> str:
        return _in_three_bytes(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _in_three_bytes(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        del context
        return _in_three_bytes(message)

    def npgettext(self, context: str, singular: str, plural: str, num: int) -> str:
        del context
        return _in_three_bytes(singular if num == 1 else plural)


def _in_three_bytes(message: str) -> str:
    parts = _KEPT_IN_A_SENTENCE.split(message)
    return "".join(part if place % 2 else _letters(part) for place, part in enumerate(parts))


def _letters(text: str) -> str:
    return "".join(
        chr(0x0995 + (ord(one.lower()) - ord("a")) % 26) if one.isascii() and one.isalpha() else one for one in text
    )
