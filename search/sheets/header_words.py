"""What a column's header words say about its meaning, in any of the lexicon's languages."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from search.sheets.column_targets import Target
from search.values import lexicon
from search.values.folding import fold

EXACT = 1.0
GROUP = " › "  # stands between a group title and the heading below it
_SEGMENTS = re.compile(r"[/|\\\n()\[\]:;]| - | – ")
_FUZZY_CUTOFF = 84
_MAX_HEADER_CHARS = 120


@dataclass(frozen=True, slots=True)
class HeaderSense:
    """One reading of a header: the meaning, how sure (0 to 1), and the languages in which the words mean that."""

    target: Target
    score: float
    languages: frozenset[str]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[Target, frozenset[str]]]:
    found: dict[str, dict[Target, set[str]]] = defaultdict(lambda: defaultdict(set))
    for code, language, phrases in lexicon.rows("headers"):
        for phrase in phrases:
            # Header words are compared without spaces, so that `case_no`, `CaseNo` and `case no` are one.
            found[_key(phrase)][Target(code)].add(language)
    return {key: {t: frozenset(langs) for t, langs in targets.items()} for key, targets in found.items() if key}


@lru_cache(maxsize=1)
def _long_phrases() -> tuple[str, ...]:
    return tuple(key for key in _phrases() if len(key) >= 5)


@lru_cache(maxsize=4096)
def read_header(header: str) -> tuple[HeaderSense, ...]:
    """Return the readings of a header, best first; empty where no word of it is known."""
    header = header.strip()[:_MAX_HEADER_CHARS]
    best: dict[Target, HeaderSense] = {}
    whole = _spaced(header)
    for weight, text in _versions(whole):
        for sense in _read_phrase(text):
            score = sense.score * weight
            if sense.target not in best or best[sense.target].score < score:
                best[sense.target] = HeaderSense(sense.target, score, sense.languages)
    return tuple(sorted(best.values(), key=lambda sense: -sense.score))


def is_known_header(text: str) -> bool:
    """The text is, word for word, a column name of some language."""
    return fold(text).replace(" ", "") in _phrases()


def _spaced(header: str) -> str:
    """`caseNumber` as `case Number`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)


def _versions(header: str) -> list[tuple[float, str]]:
    """The whole header, then each part of a bilingual or explained one (`Fecha / Date`, `Height (cm)`)."""
    group, _, heading = header.rpartition(GROUP)
    if group:
        # The heading says what it is; the group helps where both together are a known phrase (`Fecha › Nacimiento`).
        return [
            (1.0, f"{group} {heading}"),
            *((0.99 * weight, text) for weight, text in _versions(heading)),
            (0.5, group),
        ]
    versions = [(1.0, header)]
    parts = [part for part in _SEGMENTS.split(header) if fold(part)]
    if len(parts) > 1:
        versions += [(0.97 - 0.04 * min(place, 5), part) for place, part in enumerate(parts)]
    return versions


@lru_cache(maxsize=8192)
def _read_phrase(text: str) -> tuple[HeaderSense, ...]:
    folded = fold(text)
    if not folded:
        return ()
    key = folded.replace(" ", "")
    if exact := _phrases().get(key):
        return tuple(HeaderSense(target, EXACT, languages) for target, languages in exact.items())
    return _inside(folded) or _misspelt(key)


def _inside(folded: str) -> tuple[HeaderSense, ...]:
    """The longest known phrases among the header's words: `fecha de nacimiento del migrante`."""
    words = folded.split()[:14]
    found: dict[Target, HeaderSense] = {}
    for size in range(min(6, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            key = "".join(words[start : start + size])
            if len(key) < 3:
                continue
            share = len(key) / sum(map(len, words))
            # The first word of a header names the thing, what follows explains it.
            score = 0.45 + 0.45 * share + (0.05 if start == 0 else 0.0)
            for target, languages in _phrases().get(key, {}).items():
                if target not in found or found[target].score < score:
                    found[target] = HeaderSense(target, min(score, 0.95), languages)
    return tuple(found.values())


def _misspelt(key: str) -> tuple[HeaderSense, ...]:
    if len(key) < 4:
        return ()
    matches = process.extract(key, _long_phrases(), scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=3)
    return tuple(
        HeaderSense(target, 0.85 * score / 100, languages)
        for phrase, score, _ in matches
        for target, languages in _phrases()[phrase].items()
    )


def _key(phrase: str) -> str:
    return fold(phrase).replace(" ", "")
