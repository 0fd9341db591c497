"""What a header means that no list knows as a whole: the thing that it names, and the word that turns it.

`Nome_padre` names a name and turns it to the father; `Date Modified` names a date, and what turns it is the keeping of
records, which is nobody's. The words are `header_parts.tsv`, in many languages.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from search.sheets.column_targets import Target
from search.values import lexicon
from search.values.folding import fold

_MOST_WORDS = 14
_LONGEST_PART = 3
# Without these a word is not cut from its ending or beginning: too much would fit.
_LEAST_REST = 2
# And, to, by; the article, with and without them.
_GLUED = ("", "ال", "وال", "بال", "لل", "و", "ب", "ل")
_ARTICLES = ("ال", "لل", "بال", "وال")
_LEAST_OF_TWO = 4
_NEVER_FIELD = "admin"
# `Boat arrival date` is a day, `Name of boat` and `Boat` are nobody's.
# A number of a place is its code, unless it is said whose number or which one it is.
_PLACES, _HOLDERS = frozenset({"place", "country"}), frozenset({"phone", "paper", "name", "date", "finding", "death"})
_OF_A_JOURNEY = frozenset({"date", "place", "finding", "phone", "paper"})
_JOINT, _ANY = "stop", "*"


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """The parts that a header's words stand for, in which languages, and whether no word was left over."""

    parts: frozenset[str]
    languages: frozenset[str]
    whole: bool

    @property
    def administrative(self) -> bool:
        """It is about the record, not about the person."""
        counted = {"number", "many"} <= self.parts
        code_of_place = "number" in self.parts and self.parts & _PLACES and not self.parts & _HOLDERS
        of_a_ship = "carrier" in self.parts and not self.parts & _OF_A_JOURNEY
        kept = _NEVER_FIELD in self.parts and not self.parts >= _A_TAG
        return kept or counted or of_a_ship or bool(code_of_place)


# The thing and the turn, and what both together are; the first line that fits decides. "" is a thing without a turn.
_MEANINGS: tuple[tuple[frozenset[str], frozenset[str], Target], ...] = tuple(
    (frozenset(things.split()), frozenset(turns.split()), target)
    for things, turns, target in (
        ("weight", "", Target.WEIGHT),
        ("coordinates", "", Target.COORDINATES),
        ("cause", "death", Target.CAUSE),
        ("manner", "death", Target.MANNER),
        ("phone", "relative mother father", Target.CONTACT_PHONES),
        ("date year age", "relative mother father", Target.RELATIVE),
        ("name", "father", Target.FATHER),
        ("name", "mother", Target.MOTHER),
        ("name place address country", "relative", Target.RELATIVE),
        ("place address country", "mother father", Target.RELATIVE),
        ("date", "birth", Target.BIRTH_DATE),
        ("year", "birth", Target.BIRTH_YEAR),
        ("place country", "birth", Target.BIRTH_PLACE),
        ("date", "report", Target.REPORT_DATE),
        ("age", "finding death lost", Target.AGE),
        ("date", "finding death lost", Target.FOUND_DATE),
        ("place country address", "residence", Target.RESIDENCE),
        ("address", "origin", Target.RESIDENCE),
        ("country", "origin", Target.NATIONALITY),
        ("place", "origin", Target.BIRTH_PLACE),
        ("country", "finding death lost", Target.FOUND_COUNTRY),
        ("place", "now", Target.PRESENT_PLACE),
        ("facility", "finding", Target.PRESENT_PLACE),
        ("place", "finding death lost", Target.FOUND_PLACE),
        ("place name", "present", Target.PRESENT_PLACE),
        ("name phone number", "staff report", Target.REPORTER),
        ("dna", "", Target.SAMPLES),
        ("clothes", "", Target.EFFECTS),
        ("marks", "", Target.MARKS),
        ("hair", "", Target.HAIR),
        ("eyes", "", Target.EYES),
    )
)
# `Last contact with the family` is no number of theirs.
_LAST_CONTACT = frozenset({"phone", "lost"})
# A code of a body is its tag, where a code of anything else is about the record.
_A_TAG = frozenset({"number", "body"})
# The day of a burial is no place, and who buried somebody is none.
_OF_A_BURIAL = frozenset({"date", "year", "time", "staff", "report"})
_EVENTS = frozenset({"finding", "death", "lost"})
# A clerk's number is theirs, a report's is not; what it is the words alone do not tell.
_NUMBER_OF_A_REPORT = frozenset({"number", "report", "staff"})
_NAME_OF_A_SHIP = frozenset({"carrier", "name"})
_NAME_OF_A_PLACE = frozenset({"name", "place"})
_ONLY_A_PHONE = frozenset({"phone", "number"})
# A paper is its number, unless the header names another thing of it: the day of its issue, the country, the holder.
_OF_A_PAPER = frozenset({"date", "year", "place", "address", "country", "name", "phone"})
_TURNS = frozenset(turn for _, turns, _ in _MEANINGS for turn in turns) | {_NEVER_FIELD}


def meaning(parts: frozenset[str]) -> Target | None:
    """Return what a thing and its turn mean together; None for what is no field, or is said by one word alone."""
    if parts >= _A_TAG:
        return Target.BODY_TAG
    if (
        parts >= _LAST_CONTACT
        or (parts >= _NUMBER_OF_A_REPORT and "phone" not in parts)
        or _NEVER_FIELD in parts
        or parts >= _NAME_OF_A_SHIP
    ):
        return None
    if "grave" in parts:
        return None if parts & _OF_A_BURIAL else Target.BURIAL_PLACE
    if "paper" in parts:
        return None if parts & _OF_A_PAPER else Target.DOCUMENT
    if "origin" in parts and parts & _EVENTS:
        # Where somebody came from, or where they were met: nobody can tell.
        return None
    if "phone" in parts and parts <= _ONLY_A_PHONE:
        return Target.PHONES
    if parts == _NAME_OF_A_PLACE:
        # `province_name` is the province.
        return Target.FOUND_PLACE
    fits = (t for things, turns, t in _MEANINGS if parts & things and (not turns or parts & turns))
    return next(fits, None)


def turned(group: HeaderParts) -> bool:
    """The words of a group say whose or which the headings below are."""
    return bool(group.parts & _TURNS)


@lru_cache(maxsize=8192)
def read_parts(text: str) -> HeaderParts:
    """Return what the words of a header stand for; words of a person alone or joints do not count as left over.

    A word counts in the language of most words of the header: `es` is a wife in Turkish, and a verb in a question
    in Spanish.
    """
    words = tuple(fold(text).split()[:_MOST_WORDS])
    found: list[dict[str, frozenset[str]]] = []
    at = 0
    while at < len(words):
        size, meant = _longest(words, at)
        found.append(meant)
        at += size
    spoken = _spoken(found)
    counted = [_counted(meant, spoken) for meant in found]
    parts = frozenset(part for meant in counted for part in meant if part != _JOINT)
    return HeaderParts(parts, spoken - {_ANY}, all(counted) and bool(words))


def _spoken(found: list[dict[str, frozenset[str]]]) -> frozenset[str]:
    """The languages that know most words of a header."""
    votes = Counter(language for meant in found for language in frozenset().union(*meant.values()))
    most = max(votes.values(), default=0)
    return frozenset(language for language, count in votes.items() if count == most)


def _counted(meant: dict[str, frozenset[str]], spoken: frozenset[str]) -> dict[str, frozenset[str]]:
    """What a word stands for in the languages that are spoken; words of English stand in headers of all."""
    own = {part: languages for part, languages in meant.items() if languages & (spoken | {_ANY})}
    return own or {part: langs for part, langs in meant.items() if "en" in langs or part == _NEVER_FIELD}


def known_words() -> frozenset[str]:
    """Every word that stands for something, or joins."""
    return frozenset(word for phrase in _whole_words() for word in phrase.split())


def is_stop(word: str, language: str) -> bool:
    """A joint between the words of a header, or a word for the person whom all columns are about."""
    meant = _whole_words().get(word) or (_of_arabic(word) if language == "ar" and word.startswith(_ARTICLES) else {})
    joint = meant.get(_JOINT, frozenset())
    # `es` behind a heading is a language's code, and a wife in Turkish.
    return language in joint or (_ANY in joint and all(language not in meant[part] for part in meant))


def _longest(words: tuple[str, ...], at: int) -> tuple[int, dict[str, frozenset[str]]]:
    for size in range(min(_LONGEST_PART, len(words) - at), 0, -1):
        if found := _whole_words().get(" ".join(words[at : at + size])):
            return size, found
    return 1, _of_arabic(words[at]) or _cut(words[at])


def _of_arabic(word: str) -> dict[str, frozenset[str]]:
    """An Arabic word with its article, or with what is glued before it: `والتاريخ`, `بالمركز`."""
    for glued in _GLUED:
        for plain in (word.removeprefix(glued), f"ال{word.removeprefix(glued)}"):
            meant = _whole_words().get(plain, {}) if word.startswith(glued) and plain != word else {}
            if own := {part: languages & {"ar"} for part, languages in meant.items() if "ar" in languages}:
                return own
    return {}


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
        if first and second and _JOINT not in {*first, *second}:
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
