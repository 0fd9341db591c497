"""The known phrases of headers: whole, by their telling words, inside a longer header, shortened, misspelt."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from search.sheets.column_targets import HARMFUL, Target
from search.sheets.header_grammar import is_stop, read_parts
from search.values import lexicon
from search.values.folding import fold

EXACT = 1.0
_BAG = 0.97
# Languages that put the word which names the thing behind those that explain it.
_HEAD_LAST = frozenset({"en", "de", "nl", "sv", "da", "nb", "fi", "hu", "tr", "zh", "hi", "bn", "ur", "ps", "am", "ti"})
_JOINTS = frozenset(
    {"of", "at", "in", "on", "by", "for", "from", "to", "with", "der", "des", "von", "am", "im", "van", "op"}
)
# Behind these something is left out: `Estado al`, `updated at`.
_LEFT_OPEN = frozenset(
    {"al", "del", "at", "on", "by", "to", "for", "from", "of", "par", "du", "au", "dal", "am", "im", "vom", "bis"}
    | {"op", "van", "por", "com", "ao", "do", "na", "до", "на", "от", "від"}
)
_FUZZY_CUTOFF = 84
_LEAST_TELLING, _CODE_LETTERS = 3, 3
_NUMBER_WORDS = frozenset({"n", "no", "nr", "nro", "num", "numero", "αρ", "αριθμοσ", "номер"})
# `Geb.`, `Гражд-во`: the beginning of a word, or its beginning and its end.
_SHORT = re.compile(r"([^\W\d_]{2,})(?:\.|[-/](?=[^\W\d_]{1,3}(?:\W|$)))")
_TOKEN = re.compile(r"([^\W\d_]+)(\.?)")
# `Vorgangs-Nr.` is written for Vorgangsnummer.
_NUMBER_BEHIND = re.compile(r"(?<=[a-zäöüß])\.?[-\s]?[Nn]r\b\.?")
_LEAST_OF_WORD = 4
_SHORTENED = 0.9
_MOST_MEANINGS = 4
# Programs put these behind the name of a question about a position.
_AXES = frozenset({Target.LATITUDE, Target.LONGITUDE})
_AXES_BEGIN = ("latit", "longit")


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
def phrases() -> dict[str, dict[Target, frozenset[str]]]:
    """The known phrases as they are compared, with what they mean in which languages."""
    found: dict[str, dict[Target, set[str]]] = defaultdict(lambda: defaultdict(set))
    for code, language, told in lexicon.rows("headers"):
        for phrase in told:
            # Header words are compared without spaces, so that `case_no`, `CaseNo` and `case no` are one.
            found[_key(phrase)][Target(code)].add(language)
    return {as_key: {t: frozenset(langs) for t, langs in means.items()} for as_key, means in found.items() if as_key}


@lru_cache(maxsize=1)
def _long_phrases() -> tuple[str, ...]:
    return tuple(as_key for as_key in phrases() if len(as_key) >= 4)


@lru_cache(maxsize=1)
def _bags() -> dict[str, dict[tuple[str, ...], frozenset[Target]]]:
    """The known phrases of each language by their telling words alone: `Causa_morte` is `causa di morte`."""
    found: dict[str, dict[tuple[str, ...], set[Target]]] = defaultdict(lambda: defaultdict(set))
    for code, language, told in lexicon.rows("headers"):
        for phrase in told:
            bag = _bag(fold(phrase).split(), language)
            # `found on` without its joint is another thing.
            if len(bag) > 1 or len(fold(phrase).split()) == 1:
                found[language][bag].add(Target(code))
    return {lang: {bag: frozenset(means) for bag, means in bags.items() if bag} for lang, bags in found.items()}


@lru_cache(maxsize=1)
def _by_beginnings() -> dict[str, list[tuple[tuple[str, ...], Target, str]]]:
    """The telling words of the known phrases in their order, by the first two letters of the first."""
    found: dict[str, list[tuple[tuple[str, ...], Target, str]]] = defaultdict(list)
    for code, language, told in lexicon.rows("headers"):
        for phrase in told:
            words = tuple(word for word in fold(phrase).split() if not is_stop(word, language))
            if words:
                found[words[0][:2]].append((words, Target(code), language))
    return found


def known(text: str) -> list[HeaderSense]:
    """What a header means that is known as a whole, to the word or to its telling words."""
    if exact := phrases().get(_key(text)):
        return [HeaderSense(target, EXACT, languages, certain=True) for target, languages in exact.items()]
    words = fold(text).split()
    found: dict[Target, set[str]] = defaultdict(set)
    for language, bags in _bags().items() if not _LEFT_OPEN & set(words[-1:]) else ():
        for target in bags.get(_bag(words, language), ()):
            found[target].add(language)
    if found:
        return [HeaderSense(target, _BAG, frozenset(langs), certain=True) for target, langs in found.items()]
    of_number = _NUMBER_BEHIND.sub("nummer", text)
    return _numbered(words) or _axis(words) or (known(of_number) if of_number != text else [])


def is_known(text: str) -> bool:
    """The text is, word for word, a column name of some language."""
    return _key(text) in phrases()


def _numbered(words: list[str]) -> list[HeaderSense]:
    """`No. de carpeta`: a word for number before or behind what is the sender's own number when it stands alone."""
    own: set[str] = set()
    for language in _bags():
        told = [word for word in words if not is_stop(word, language)]
        for rest, sign in ((told[1:], told[:1]), (told[:-1], told[-1:])):
            numbered = phrases().get("".join(sign), {}).get(Target.SENDER_NUMBER)
            if numbered and language in phrases().get("".join(rest), {}).get(Target.SENDER_NUMBER, ()):
                own.add(language)
    return [HeaderSense(Target.SENDER_NUMBER, _BAG, frozenset(own), certain=True)] if own else []


def _axis(words: list[str]) -> list[HeaderSense]:
    """`_place_found_latitude`, as forms on telephones write the answer to a question about a position."""
    last = words[-1] if words and words[-1].startswith(_AXES_BEGIN) else ""
    meant = phrases().get(last, {})
    return [HeaderSense(t, _BAG, meant[t], certain=True) for t in meant if t in _AXES]


def likely(text: str) -> tuple[HeaderSense, ...]:
    """What a header may mean that is not known as a whole: a phrase inside it, shortened or misspelt words."""
    return _likely(text)


@lru_cache(maxsize=8192)
def _likely(text: str) -> tuple[HeaderSense, ...]:
    folded = fold(text)
    if not folded:
        return ()
    return _inside(folded) or (() if read_parts(text).parts else _misspelt(folded.replace(" ", "")))


def _inside(folded: str) -> tuple[HeaderSense, ...]:
    """The longest known phrases among the header's words that hold its head: `fecha de nacimiento del migrante`."""
    words = folded.split()[:14]
    found: dict[Target, HeaderSense] = {}
    for size in range(min(6, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            as_key = "".join(words[start : start + size])
            if len(as_key) < 3:
                continue
            share = len(as_key) / sum(map(len, words))
            # The first word of a header names the thing, what follows explains it.
            score = min(0.45 + 0.45 * share + (0.05 if start == 0 else 0.0), 0.95)
            for target, languages in phrases().get(as_key, {}).items():
                if target not in found and any(start <= _head(words, lang) < start + size for lang in languages):
                    found[target] = HeaderSense(target, score, languages)
    return tuple(found.values())


def _head(words: list[str], language: str) -> int:
    """The place of the word that names the thing: the last before any joint, where a language puts it last."""
    if language not in _HEAD_LAST:
        return next((at for at, word in enumerate(words) if not is_stop(word, language)), 0)
    end = next((at for at, word in enumerate(words) if at and word in _JOINTS), len(words))
    # `missing_first_name_en`: a code of a language names nothing.
    while end > 1 and len(words[end - 1]) <= _CODE_LETTERS and is_stop(words[end - 1], language):
        end -= 1
    return end - 1


@lru_cache(maxsize=8192)
def shortened(text: str) -> tuple[HeaderSense, ...]:
    """`Staatsangeh.`, `Гражд-во`, `Fec. Nac.`: beginnings of the words, or beginning and end, of one known phrase.

    Where the words that begin so mean one thing alone, the header is certain, unless it is very short.
    """
    written = text.strip()
    if not _SHORT.search(written):
        return ()
    found: dict[Target, set[str]] = defaultdict(set)
    for words, target, language in _by_beginnings().get(fold(written)[:2], ()):
        if _abbreviates(written, words):
            found[target].add(language)
    if len(found) > _MOST_MEANINGS:
        return ()
    alone = len(found) == 1
    long = sum(map(len, _letters(written))) >= _LEAST_OF_WORD
    certain = alone and (long or not found.keys() & HARMFUL)
    # Of several meanings the sheet's language may leave one.
    return tuple(HeaderSense(t, _SHORTENED, frozenset(langs), certain=certain) for t, langs in found.items())


def _abbreviates(written: str, words: tuple[str, ...]) -> bool:
    """Each written word begins the word at its place; or all together leave out letters of one compound."""
    tokens = [(fold(token), bool(dot)) for token, dot in _TOKEN.findall(written)]
    if len(tokens) == len(words):
        if all(_begins(token, word, short=dot) for (token, dot), word in zip(tokens, words, strict=True)):
            return any(len(token) < len(word) for (token, _), word in zip(tokens, words, strict=True))
        return False
    if len(words) != 1 or len(tokens) != 2:
        return False
    (first, _), (last, _) = tokens
    return len(words[0]) > len(first + last) and words[0].startswith(first) and words[0].endswith(last)


def _begins(token: str, word: str, *, short: bool) -> bool:
    return word.startswith(token) if short else word == token


def _letters(written: str) -> list[str]:
    return [token for token, _ in _TOKEN.findall(written)]


def _misspelt(as_key: str) -> tuple[HeaderSense, ...]:
    if len(as_key) < 5:
        return ()
    matches = process.extract(as_key, _long_phrases(), scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=3)
    return tuple(
        HeaderSense(target, 0.85 * score / 100, languages)
        for phrase, score, _ in matches
        for target, languages in phrases()[phrase].items()
    )


def _key(phrase: str) -> str:
    return "".join(_numbered_alike(fold(phrase).split()))


def _numbered_alike(words: list[str]) -> list[str]:
    """The words with one word for *number* beside another word, however it is written: `n`, `numéro`, `nro`."""
    return ["no" if word in _NUMBER_WORDS else word for word in words] if len(words) > 1 else words


def _bag(words: list[str], language: str) -> tuple[str, ...]:
    told = sorted(word for word in _numbered_alike(words) if not word.isdigit() and not is_stop(word, language))
    return tuple(told) if sum(map(len, told)) >= _LEAST_TELLING else ()
