"""What a header means that no list knows as a whole: the thing that it names, and the word that turns it.

`Nome_padre` names a name and turns it to the father; `Date Modified` names a date, and what turns it is the keeping of
records, which is nobody's. The words are `header_parts.tsv`, in many languages.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from search.sheets.column_targets import Target
from search.values import lexicon
from search.values.folding import fold

_MOST_WORDS = 14
_LONGEST_PART = 3
# Without these a word is not cut from its ending or beginning: too much would fit.
_LEAST_REST = 2
_LEAST_OF_TWO = 4
_NEVER_FIELD = "admin"


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """The parts that a header's words stand for, in which languages, and whether no word was left over."""

    parts: frozenset[str]
    languages: frozenset[str]
    whole: bool

    @property
    def administrative(self) -> bool:
        """It is about the record, not about the person."""
        return _NEVER_FIELD in self.parts


# The thing and the turn, and what both together are; the first line that fits decides. "" is a thing without a turn.
_MEANINGS: tuple[tuple[frozenset[str], frozenset[str], Target], ...] = tuple(
    (frozenset(things.split()), frozenset(turns.split()), target)
    for things, turns, target in (
        ("weight", "", Target.WEIGHT),
        ("coordinates", "", Target.COORDINATES),
        ("cause", "death", Target.CAUSE),
        ("manner", "death", Target.MANNER),
        ("phone", "relative mother father", Target.CONTACT_PHONES),
        ("name", "father", Target.FATHER),
        ("name", "mother", Target.MOTHER),
        ("name place address country", "relative mother father", Target.RELATIVE),
        ("year", "birth", Target.BIRTH_YEAR),
        ("date", "birth", Target.BIRTH_DATE),
        ("place country", "birth", Target.BIRTH_PLACE),
        ("date", "report", Target.REPORT_DATE),
        ("date", "finding death lost", Target.FOUND_DATE),
        ("country", "finding death lost", Target.FOUND_COUNTRY),
        ("place country address", "residence", Target.RESIDENCE),
        ("place", "finding death lost", Target.FOUND_PLACE),
        ("place name", "present", Target.PRESENT_PLACE),
        ("name phone number", "staff report", Target.REPORTER),
        ("age", "finding death lost", Target.AGE),
    )
)
_TURNS = frozenset(turn for _, turns, _ in _MEANINGS for turn in turns) | {_NEVER_FIELD}


def meaning(parts: frozenset[str]) -> Target | None:
    """Return what a thing and its turn mean together; None for what is no field, or is said by one word alone."""
    if _NEVER_FIELD in parts:
        return None
    fits = (t for things, turns, t in _MEANINGS if parts & things and (not turns or parts & turns))
    return next(fits, None)


def turned(group: HeaderParts) -> bool:
    """The words of a group say whose or which the headings below are."""
    return bool(group.parts & _TURNS)


@lru_cache(maxsize=8192)
def read_parts(text: str) -> HeaderParts:
    """Return what the words of a header stand for; words of a person alone or joints do not count as left over."""
    words = tuple(fold(text).split()[:_MOST_WORDS])
    parts: set[str] = set()
    spoken: list[frozenset[str]] = []
    left = at = 0
    while at < len(words):
        size, found = _longest(words, at)
        known = {part: languages for part, languages in found.items() if part != "stop"}
        parts |= known.keys()
        if known:
            spoken.append(frozenset().union(*known.values()))
        left += not found
        at += size
    together = frozenset.intersection(*spoken) if spoken else frozenset()
    return HeaderParts(frozenset(parts), together or frozenset().union(*spoken), left == 0 and bool(words))


def is_stop(word: str) -> bool:
    """A joint between the words of a header, or a word for the person whom all columns are about."""
    return "stop" in _whole_words().get(word, {})


def _longest(words: tuple[str, ...], at: int) -> tuple[int, dict[str, frozenset[str]]]:
    for size in range(min(_LONGEST_PART, len(words) - at), 0, -1):
        if found := _whole_words().get(" ".join(words[at : at + size])):
            return size, found
    return 1, _cut(words[at])


@lru_cache(maxsize=8192)
def _cut(word: str) -> dict[str, frozenset[str]]:
    """The parts of a compound: `Todesdatum` ends in a date and begins with a death."""
    found: dict[str, set[str]] = defaultdict(set)
    for part, language, stem, at_end in _stems():
        if len(word) >= len(stem) + _LEAST_REST and (word.endswith(stem) if at_end else word.startswith(stem)):
            found[part].add(language)
    return {part: frozenset(languages) for part, languages in found.items()} or _run_together(word)


def _run_together(word: str) -> dict[str, frozenset[str]]:
    """The parts of two words that are written as one: `datenaiss`, `lieudeces`."""
    for at in range(_LEAST_OF_TWO, len(word) - _LEAST_OF_TWO + 1):
        first, second = _whole_words().get(word[:at], {}), _whole_words().get(word[at:], {})
        if first and second and "stop" not in {*first, *second}:
            return {**first, **second}
    return {}


@lru_cache(maxsize=1)
def _whole_words() -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for part, language, words in lexicon.rows("header_parts"):
        for word in words:
            # A stem stands for itself too, where it is a word.
            found[fold(word.strip("*"))][part].add(language)
    return {w: {p: frozenset(langs) for p, langs in parts.items()} for w, parts in found.items() if w}


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, str, str, bool], ...]:
    return tuple(
        (part, language, fold(word.strip("*")), word.startswith("*"))
        for part, language, words in lexicon.rows("header_parts")
        for word in words
        if "*" in word
    )
