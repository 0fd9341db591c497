"""Finding known phrases in free words: the longest first, whatever their gender, number or case."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz, process

from search.values import lexicon
from search.values.folding import fold, single_blanks
from search.values.joining_words import AND, COMMAS, FULL_STOPS, OF_ONE_LANGUAGE, STOPS
from search.values.word_stems import OWN_STEMS, languages_of_script, stems

ALL_LANGUAGES = (
    "en", "es", "fr", "it", "pt", "de", "nl", "ar", "fa", "tr", "el", "ru", "uk",
    "ur", "ps", "bn", "am", "ti", "so", "ht", "ku", "vi", "ckb",
)  # fmt: skip
_T = TypeVar("_T")
# Of these even words of four letters mean something else elsewhere (*haar* is a scar in Somali, hair in Dutch), and
# none is looked for by its likeness to a word of any language.
_SHORT_WORDED = frozenset({"so", "ht", "ku", "vi"})
_MAX_WORDS = 5
_START = 3
_SHORTEST_FOREIGN = 4
_MAX_REMEMBERED = 100_000
_FUZZY_CUTOFF = 87


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
        likened: list[str] = []
        for language in languages:
            for phrase, meanings in _phrases().get(language, {}).items():
                foreign = shortest > 1 and language in _SHORT_WORDED
                if len(phrase) < shortest + foreign and phrase.isascii():
                    continue
                likened += [] if foreign else [phrase]
                least = shortest + foreign if shortest > 1 and language in OWN_STEMS else 0
                self._exact.setdefault(phrase, meanings)
                for stem in stems(phrase, language):
                    if len(stem.rpartition(":")[2]) >= least:
                        self._stems.setdefault(stem, meanings)
        self._starts = {phrase.split(" ")[0][:_START] for phrase in self._exact if " " in phrase}
        # A word is like one of its own script alone.
        self._long: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for phrase in dict.fromkeys(phrase for phrase in likened if len(phrase) >= 5):
            self._long[languages_of_script(phrase)].append(phrase)
        self._known: dict[str, tuple[tuple[str, str], ...] | None] = {}
        self._near: dict[str, str | None] = {}

    def knows(self, phrase: str) -> bool:
        """Whether folded words are one phrase of this book."""
        return self._meanings(phrase) is not None

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
        written_with = languages_of_script(phrase)
        for language in self.languages:
            for stem in stems(phrase, language) if language in written_with else ():
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
            best = process.extractOne(
                word, self._long.get(languages_of_script(word), ()), scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF
            )
            self._near[word] = best[0] if best else None
        return self._near[word]


def _keep_small(memory: dict[str, _T]) -> None:
    """A book lives as long as the process: what it remembers of senders' words is bounded."""
    if len(memory) > _MAX_REMEMBERED:
        memory.clear()


@lru_cache(maxsize=64)
def phrasebook(languages: tuple[str, ...]) -> Phrasebook:
    """Return the book of these languages and English: short words of others are false friends (`el`, `sin`, `main`)."""
    return Phrasebook(tuple(dict.fromkeys((*languages, "en"))))


@lru_cache(maxsize=1)
def any_language() -> Phrasebook:
    """Return the book of all languages, without their shortest words, for what the sheet's own does not know."""
    return Phrasebook(ALL_LANGUAGES, shortest=_SHORTEST_FOREIGN)


def in_any_language(words: list[str]) -> list[Hit]:
    """The phrases of all languages; where one of them alone knows some, also its shortest words."""
    hits = any_language().find(words)
    known = {_languages_of(" ".join(words[hit.start : hit.end])) for hit in hits}
    alone = {next(iter(languages)) for languages in known if len(languages) == 1} & _SHORT_WORDED
    return phrasebook((alone.pop(),)).find(words) if len(alone) == 1 else hits


@lru_cache(maxsize=16384)
def _languages_of(phrase: str) -> frozenset[str]:
    return frozenset(language for language in ALL_LANGUAGES if _book_of(language).knows(phrase))


@lru_cache(maxsize=len(ALL_LANGUAGES))
def _book_of(language: str) -> Phrasebook:
    return Phrasebook((language,))


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


_STRONG = re.compile(rf"[{STOPS}{FULL_STOPS}\n\r|•·]+|\s[-–—]\s|(?<=\w)\.\s+(?=\w)")
_AND = rf"{AND}|ile|κι|і|con|with|avec|mit|met|plus|más"
# Arabic writes its `and` together with the next word; a waistcoat of Dari and Pashto only begins like it.
_NEVER_GLUED = frozenset({"ps", "ur", "ckb"})
CONNECTORS = frozenset(fold(word) for words in (_AND, *OF_ONE_LANGUAGE.values()) for word in words.split("|"))
"""Words that part one thing from the next, folded."""


@lru_cache(maxsize=64)
def _weak(language: str) -> re.Pattern[str]:
    own = OF_ONE_LANGUAGE.get(language, "")
    words = f"{own}|{_AND}" if own else _AND
    glued = "" if language in _NEVER_GLUED else r"|\s+و(?!اسك|اسک)\s*(?=\w{2})"
    return re.compile(rf"[{COMMAS}+&]|/|\(|\)|\s+(?:{words})\s+{glued}", re.IGNORECASE)


def chunks(text: str, languages: tuple[str, ...]) -> list[list[str]]:
    """Divide a cell at its strong separators (semicolon, line), and each part at its weak ones (comma, `and`)."""
    weak = _weak(languages[0] if languages else "")
    parts = [part for part in _STRONG.split(single_blanks(text)) if part.strip()]
    return [[chunk.strip() for chunk in weak.split(part) if chunk and chunk.strip()] for part in parts]
