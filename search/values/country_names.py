"""Countries from their names in any language, adjectives and codes, as ISO 3166-1 alpha-2."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from search.values import lexicon
from search.values.folding import fold, single_blanks
from search.values.joining_words import AND, COMMAS, STOPS

STATELESS = "STATELESS"
_SPLIT = re.compile(rf"\s*[{COMMAS}{STOPS}/&+|\n]\s*|\s+(?:{AND}|en)\s+", re.IGNORECASE)
_MAX_STEM_ENDING = 5
_MAX_WORDS = 6
# A word of these lists is no name of a country with a letter wrong: a woman is no Omani.
_WORDS = (
    "sex", "no_name", "relationships", "name_status", "kinds", "blanks", "ages", "headers", "header_parts",
    "body_words", "traits", "document_kinds", "feasts",
)  # fmt: skip
_MISREAD, _COUNTRY = "misread_names", "country"
# Names of countries that are, inside a place, more often something else.
_NOT_IN_PLACES = frozenset(
    fold(w)
    for w in ("Georgia", "Jersey", "Guernsey", "China", "Salvador", "Turkey", "India", "Male", "Man", "Togo", "Chad")
)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, _, words in lexicon.rows("demonyms"):
        for word in words:
            if not word.endswith("*"):
                names.setdefault(fold(word), code)
    for code, _, words in lexicon.rows("cldr_countries"):
        for word in words:
            names.setdefault(fold(word), code)
            names.setdefault(fold(re.sub(r"\s*\(.*?\)", "", word)), code)
    names.pop("", None)
    return names


@lru_cache(maxsize=1)
def _shown() -> dict[str, str]:
    """What our own pages call a country, in each language: names of a whole cell, no words inside a place."""
    shown: dict[str, str] = {}
    for code, _, words in lexicon.rows("shown_countries"):
        for word in words:
            shown.setdefault(fold(word), code)
            shown.setdefault(fold(re.sub(r"\s*\(.*?\)", "", word)), code)
    return shown


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    return {
        fold(w.rstrip("*")): code
        for code, _, words in reversed(lexicon.rows("demonyms"))
        for w in words
        if w.endswith("*")
    }


@lru_cache(maxsize=1)
def _misread() -> frozenset[str]:
    """Names of people and words that begin as the name of a country does, or are like one."""
    return lexicon.words(_MISREAD, _COUNTRY)


@lru_cache(maxsize=1)
def _other_words() -> frozenset[str]:
    return _misread().union(*map(lexicon.every_word, _WORDS))


@lru_cache(maxsize=1)
def _alpha3() -> dict[str, str]:
    return {words[0]: code for code, _, words in lexicon.rows("cldr_alpha3")}


@lru_cache(maxsize=1)
def _valid_codes() -> frozenset[str]:
    return frozenset(code for code, _, _ in lexicon.rows("cldr_countries"))


def named() -> dict[str, str]:
    """The codes of countries by every name of theirs, folded."""
    return {name: code for name, code in _names().items() if code != STATELESS}


def is_country(code: str) -> bool:
    """Whether this is the code of a country, as ISO 3166-1 writes it: two capital letters."""
    return len(code) == 2 and code in _valid_codes()


@lru_cache(maxsize=16384)
def country(text: str) -> str:
    """Return the code of one country's name, adjective or code, `STATELESS`, or "" where it is not known."""
    folded = fold(text)
    if not folded:
        return ""
    # A name with an accent is no code: Áo is Austria in Vietnamese, AO is Angola.
    upper = folded.upper() if text.isascii() else ""
    if len(upper) == 2 and upper in _valid_codes():
        return "GB" if upper == "UK" else upper
    if len(upper) == 3 and upper in _alpha3():
        return _alpha3()[upper]
    return _named(folded) or _by_stem(folded) or _by_likeness(folded)


def _named(folded: str) -> str:
    return _names().get(folded) or _names().get(_without_article(folded)) or _shown().get(folded, "")


def _without_article(folded: str) -> str:
    if folded.startswith("ال") and len(folded) > 5:
        return folded[2:]
    return re.sub(
        r"^(?:the|la|le|les|el|los|l|republic of|republica de|republica|republique de|republic|rep|state of|rep de) ",
        "",
        folded,
    )


def _by_stem(folded: str) -> str:
    bare = _without_article(folded)
    if bare in _misread():
        return ""
    for length in range(len(bare), max(2, len(bare) - _MAX_STEM_ENDING - 1), -1):
        if (code := _stems().get(bare[:length])) is not None and " " not in bare[length:]:
            return code
    return ""


def _by_likeness(folded: str) -> str:
    if not 5 <= len(folded) <= 30 or folded.count(" ") > 3 or any(c.isdigit() for c in folded):
        return ""
    if folded in _other_words():
        return ""
    best = process.extractOne(folded, _names_of_length(len(folded)), scorer=fuzz.ratio, score_cutoff=86)
    return _names()[best[0]] if best else ""


@lru_cache(maxsize=64)
def _names_of_length(length: int) -> tuple[str, ...]:
    """Names so much shorter or longer that the cutoff cannot be met are not compared."""
    return tuple(name for name in _names() if abs(len(name) - length) <= length // 4)


@lru_cache(maxsize=16384)
def nationalities(text: str) -> tuple[str, ...]:
    """Return the codes of all countries that a cell names, each once, `STATELESS` among them; may be empty."""
    whole = country(text)
    if whole:
        return (whole,)
    single = single_blanks(text)
    bare = single_blanks(re.sub(r"\([^()]*\)|\?", " ", single))
    parts = [bare, *_SPLIT.split(bare), *re.findall(r"\(([^()]*)\)", single)]
    found = [code for part in parts if (code := country(part))]
    if not found:
        found = [code for word in re.split(r"[\s\-]+", bare) if len(word) > 3 and (code := _exact(word))]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def is_only_countries(text: str) -> bool:
    """Whether a cell holds names of countries and nothing else; a likeness is no name."""
    pieces = [piece for piece in _SPLIT.split(single_blanks(text.strip())) if fold(piece)]
    return all(_is_name(piece) for piece in pieces)


def _is_name(piece: str) -> bool:
    folded = fold(piece)
    is_code = folded.upper() in _valid_codes() or folded.upper() in _alpha3()
    return is_code or bool(_named(folded) or _by_stem(folded))


def _exact(word: str) -> str:
    folded = fold(word)
    return _names().get(folded, "") or _by_stem(folded)


@lru_cache(maxsize=16384)
def countries_in(text: str) -> tuple[str, ...]:
    """Return the countries that are named anywhere in the words of a place, in their order."""
    words = fold(text).split()
    found: list[str] = []
    at = 0
    while at < len(words):
        size, code = _longest_name(words, at)
        if code and code not in found:
            found.append(code)
        at += size
    return tuple(found)


def _longest_name(words: list[str], at: int) -> tuple[int, str]:
    for size in range(min(_MAX_WORDS, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + size])
        code = _names().get(phrase, "") or (
            _names().get(_without_article(phrase), "") if phrase.startswith("ال") else ""
        )
        last = at + size == len(words)
        if code and code != STATELESS and len(phrase) > 2 and (last or phrase not in _NOT_IN_PLACES):
            return size, code
    return 1, ""
