"""The names in a cell: the name, its other forms, nicknames, a maiden name; or a parent's, where the person has none.

`Luis Mora "El Flaco" (fallecido)`, `Jane Smith née Jones`, `Infant of Rosa Mora`, `Rosa Mora + 2 niños`. Spelling,
order, case and script stay as written. What makes no name is kept in words by whoever reads the row.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from matching.record import NameKind, PersonName
from search.values import lexicon
from search.values.name_relations import of_lines, several_people, told_by, writings_of_lines
from search.values.name_remarks import is_remark, without_remarks
from search.values.no_names import is_no_name, without_addresses, without_placeholders

_QUOTED = re.compile(r"[\"“”«»„‟]([^\"“”«»„‟]{2,40})[\"“”«»„‟]|(?<!\w)['‘’]([^'‘’]{2,40})['‘’](?!\w)")
_CORNERED = re.compile(r"[「『]([^「」『』]{1,40})[」』]")
_BRACKETED = re.compile(r"\(([^()]{2,80})\)")
_SLASHES = r"\s+/\s+|\s*\|\s*|(?<=\w\w)/(?=\w\w)"
# Initials keep their last full stop: `J. P. R. G.`, `Juan N.`
_INITIALS = re.compile(r"(?:^|[\s.])\w\.$")
# An officer writes `@P.N.` for a name that is not known.
_AT_INITIALS = re.compile(r"[,\s]*@(?:\w\.?){1,3}(?=\s|$)")
_LINES = re.compile(r"\s*[\n;|,]\s*")
_MAX_NAME_CHARS = 200


@dataclass(frozen=True, slots=True)
class NameCell:
    """What a cell says of names; `is_several` where it tells of more people than one."""

    names: tuple[PersonName, ...] = ()
    is_several: bool = False


def read_names(text: str, kind: NameKind = NameKind.FULL, language: str = "") -> tuple[PersonName, ...]:
    """The names in a cell; see `read_name_cell`."""
    return read_name_cell(text, kind, language).names


@lru_cache(maxsize=16384)
def read_name_cell(text: str, kind: NameKind = NameKind.FULL, language: str = "") -> NameCell:
    """Split a name cell into the name and its other forms; what stands for no name gives none.

    `language` is that of the sheet: *of* is a word for "or" in Dutch alone. Of nicknames each line is one.
    """
    if kind is NameKind.NICKNAME and len(lines := [line for line in _LINES.split(text[:_MAX_NAME_CHARS]) if line]) > 1:
        return NameCell(tuple(name for line in lines for name in read_names(line, kind, language)))
    if kind is NameKind.FULL and "\n" in text.strip():
        if of_lines(text[:_MAX_NAME_CHARS]) is not None:
            return NameCell(is_several=True)
        if writings := writings_of_lines(text[:_MAX_NAME_CHARS]):
            return NameCell(tuple(name for line in writings for name in read_names(line, kind, language)))
    text = without_addresses(_certainty().sub("", " ".join(text.split())[:_MAX_NAME_CHARS])).lstrip("@")
    if is_no_name(text):
        return NameCell()
    named = without_remarks(text)
    is_several, named = several_people(named) if kind is NameKind.FULL else (False, named)
    if not named or is_no_name(named):
        return NameCell(is_several=is_several)
    if kind is NameKind.FULL and (told := told_by(named)) is not None:
        parent = _tidy(told.name) if told.kind is not None else ""
        return NameCell((PersonName(parent, told.kind),) if parent and told.kind else (), is_several)
    return NameCell(_forms(named, kind, language), is_several)


def _forms(text: str, kind: NameKind, language: str) -> tuple[PersonName, ...]:
    nicknames = [one or other for one, other in _QUOTED.findall(text)] + _CORNERED.findall(text)
    text = _QUOTED.sub(" ", _CORNERED.sub("", text))
    main, *maiden = _maiden().split(text)
    if maiden and "," in maiden[-1]:
        # `Müller geb. Schmidt, Anna`: what stands behind the comma goes on with the name.
        maiden[-1], rest = maiden[-1].split(",", 1)
        main = f"{main}, {rest.strip()}"
    main, *aliases = _alias().split(main)
    nicknames += [alias.strip(" ()[]") for alias in aliases]
    others: list[str] = []
    for inside in _BRACKETED.findall(main):
        if not is_remark(inside) and told_by(inside) is None:
            (others if len(inside.split()) > 1 else nicknames).append(inside)
    main = _BRACKETED.sub(" ", main)
    forms = [form for part in [*_or(language).split(main), *others] if (form := _tidy(part))]
    names = [PersonName(form, kind) for form in forms]
    names += [PersonName(form, NameKind.MAIDEN) for word in maiden if (form := _tidy(word))]
    names += [PersonName(form, NameKind.NICKNAME) for word in nicknames if (form := _tidy(word))]
    return tuple(dict.fromkeys(names))


def _tidy(name: str) -> str:
    bare = _certainty().sub("", " ".join(_AT_INITIALS.sub("", name).split()).strip(" ,;:?¿*-_/[]()@"))
    bare = _titles().sub("", bare if _INITIALS.search(bare) else bare.strip(" ."))
    if is_no_name(bare) or bare.isdigit():
        return ""
    known = without_placeholders(bare)
    return "" if is_no_name(known) else known


@lru_cache(maxsize=8)
def _or(language: str) -> re.Pattern[str]:
    words = [
        w for code, of, words in lexicon.rows("name_words") if code == "or" and of in ("*", language) for w in words
    ]
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, words))})\s+|{_SLASHES}")


@lru_cache(maxsize=1)
def _alias() -> re.Pattern[str]:
    words = rf"\b(?:{_choice('alias')})(?!\w)|(?:{_choice('alias_joined')})|\(a\)"
    return re.compile(rf"\s*[,(\[]?\s*(?:{words})[.:]?\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _maiden() -> re.Pattern[str]:
    """`née` in any case; `nee` and `nata` in small letters alone: Nee is a family, Nata a given name."""
    words = rf"(?i:{_choice('maiden')})|{_choice('maiden_lower')}"
    return re.compile(rf"(?<=[\w.)])\s*[,(\[]?\s*(?<!\w)(?:{words})(?!\w)[.:]?\s*")


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """A title stands before two words at least: `Don` alone is a name."""
    return re.compile(rf"^(?:{_choice('title')})\.?\s+(?=\S+\s+\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _certainty() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_choice('perhaps')})\s*:?\s+|^(?:{_choice('label')})\s*:\s*", re.IGNORECASE)


def _choice(code: str) -> str:
    return lexicon.words_pattern("name_words", code)
