"""Pages that the operator writes as Markdown: who stands behind, help in each country, a number to call in danger.

`<topic>.<language>.md` in the folder itself for `ABOUT`, `PRIVACY`, `COMPLAINTS`, `DANGER` and `TALK`, which with a
word behind it (`talk-north`) is where one committee is spoken with; for everything else
`<country>/<topic>.<language>.md`, with an ISO 3166-1 code in small letters, or `all` for what holds everywhere. Each
begins with a few lines `name: value` between lines of three dashes. A page without title, source or the day on which it
was last looked at is left out, and so is a number in danger without the day on which it was last tried, and a way to
speak with people that names neither a place nor a number with its hours: better no page than one that nobody answers
for.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

EVERYWHERE: Final = "all"
ABOUT, PRIVACY, COMPLAINTS, DANGER = "about", "privacy", "complaints", "danger"
TALK: Final = "talk"
MOST_FILES: Final = 2000
LONGEST: Final = 64 * 1024
# A page that somebody edits is read again so soon.
LOOKED_AT_EVERY: Final = datetime.timedelta(seconds=10)

_NAMED = re.compile(r"(?:(all|[a-z]{2})/)?([a-z][a-z0-9-]{0,39})\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.md")
_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]{1,30}")
_OF_THE_FOLDER = (ABOUT, PRIVACY, COMPLAINTS, DANGER)
_DASHES = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationPage:
    """One page in one language. `country` is a code in capitals, empty for what holds everywhere.

    `checked_on`: when somebody last looked whether it is still true. `tried_on` is of `DANGER` alone, `number` of that
    and of `TALK`. There `committee` is the name of the one whose it is, empty for all; `place` and `hours` are lines.
    """

    country: str
    topic: str
    language: str
    title: str
    source: str
    checked_on: datetime.date
    text: str
    number: str = ""
    tried_on: datetime.date | None = None
    committee: str = ""
    place: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A file of the folder that is no page, and a code of why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Information:
    """The pages of a folder, and the files that are none."""

    pages: tuple[InformationPage, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def about(self, country: str, topic: str) -> tuple[InformationPage, ...]:
        """One page in every language that it is there in."""
        return tuple(one for one in self.pages if (one.country, one.topic) == (country, topic))

    def of_country(self, country: str) -> tuple[str, ...]:
        """The topics of a country, or of everywhere where it is empty, but for those of the folder itself."""
        topics = (one.topic for one in self.pages if one.country == country and not _is_of_folder(one.topic))
        return tuple(dict.fromkeys(topics))

    def countries(self) -> tuple[str, ...]:
        """The countries that have pages of their own."""
        of_countries = (one.country for one in self.pages if one.country and one.topic != DANGER)
        return tuple(dict.fromkeys(of_countries))

    def numbers(self) -> tuple[tuple[str, str], ...]:
        """Where there is a number to call in danger: by the country, once for each number of it."""
        return tuple(dict.fromkeys((one.country, one.number) for one in self.pages if one.topic == DANGER))

    def talks(self, committee: str | None = None) -> tuple[str, ...]:
        """The topics of ways to speak with people: of every committee, or of one; where it has none, those of all."""
        ways = [one for one in self.pages if _is_talk(one.topic)]
        if committee is not None:
            ways = [one for one in ways if one.committee == committee] or [one for one in ways if not one.committee]
        return tuple(dict.fromkeys(one.topic for one in ways))


@dataclass(slots=True)
class InformationShelf:
    """The pages of one folder, read again where a file was changed."""

    _read: Information = field(default_factory=Information)
    _state: tuple[tuple[str, int, int], ...] = ()
    _looked_at: datetime.datetime | None = None

    def pages(self, folder: Path | None, now: datetime.datetime) -> Information:
        """What the folder holds now; nothing where there is none."""
        if folder is None:
            return Information()
        if self._looked_at is None or not datetime.timedelta() <= now - self._looked_at < LOOKED_AT_EVERY:
            state = _state(folder)
            if state != self._state or self._looked_at is None or self._looked_at.date() != now.date():
                self._read, self._state = read_information(folder, now.date()), state
            self._looked_at = now
        return self._read


def read_information(folder: Path, today: datetime.date) -> Information:
    """Every page below a folder, in the order of their names."""
    pages: list[InformationPage] = []
    left_out: list[LeftOut] = []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            pages.append(_page(name, path, today))
        except ValueError as error:
            left_out.append(LeftOut(name=name, why=str(error)))
    return Information(tuple(pages), tuple(left_out))


def _page(name: str, path: Path, today: datetime.date) -> InformationPage:
    named = _NAMED.fullmatch(name)
    if named is None or (named[1] is None and not _is_of_folder(named[2])) or (named[1] and _is_talk(named[2])):
        raise ValueError("name")
    said, text = _parted(_text(path))
    tried = _day(said, "tried_on", today) if named[2] == DANGER else None
    more = _way_to_talk(said) if _is_talk(named[2]) else {}
    return InformationPage(
        country="" if named[1] in (None, EVERYWHERE) else named[1].upper(),
        topic=named[2],
        language=named[3],
        title=_said(said, "title"),
        source=_said(said, "source"),
        checked_on=_day(said, "checked_on", today),
        text=text,
        tried_on=tried,
        **({"number": _number(said)} if named[2] == DANGER else more),
    )


def _is_talk(topic: str) -> bool:
    return topic == TALK or topic.startswith(f"{TALK}-")


def _is_of_folder(topic: str) -> bool:
    return topic in _OF_THE_FOLDER or _is_talk(topic)


def _way_to_talk(said: Mapping[str, str]) -> dict[str, str]:
    """Where people are spoken with; a number without its hours is no way."""
    number = _number(said) if said.get("number") else ""
    if number:
        _said(said, "hours")
    if not (number or said.get("place")):
        raise ValueError("no_place")
    return {"number": number, **{key: said.get(key, "") for key in ("committee", "place", "hours")}}


def _text(path: Path) -> str:
    if path.stat().st_size > LONGEST:
        raise ValueError("too_long")
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError("unreadable") from error


def _parted(text: str) -> tuple[Mapping[str, str], str]:
    """What is said between the first two lines of dashes, and the text after it."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].strip() != _DASHES or _DASHES not in [line.strip() for line in lines[1:]]:
        raise ValueError("no_head")
    end = [line.strip() for line in lines[1:]].index(_DASHES) + 1
    pairs = (line.partition(":") for line in lines[1:end] if line.strip())
    return {key.strip().lower(): value.strip() for key, _colon, value in pairs}, "\n".join(lines[end + 1 :])


def _said(said: Mapping[str, str], key: str) -> str:
    if not said.get(key):
        raise ValueError(f"no_{key}")
    return said[key]


def _day(said: Mapping[str, str], key: str, today: datetime.date) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(_said(said, key))
    except ValueError as error:
        raise ValueError(f"no_{key}") from error
    if day > today:
        raise ValueError(f"{key}_to_come")
    return day


def _number(said: Mapping[str, str]) -> str:
    number = _said(said, "number")
    if not _NUMBER.fullmatch(number):
        raise ValueError("no_number")
    return number


def _files(folder: Path) -> list[Path]:
    found = [*folder.glob("*.md"), *folder.glob("*/*.md")] if folder.is_dir() else []
    return sorted(path for path in found if path.is_file())[:MOST_FILES]


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    looked = ((path, path.stat()) for path in _files(folder))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in looked)
