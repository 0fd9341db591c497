"""Finding known phrases in free words: the longest first, whatever their gender, number or case."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz, process

from search.values import lexicon
from search.values.folding import fold, single_blanks

ALL_LANGUAGES = ("en", "es", "fr", "it", "pt", "de", "nl", "ar", "fa", "tr", "el", "ru", "uk")
_T = TypeVar("_T")
_LATIN_LANGUAGES = ("en", "es", "fr", "it", "pt", "de", "nl", "tr")
_MAX_WORDS = 5
_START = 3
_SHORTEST_FOREIGN = 4
_MAX_REMEMBERED = 100_000
_FUZZY_CUTOFF = 87
_FAMILY = {"es": "romance", "fr": "romance", "it": "romance", "pt": "romance", "ru": "slavic", "uk": "slavic"}
_ARABIC_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known phrase: where its words stand, and what it can mean as category → code."""

    start: int
    end: int
    meanings: tuple[tuple[str, str], ...]

    def code(self, category: str) -> str:
        """The code in one category, or ""."""
        return next((code for kind, code in self.meanings if kind == category), "")


class Phrasebook:
    """The phrases of several languages, the first language having precedence."""

    def __init__(self, languages: tuple[str, ...], *, shortest: int = 1) -> None:
        self.languages = languages
        self._exact: dict[str, tuple[tuple[str, str], ...]] = {}
        self._stems: dict[str, tuple[tuple[str, str], ...]] = {}
        for language in languages:
            for phrase, meanings in _phrases().get(language, {}).items():
                if len(phrase) < shortest and phrase.isascii():
                    continue
                self._exact.setdefault(phrase, meanings)
                for stem in _stems(phrase, language):
                    self._stems.setdefault(stem, meanings)
        self._starts = {phrase.split(" ")[0][:_START] for phrase in self._exact if " " in phrase}
        self._long = [phrase for phrase in self._exact if len(phrase) >= 5]
        self._known: dict[str, tuple[tuple[str, str], ...] | None] = {}
        self._near: dict[str, str | None] = {}

    def find(self, words: list[str], *, fuzzy: bool = True) -> list[Hit]:
        """Return the phrases in folded words, left to right, without overlap."""
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._longest(words, at) or (self._misspelt(words, at) if fuzzy else None)
            if hit is None:
                at += 1
            else:
                hits.append(hit)
                at = hit.end
        return hits

    def _longest(self, words: list[str], at: int) -> Hit | None:
        longest = _MAX_WORDS if not words[at].isascii() or words[at][:_START] in self._starts else 1
        for size in range(min(longest, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size])
            if (meanings := self._meanings(phrase)) is not None:
                return Hit(at, at + size, meanings)
        return None

    def _meanings(self, phrase: str) -> tuple[tuple[str, str], ...] | None:
        if phrase not in self._known:
            _keep_small(self._known)
            self._known[phrase] = self._exact.get(phrase) or self._by_stem(phrase)
        return self._known[phrase]

    def _by_stem(self, phrase: str) -> tuple[tuple[str, str], ...] | None:
        written_with = _languages_of_script(phrase)
        for language in self.languages:
            for stem in _stems(phrase, language) if language in written_with else ():
                if (found := self._stems.get(stem)) is not None:
                    return found
        return None

    def _misspelt(self, words: list[str], at: int) -> Hit | None:
        word = words[at]
        if len(word) < 6 or (found := self._closest(word)) is None:
            return None
        return Hit(at, at + 1, self._exact[found])

    def _closest(self, word: str) -> str | None:
        if word not in self._near:
            _keep_small(self._near)
            best = process.extractOne(word, self._long, scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF)
            self._near[word] = best[0] if best else None
        return self._near[word]


def _keep_small(memory: dict[str, _T]) -> None:
    """A book lives as long as the process: what it remembers of senders' words is bounded."""
    if len(memory) > _MAX_REMEMBERED:
        memory.clear()


def _languages_of_script(phrase: str) -> tuple[str, ...]:
    """Only the languages that are written with the phrase's first letter can have a stem of it."""
    first = phrase[:1]
    if "\u0370" <= first <= "\u03ff":
        return ("el",)
    if "\u0400" <= first <= "\u04ff":
        return ("ru", "uk")
    if "\u0600" <= first <= "\u06ff":
        return ("ar", "fa")
    return _LATIN_LANGUAGES


@lru_cache(maxsize=64)
def phrasebook(languages: tuple[str, ...]) -> Phrasebook:
    """Return the book of these languages and English: short words of others are false friends (`el`, `sin`, `main`)."""
    return Phrasebook(tuple(dict.fromkeys((*languages, "en"))))


@lru_cache(maxsize=1)
def any_language() -> Phrasebook:
    """Return the book of all languages, without their shortest words, for what the sheet's own does not know."""
    return Phrasebook(ALL_LANGUAGES, shortest=_SHORTEST_FOREIGN)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[str, tuple[tuple[str, str], ...]]]:
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for code, language, phrases in lexicon.rows("body_words"):
        category, _, value = code.partition(":")
        for phrase in phrases:
            meanings = found[language][fold(phrase)]
            if (category, value) not in meanings:
                meanings.append((category, value))
    return {language: {p: tuple(m) for p, m in phrases.items() if p} for language, phrases in found.items()}


@lru_cache(maxsize=1)
def _endings() -> dict[str, tuple[str, ...]]:
    """Words are folded before they are cut, so their endings are too; the longest is tried first."""
    return {
        family: tuple(sorted({fold(ending) for ending in endings}, key=lambda ending: (-len(ending), ending)))
        for family, _, endings in lexicon.rows("endings")
    }


@lru_cache(maxsize=262144)
def _stems(phrase: str, language: str) -> tuple[str, ...]:
    """The phrase with each word cut to its stem, with and without the clitics of Arabic."""
    endings = _endings().get(_FAMILY.get(language, language), ())
    stems = [" ".join(_stem(word, endings) for word in phrase.split(" "))]
    if language in ("ar", "fa"):
        bare = " ".join(_without_clitic(word) for word in phrase.split(" "))
        stems += [bare, " ".join(_stem(word, endings) for word in bare.split(" "))]
    return tuple(dict.fromkeys(stem for stem in stems if len(stem) >= 3 or not stem.isascii()))


def _stem(word: str, endings: tuple[str, ...]) -> str:
    if not word.isascii() and len(word) <= 3:
        return word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _without_clitic(word: str) -> str:
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= (2 if len(prefix) > 1 else 3):
            return word[len(prefix) :]
    return word


_STRONG = re.compile(r"[;\n\r|•·]+|\s[-–—]\s|(?<=\w)\.\s+(?=\w)|؛")
_AND = r"y|e|et|and|und|ve|ile|και|κι|и|та|і|con|with|avec|mit|met|plus|más"
CONNECTORS = frozenset({*_AND.split("|"), "en", "و"})
"""Words that part one thing from the next."""
_WEAK = re.compile(rf"[,،+&]|/|\(|\)|\s+(?:{_AND})\s+|\s+و\s*(?=\w{{2}})", re.IGNORECASE)
# `en` is `and` in Dutch, but `in` and `of` in Spanish and French: `dent en or`.
_WEAK_DUTCH = re.compile(rf"[,+&]|/|\(|\)|\s+(?:en|{_AND})\s+", re.IGNORECASE)


def chunks(text: str, languages: tuple[str, ...]) -> list[list[str]]:
    """Divide a cell at its strong separators (semicolon, line), and each part at its weak ones (comma, `and`)."""
    weak = _WEAK_DUTCH if languages[:1] == ("nl",) else _WEAK
    parts = [part for part in _STRONG.split(single_blanks(text)) if part.strip()]
    return [[chunk.strip() for chunk in weak.split(part) if chunk and chunk.strip()] for part in parts]
