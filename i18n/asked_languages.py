"""Which of the offered languages a browser asks for, by what people who ask for that language really read.

What somebody reads depends on where and in which script: Kurdish in Arabic letters is not the Kurdish of Turkey, and
Fula is written beside French in Guinea and beside English in Nigeria. `read_instead.tsv` says so by tags; a tag without
a line there leads to its own language or to the one that names it as read by its speakers (`LocaleRow.also_for`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.core import get_global

from i18n.locales import LOCALES, SOURCE_TAG

_TABLE = Path(__file__).parent / "read_instead.tsv"

# A header is a few dozen characters; what is longer was not written by a browser.
_LONGEST_HEADER = 500
_ANY = "*"
_OTHER_LETTERS = "-"
_LANGUAGE = re.compile(r"[a-z]{2,8}")
_SCRIPT = re.compile(r"[a-z]{4}")
_REGION = re.compile(r"[a-z]{2}|[0-9]{3}")


class _Asked(NamedTuple):
    """A language range of a header, in lower case and with the code that is in use now."""

    language: str
    script: str = ""
    region: str = ""


def best_locale(accept_language: str, offered: Sequence[str], otherwise: str = SOURCE_TAG) -> str:
    """The offered tag that a browser's Accept-Language likes best (RFC 9110 section 12.5.4, RFC 4647 lookup).

    Without any agreement it is `otherwise`, or else the first one offered. Raises ValueError when nothing is offered.

    By hand, since `babel.negotiate_locale` reads no header, knows neither `*` nor `q=0`, and finds `arz`, not `arz-EG`.
    """
    if not offered:
        raise ValueError("nothing_offered")
    for wanted in _by_preference(accept_language):
        if wanted == _ANY:
            break
        if tag := next((tag for tag in _read_by_who_asks(wanted) if tag in offered), ""):
            return tag
    return otherwise if otherwise in offered else offered[0]


def asks_only_for_others(accept_language: str, offered: Sequence[str]) -> bool:
    """Whether a browser names languages, and none of them leads to one that is offered."""
    named = [wanted for wanted in _by_preference(accept_language) if _parsed(wanted).language]
    return bool(named) and not any(tag in offered for wanted in named for tag in _read_by_who_asks(wanted))


def _by_preference(header: str) -> list[str]:
    """The ranges of the header, most wanted first; those with quality zero are refused and left out."""
    ranked = []
    for position, part in enumerate(header[:_LONGEST_HEADER].split(",")):
        tag, _, parameters = part.strip().partition(";")
        quality = _quality(parameters)
        if tag.strip() and quality > 0:
            ranked.append((-quality, position, tag.strip().lower().replace("_", "-")))
    return [tag for _, _, tag in sorted(ranked)]


def _quality(parameters: str) -> float:
    """The weight behind `q=`, 1 where there is none, 0 where it cannot be read."""
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(float(value), 1.0)
    except ValueError:
        return 0.0


def _read_by_who_asks(wanted: str) -> tuple[str, ...]:
    """Tags of the table of languages that whoever asks for this reads, the best first; none for an unknown one."""
    asked = _parsed(wanted)
    found = next((_read_instead()[key] for key in _keys(asked) if key in _read_instead()), None)
    if found is not None:
        return (
            tuple(tag for tag in found if tag != _OTHER_LETTERS)
            if _OTHER_LETTERS in found
            else (asked.language, *found)
        )
    return tuple(row.tag for row in LOCALES if asked.language in (row.tag, *row.also_for))


def _parsed(wanted: str) -> _Asked:
    """Language, script and region of a range; a three-letter or withdrawn code becomes the one in use."""
    language, *rest = wanted.split("-")
    script = next((part for part in rest if _SCRIPT.fullmatch(part)), "")
    region = next((part for part in rest if _REGION.fullmatch(part)), "")
    if not _LANGUAGE.fullmatch(language):
        return _Asked("")
    # The code in use may bring a script or a region of its own: `prs` is Persian as in Afghanistan.
    now, *brings = str(get_global("language_aliases").get(language, language)).lower().split("_")
    script = script or next((part for part in brings if _SCRIPT.fullmatch(part)), "")
    region = region or next((part for part in brings if _REGION.fullmatch(part)), "")
    return _Asked(now, script, region)


def _keys(asked: _Asked) -> Iterator[str]:
    """From the narrowest to the widest; a script says more about what can be read than a region."""
    for parts in ((asked.script, asked.region), (asked.script,), (asked.region,), ()):
        if all(parts):
            yield "-".join((asked.language, *parts))


@cache
def _read_instead() -> Mapping[str, tuple[str, ...]]:
    """What is read by who asks for a tag and does not find their own; `-` where that would be in other letters."""
    lines = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {asked: tuple(read.split()) for asked_for, read, _why in lines for asked in asked_for.split()}
