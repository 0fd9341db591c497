"""Single words for kinds of place, life and death, a body's condition, yes and no, and stable traits.

A word that is denied ("not dead"), or of which somebody says not to know it, says none of them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from matching.record import Remains, Trait
from search.values import lexicon
from search.values.blanks import is_blank
from search.values.folding import fold, single_blanks
from search.values.joining_words import AND, COMMAS, FULL_STOPS, STOPS
from search.vocabulary import ReportKind

_KINDS = tuple(kind.value for kind in ReportKind)
_REMAINS = ("skeletal", "partial", "decomposed", "fresh")
_CLAUSE = re.compile(rf"[{COMMAS}{STOPS}{FULL_STOPS}.:!?()\n؟–—]+|\s-\s")
_PIECE = re.compile(rf"[{COMMAS}{STOPS}/+&\n]|\s+(?:{AND}|en)\s+", re.IGNORECASE)
# Words in the longest phrase by which a word before it is denied.
_LONGEST_DENIAL = 3
# What may stand between a denial and what is denied: "is", "está", "ist".
_LITTLE = frozenset({"is", "was", "es", "esta", "est", "e", "ist", "war"})


@lru_cache(maxsize=64)
def _words(name: str, code: str) -> frozenset[str]:
    return frozenset(fold(w) for c, _, words in lexicon.rows(name) if c == code for w in words) - {""}


def _first(text: str, name: str, codes: tuple[str, ...], *, inside: bool = True) -> str:
    """The code whose whole phrase the text is; else, where allowed, whose phrase stands in it (the longest one)."""
    folded = fold(text)
    for code in codes:
        if folded in _words(name, code):
            return code
    if not inside or not folded:
        return ""
    padded = f" {folded} "
    found = [
        (len(w), -codes.index(c), c, w) for c in codes for w in _words(name, c) if len(w) > 2 and f" {w} " in padded
    ]
    _, _, code, phrase = max(found, default=(0, 0, "", ""))
    return code if code and is_claimed(text, phrase) else ""


def claimed_words(text: str) -> frozenset[str]:
    """The folded words of a text that are neither denied nor doubted in their clause."""
    return frozenset(word for clause in _CLAUSE.split(text) for word in _claimed(fold(clause)))


def _claimed(clause: str) -> Iterator[str]:
    padded = f" {clause} "
    doubt = min((at for at in (padded.find(f" {phrase} ") for phrase in _doubts()) if at >= 0), default=None)
    before, words = "", padded[:doubt].split()
    for at, word in enumerate(words, 1):
        if before not in _denials() and not _is_denied_behind(words[at : at + _LONGEST_DENIAL]):
            yield word
        before = before if word in _LITTLE else word


def _is_denied_behind(behind: list[str]) -> bool:
    """Whether the first words behind a word deny it, as languages do whose verb comes last: *kadın değil*."""
    denials = lexicon.words("negations", "denies_behind")
    return any(" ".join(behind[:size]) in denials for size in range(1, _LONGEST_DENIAL + 1))


def is_claimed(text: str, phrase: str) -> bool:
    """Whether a folded phrase stands in some clause of a text that does not deny it, or say that nobody knows."""
    clauses = [f" {fold(one)} ".partition(f" {phrase} ") for one in _CLAUSE.split(text)]
    holding = [(before, behind) for before, middle, behind in clauses if middle]
    return not holding or not all(
        _denies(before) or _is_denied_behind(behind.split()[:_LONGEST_DENIAL]) or _ends_in_doubt(behind)
        for before, behind in holding
    )


def _ends_in_doubt(behind: str) -> bool:
    """Whether a clause ends in words that say not to know: *öldü mü bilmiyoruz*."""
    return any(f" {behind.strip()}".endswith(f" {doubt}") for doubt in _doubts())


def _denies(before: str) -> bool:
    words = before.split()
    while words and words[-1] in _LITTLE:
        words.pop()
    return bool(words and words[-1] in _denials()) or _holds(before, _doubts())


def _doubts() -> frozenset[str]:
    return lexicon.words("unsure", "unsure")


@lru_cache(maxsize=1)
def _denials() -> frozenset[str]:
    return lexicon.words("negations", "not") | lexicon.words("negations", "denies")


def _holds(text: str, phrases: frozenset[str]) -> bool:
    padded = f" {fold(text)} "
    return any(f" {phrase} " in padded for phrase in phrases)


@lru_cache(maxsize=4096)
def leaves_open(text: str) -> bool:
    """Whether words say that nobody knows, or not yet: "no lo sé todavía" is no "no"."""
    return _holds(text, _doubts() | lexicon.words("unsure", "open"))


@lru_cache(maxsize=8192)
def report_kind(text: str) -> ReportKind | None:
    """Return the kind of place that words name: a column's value, a title, a file's name; None where they name none."""
    code = _first(text, "kinds", _KINDS)
    return ReportKind(code) if code else None


@lru_cache(maxsize=8192)
def is_dead(text: str) -> bool | None:
    """Return whether the words say dead (True) or alive (False); None where they say neither."""
    alone = next((code for code in ("dead", "alive") if fold(text) in _words("kinds", f"{code}_alone")), "")
    code = alone or _first(text, "kinds", ("dead", "alive"))
    return code == "dead" if code else None


@lru_cache(maxsize=8192)
def remains_condition(text: str) -> Remains | None:
    """Return the condition of a body; None for a blank, `UNKNOWN` for words that are not in the lexicon."""
    if is_blank(text):
        return None
    code = _first(text, "kinds", _REMAINS)
    if not code:
        told = " ".join(sorted(claimed_words(text)))
        stems = [(c, w) for c in _REMAINS for w in _words("kinds", c) if len(w) > 6 and w[:7] in told]
        code = stems[0][0] if stems else ""
    return Remains(code) if code else Remains.UNKNOWN


@lru_cache(maxsize=4096)
def yes_or_no(text: str) -> bool | None:
    """Return True or False for a yes or no in any language, alone or before a comma; None for everything else.

    "No" begins many sentences that are no answer: whatever goes on without a pause is left to people.
    """
    code = _first(text, "kinds", ("yes", "no"), inside=False)
    if not code and not leaves_open(text):
        code = _first(_CLAUSE.split(text.strip())[0], "kinds", ("yes", "no"), inside=False)
    return code == "yes" if code else None


@lru_cache(maxsize=8192)
def is_word_for(text: str, name: str, code: str = "") -> bool:
    """Whether each piece of a text is nothing but a phrase of a lexicon of this code, or of any."""
    known = lexicon.words(name, code) if code else lexicon.every_word(name)
    pieces = [folded for piece in _PIECE.split(single_blanks(text)) if (folded := fold(piece))]
    return fold(text) in known or all(piece in known for piece in pieces)


def is_trait_word(text: str) -> bool:
    """Whether each piece of a text is one word for a feature; "light brown" says more than the code for brown does."""
    known = {word for word in lexicon.every_word("traits") if " " not in word}
    return all(folded in known for piece in _PIECE.split(single_blanks(text)) if (folded := fold(piece)))


@lru_cache(maxsize=8192)
def traits(feature: str, text: str) -> tuple[Trait, ...]:
    """Return the traits that words describe for `hair` (colour and form), `eyes`, `build`, `skin` or `facial_hair`."""
    features = ("hair_colour", "hair_form") if feature == "hair" else (feature,)
    found = []
    for name in features:
        codes = tuple(code for code, _, _ in lexicon.rows("traits") if code.startswith(f"{name}:"))
        if code := _first(text, "traits", codes):
            found.append(Trait(name, code.partition(":")[2]))
    return tuple(found)
