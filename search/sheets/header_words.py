"""What a column's header words say about its meaning, in any of the lexicon's languages."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from search.sheets.column_targets import Target
from search.sheets.header_grammar import is_stop, meaning, read_parts, turned
from search.values import lexicon
from search.values.folding import fold

EXACT = 1.0
_BAG = 0.97
_GRAMMAR, _GRAMMAR_IN_PART = 0.95, 0.7
# Languages that put the word which names the thing behind those that explain it.
_HEAD_LAST = frozenset({"en", "de", "nl", "sv", "da", "nb", "fi", "hu", "tr", "zh", "hi", "bn", "ur", "am", "ti"})
_JOINTS = frozenset(
    {"of", "at", "in", "on", "by", "for", "from", "to", "with", "der", "des", "von", "am", "im", "van", "op"}
)
GROUP = " › "  # stands between a group title and the heading below it
_SEGMENTS = re.compile(r"[/|\\\n()\[\]:;,،]| - | – ")
_FUZZY_CUTOFF = 84
_MAX_HEADER_CHARS = 120
_LEAST_TELLING = 3
_SHORT = re.compile(r"(\w+)(?:\.|[-./]([^\W\d]{1,3})\.?)")
_LEAST_OF_WORD = 4
# Signs for "number": with a degree or ordinal sign, with a point before a space or the end, or the sign by itself.
_NUMBER_SIGN = re.compile(r"(?<!\w)[nN]\s?\.?\s?[°º]|(?<!\w)[nN]\.(?=\s|$)|(?<!\w)#(?!\w)|#(?=\s*\w)")
_SHORTENED = 0.9


@dataclass(frozen=True, slots=True)
class HeaderSense:
    """One reading of a header: the meaning, how sure (0 to 1), and the languages in which the words mean that.

    `certain`: the header says this and nothing else, so that no other word of it could turn the meaning.
    """

    target: Target
    score: float
    languages: frozenset[str]
    certain: bool = False


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
    return tuple(key for key in _phrases() if len(key) >= 4)


@lru_cache(maxsize=1)
def _bags() -> dict[tuple[str, ...], dict[Target, frozenset[str]]]:
    """The known phrases by their telling words alone: `Causa_morte` is `causa di morte`."""
    found: dict[tuple[str, ...], dict[Target, set[str]]] = defaultdict(lambda: defaultdict(set))
    for code, language, phrases in lexicon.rows("headers"):
        for phrase in phrases:
            bag = _bag(phrase)
            # `found on` without its joint is another thing.
            if len(bag) > 1 or len(fold(phrase).split()) == 1:
                found[bag][Target(code)].add(language)
    return {bag: {t: frozenset(langs) for t, langs in targets.items()} for bag, targets in found.items() if bag}


@lru_cache(maxsize=4096)
def read_header(header: str) -> tuple[HeaderSense, ...]:
    """Return the readings of a header, best first; empty where no word of it is known."""
    group, _, heading = _spaced(header.strip()[:_MAX_HEADER_CHARS]).rpartition(GROUP)
    found = _read_below(group, heading) if fold(group) else _read_alone(heading)
    best: dict[Target, HeaderSense] = {}
    for sense in sorted(found, key=lambda sense: (not sense.certain, -sense.score)):
        known = best.get(sense.target)
        if known is None or known.score < sense.score:
            best[sense.target] = sense
    return tuple(sorted(best.values(), key=lambda sense: -sense.score))


def is_administrative(header: str) -> bool:
    """The header is about the record (who keeps it, where, since when) and not about a person."""
    return read_parts(_spaced(header).replace(GROUP, " ")).administrative and not any(
        sense.certain for sense in read_header(header)
    )


def is_known_header(text: str) -> bool:
    """The text is, word for word, a column name of some language."""
    return fold(text).replace(" ", "") in _phrases()


def _spaced(header: str) -> str:
    """`caseNumber` as `case Number`; `N°`, `N.º`, `n.` and `#` as the word that they stand for."""
    return _NUMBER_SIGN.sub(" no ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)).strip()


def _read_below(group: str, heading: str) -> list[HeaderSense]:
    """A heading below a group title: both together, else the heading as the group's words turn it."""
    together = f"{group} {heading}"
    known = _known(together)
    if known:
        return known
    of_group = read_parts(group)
    if turned(of_group):
        senses = _by_grammar(together)
        if senses or read_parts(together).administrative:
            return senses
        if of_group.parts & {"relative", "mother", "father"}:
            return [HeaderSense(Target.RELATIVE, _GRAMMAR, of_group.languages, certain=True)]
    own = [replace(sense, score=0.99 * sense.score) for sense in _read_alone(heading)]
    return own + [HeaderSense(s.target, 0.5 * s.score, s.languages) for s in _known(group)]


def _read_alone(header: str) -> list[HeaderSense]:
    """The whole header, each part of a bilingual or explained one (`Fecha / Date`, `Height (cm)`), then its words."""
    if known := _known(header):
        return known
    turns, segments = _by_grammar(header), _by_segments(header)
    if segments or (turns and turns[0].certain):
        return turns + segments
    parts = _SEGMENTS.split(header)[:6]
    return turns + [sense for part in dict.fromkeys([header, *parts]) for sense in _read_phrase(part)]


def _by_segments(header: str) -> list[HeaderSense]:
    """Each part of a bilingual header; certain unless a word of another part could turn it."""
    # A letter alone is a code (`Genre (H/F)`), no word for another thing.
    parts = [part for part in _SEGMENTS.split(header) if len(fold(part)) > 1]
    if not parts or parts == [header]:
        return []
    read = [_known(part) or _by_grammar(part) for part in parts]
    found = [
        replace(sense, score=sense.score * (0.97 - 0.04 * min(place, 5)))
        for place, senses in enumerate(read)
        for sense in senses
    ]
    whole = read_parts(header)
    plain = (all(read) or not whole.administrative) and meaning(whole.parts) in (None, *(s.target for s in found))
    # What all known parts say is certain; `DOB / Age` are two things.
    common = set.intersection(*({sense.target for sense in senses} for senses in read if senses)) if found else set()
    first = {sense.target for sense in next(filter(None, read), [])}
    return [
        replace(sense, certain=sense.certain and plain) if sense.target in common else _doubted(sense, first)
        for sense in found
    ]


def _doubted(sense: HeaderSense, first: set[Target]) -> HeaderSense:
    """What one part says and another does not: the first of them names the thing."""
    return replace(sense, score=sense.score * (1.0 if sense.target in first else 0.5), certain=False)


def _known(text: str) -> list[HeaderSense]:
    """What a header means that is known as a whole, to the word or to its telling words."""
    if exact := _phrases().get(_key(text)):
        return [HeaderSense(target, EXACT, languages, certain=True) for target, languages in exact.items()]
    bag = _bags().get(_bag(text), {}) if fold(text) else {}
    if bag:
        return [HeaderSense(target, _BAG, languages, certain=True) for target, languages in bag.items()]
    return _numbered(text)


def _numbered(text: str) -> list[HeaderSense]:
    """`No. de carpeta`: a word for number before or behind what is the sender's own number when it stands alone."""
    words = [word for word in fold(text).split() if not is_stop(word)]
    for rest, sign in ((words[1:], words[:1]), (words[:-1], words[-1:])):
        of_rest = _phrases().get("".join(rest), {}).get(Target.SENDER_NUMBER, frozenset())
        if of_rest and _phrases().get("".join(sign), {}).get(Target.SENDER_NUMBER):
            return [HeaderSense(Target.SENDER_NUMBER, _BAG, of_rest, certain=True)]
    return []


def _by_grammar(text: str) -> list[HeaderSense]:
    """What the thing that a header names is, as its other words turn it; certain where no word is left over."""
    said = read_parts(text)
    target = meaning(said.parts)
    if target is None:
        return []
    return [HeaderSense(target, _GRAMMAR if said.whole else _GRAMMAR_IN_PART, said.languages, certain=said.whole)]


@lru_cache(maxsize=8192)
def _read_phrase(text: str) -> tuple[HeaderSense, ...]:
    folded = fold(text)
    if not folded:
        return ()
    key = folded.replace(" ", "")
    return _inside(folded) or _shortened(text) or (() if read_parts(text).parts else _misspelt(key))


def _inside(folded: str) -> tuple[HeaderSense, ...]:
    """The longest known phrases among the header's words that hold its head: `fecha de nacimiento del migrante`."""
    words = folded.split()[:14]
    found: dict[Target, HeaderSense] = {}
    for size in range(min(6, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            key = "".join(words[start : start + size])
            if len(key) < 3:
                continue
            share = len(key) / sum(map(len, words))
            # The first word of a header names the thing, what follows explains it.
            score = min(0.45 + 0.45 * share + (0.05 if start == 0 else 0.0), 0.95)
            for target, languages in _phrases().get(key, {}).items():
                if target not in found and any(start <= _head(words, lang) < start + size for lang in languages):
                    found[target] = HeaderSense(target, score, languages)
    return tuple(found.values())


def _head(words: list[str], language: str) -> int:
    """The place of the word that names the thing: the last before any joint, where a language puts it last."""
    if language not in _HEAD_LAST:
        return next((at for at, word in enumerate(words) if not is_stop(word)), 0)
    joint = next((at for at, word in enumerate(words) if at and word in _JOINTS), len(words))
    return joint - 1


def _shortened(text: str) -> tuple[HeaderSense, ...]:
    """`Staatsangeh.` and `Гражд-во`: the beginning, or beginning and end, of one known word."""
    written = _SHORT.fullmatch(text.strip())
    first, last = (fold(written[1]), fold(written[2] or "")) if written else ("", "")
    if len(first) < _LEAST_OF_WORD:
        return ()
    fits = [key for key in _long_phrases() if key.startswith(first) and key.endswith(last) and key != first]
    found: dict[Target, set[str]] = defaultdict(set)
    for key in fits:
        for target, languages in _phrases()[key].items():
            found[target] |= languages
    alone = len(found) == 1
    return tuple(HeaderSense(t, _SHORTENED, frozenset(langs), certain=alone) for t, langs in found.items() if alone)


def _misspelt(key: str) -> tuple[HeaderSense, ...]:
    if len(key) < 5:
        return ()
    matches = process.extract(key, _long_phrases(), scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=3)
    return tuple(
        HeaderSense(target, 0.85 * score / 100, languages)
        for phrase, score, _ in matches
        for target, languages in _phrases()[phrase].items()
    )


def _key(phrase: str) -> str:
    words = fold(phrase).split()
    # `n` beside another word is a number's, whatever sign stood behind it.
    return "".join("no" if word == "n" and len(words) > 1 else word for word in words)


def _bag(phrase: str) -> tuple[str, ...]:
    words = sorted(word for word in fold(phrase).split() if not word.isdigit() and not is_stop(word))
    return tuple(words) if sum(map(len, words)) >= _LEAST_TELLING else ()
