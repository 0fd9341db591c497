"""Cells that do not name one person: a parent instead (`Infant of Rosa Mora`), a relative, several people at once."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from matching.record import NameKind
from search.values import lexicon
from search.values.folding import fold
from search.values.no_names import is_no_name

_TWO, _LEAST_LISTED = 2, 3
# Two writings of one name share most of their letters; two people do not.
_ALIKE = 0.6
_THE_SAME = 0.85
_LIST_SIGN = re.compile(r"\s*(?:\d{1,2}\s*[.)\-:]|[-–—•*·])\s*(?=\S)")
_HAN = re.compile("[\u3400-\u9fff]{2,5}")
_END_OF_LATIN = 0x250
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_COUNTED_FIRST = re.compile(r"\s*(?:[2-9]|\d{2})\s+[^\W\d]{3,}", re.IGNORECASE)
_AND = re.compile(r"\s+(?:y|and|et|und|και|и|та|و|ve|en|ile|iyo|và|اور|এবং|ও|እና)\s+")
# Between two given names alone: `e` stands within one person's family name too.
_GIVEN_AND = re.compile(r"\s+e\s+")
_AMPERSAND = re.compile(r"\w\s*&\s*\w|\w\s+and\s+\w")
_RESPECT = re.compile(r"\bde(?:l\s+(?:señor|sr\b\.?)|\s+la\s+(?:señora|sra\b\.?)|\s+don|\s+doña)\s+", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яіїєґ]")


@dataclass(frozen=True, slots=True)
class Told:
    """A cell that tells of a person by somebody else's name: what kind of name that is (None: a relative's)."""

    kind: NameKind | None
    name: str


def several_people(text: str) -> tuple[bool, str]:
    """Whether a cell is of several people, and the name that is left of the one who is named before the others."""
    for pattern in (_company(), _counted()):
        if (found := pattern.search(text)) is not None and found.start() > 0:
            return True, text[: found.start()].strip(" ,;+&")
    if _COUNTED_FIRST.match(text) or _relation("household").match(text):
        return True, ""
    return (True, "") if _is_list(text) else (False, text)


def of_lines(text: str) -> list[str] | None:
    """The lines of a cell that names one person a line; None where they are one name, wrapped or in two writings."""
    lines = [line.strip() for line in text.splitlines() if any(c.isalpha() for c in line)]
    bare = [_LIST_SIGN.sub("", line).strip(" ,;") for line in lines]
    if len(bare) < _TWO or len({_script(line) for line in bare}) > 1:
        return None
    listed = all(_LIST_SIGN.match(line) for line in lines)
    whole = all(len(line.split()) >= _TWO or _HAN.fullmatch(line) for line in bare)
    wrapped = any(line[:1].islower() for line in bare[1:])
    return bare if listed or (whole and not wrapped and not _are_one(bare)) else None


def writings_of_lines(text: str) -> list[str]:
    """The lines of a cell where they are of two scripts: one name in two writings."""
    lines = [line.strip() for line in text.splitlines() if any(c.isalpha() for c in line)]
    return lines if len({_script(line) for line in lines}) > 1 else []


def _script(line: str) -> bool:
    return any(c.isalpha() and ord(c) < _END_OF_LATIN for c in line)


def _are_one(lines: list[str]) -> bool:
    first, *others = map(fold, lines)
    return all(SequenceMatcher(None, first, other, autojunk=False).ratio() >= _THE_SAME for other in others)


def told_by(text: str) -> Told | None:
    """Somebody who is told by a parent, a relative or a family name; None for a name of their own."""
    plain = _RESPECT.sub("de ", text.translate(_APOSTROPHES))
    for code, kind in (("behind_newborn", NameKind.MOTHER), ("behind_kin", None)):
        if (found := _relation_behind(code).match(plain)) is not None:
            return Told(kind, found[1] if kind else "")
    matches = [(code, _relation(code).match(plain)) for code in ("newborn", "child", "of_father", "kin", "baby")]
    for code, found in sorted(matches, key=lambda one: -one[1].end() if one[1] else 0):
        if found is None or is_no_name(behind := plain[found.end() :].strip(" :,;-.")):
            continue
        is_cousin = code == "of_father" and fold(behind) in lexicon.words("relationships", "aunt_uncle")
        if code == "kin" or is_cousin or not any(c.isalpha() for c in behind):
            return Told(None, "")
        return None if _is_own(behind) else Told(_kind_of(code, behind), behind)
    return None


def _is_own(behind: str) -> bool:
    """Whether *my* or *his* stands behind a word for a child: the name after it is the child's own, not a parent's."""
    return fold(behind).split()[:1] in [[word] for word in lexicon.words("relation_names", "whose")]


def _kind_of(code: str, name: str) -> NameKind | None:
    """Whose name stands behind: the mother's of a newborn, else by the word or by how the given name ends."""
    if code == "baby":
        return NameKind.FAMILY
    given = next(iter(fold(name).split()), "")
    if code == "child" and _CYRILLIC.match(given):
        # Behind the word stands the genitive, in which a father's name ends as a mother's does.
        return None
    if given.endswith("o") and code == "child":
        return NameKind.FATHER
    is_mans = given in lexicon.words("relation_names", "man")
    is_womans = given.endswith(("a", "α")) or name.split(maxsplit=1)[0].endswith("ة")
    if (is_womans and not is_mans) or code == "newborn":
        return NameKind.MOTHER
    ends = tuple(lexicon.words("relation_names", "mans_ending"))
    return NameKind.FATHER if is_mans or code == "of_father" or given.endswith(ends) else None


def _is_list(text: str) -> bool:
    """Several whole names with signs or words between."""
    listed = [part.split() for part in re.split(r"\s*,\s*", text)]
    if all(len(part) >= _TWO for part in listed) and (
        len(listed) >= _LEAST_LISTED or (len(listed) == _TWO and fold(listed[0][-1]) == fold(listed[1][-1]))
    ):
        return True
    parts = [part for part in re.split(r"\s*[;&+\n]\s*", text) if part.strip()]
    if len(parts) >= _TWO and all(len(part.split()) >= _TWO for part in parts):
        return True
    joined = [part for part in _AND.split(text) if part]
    if _AMPERSAND.search(text) or (len(joined) == _TWO and len(joined[0].split()) == 1 < len(joined[1].split())):
        return True
    if (given := _GIVEN_AND.split(text)) and len(given) == _TWO and len(given[0].split()) == 1 < len(given[1].split()):
        return True
    if len(joined) >= _TWO and all(len(part.split()) >= _TWO for part in joined):
        return True
    sides = re.split(r"\s+/\s+", text)
    return len(sides) > 1 and all(len(side.split()) >= _TWO for side in sides) and not _are_forms(sides)


def _are_forms(sides: list[str]) -> bool:
    """Writings of one name: in another script, with a word in common, or alike in their letters."""
    first = fold(sides[0])
    for other in map(fold, sides[1:]):
        same_script = first[:1].isascii() == other[:1].isascii()
        alike = SequenceMatcher(None, first, other, autojunk=False).ratio() >= _ALIKE
        if same_script and not alike and not set(first.split()) & set(other.split()):
            return False
    return True


@lru_cache(maxsize=8)
def _relation(code: str) -> re.Pattern[str]:
    words = lexicon.words_pattern("relation_names", code)
    return re.compile(rf"^\s*(?:{words})(?:\s*[:.]\s*|\s+)(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _relation_behind(code: str) -> re.Pattern[str]:
    """`Irma Soto's baby`, `Ayşe Yılmaz bebeği`."""
    words = lexicon.words_pattern("relation_names", code)
    return re.compile(rf"^\s*(\S.*?)\s*(?<!\s)\s*(?:{words})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _company() -> re.Pattern[str]:
    """`y su familia`, `and her baby`."""
    return re.compile(rf"[\s,+&]+(?:{lexicon.words_pattern('name_status', 'company')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """`+ 2 niños`, `and 3 children`, `y 2 más`."""
    members = lexicon.words_pattern("name_status", "member")
    joined = r"\s*[+&,]|\s+(?:y|and|et|e|und|con|with|avec|mit|и|ve|و)\b"
    return re.compile(rf"(?:{joined})\s*\d{{1,2}}\s*(?:{members})(?!\w)|\s*[+&]\s*(?:{members})(?!\w)", re.IGNORECASE)
