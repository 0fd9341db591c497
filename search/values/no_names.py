"""Texts that are no names: `NN`, `FNU LNU`, `Paciente desconocido`, `Hombre, aprox. 30 años`, مجهول الهوية رقم ٤.

The one list of all doors: a sheet's cell, a form, a family's form, the API. A text is no name where each of its words
stands for a missing name or describes somebody; of one that holds a name beside (`FNU Rahman`, `Mora (apellido
desconocido)`) only the words for the missing part are no name.
"""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold

# `whole`: no name where nothing else stands beside it; beside other words it may be an initial or a name.
WHOLE, PLACEHOLDER, PERSON, ROLE, BESIDE = "whole", "placeholder", "person", "role", "beside"
_WRITTEN_WORD = re.compile(r"[^\s,;/()\[\]\"“”«»+&-]+|[,;/()\[\]\"“”«»+&-]")
_LONGEST_PHRASE = 6
_MAX_CHARS = 300
# What programs leave in a cell: formulas and their errors, markup, templates, lists of their own, names of files.
_OF_MACHINES = re.compile(
    r"^=\S|^#(?:REF|NAME|VALUE|NULL|NUM|DIV/0|N/A|N/D|BEZUG|WERT|CAMPO|¿NOMBRE)(?!\w)|"
    r"</?(?:script|img|a|iframe|svg|style|input|form|link|meta)\b[^<>]*>|\{\{|\}\}|\$\{|<%|%>|"
    r"^[a-z]:\\|^\.{1,2}/\S|^/[\w.-]+/[\w./-]+$|\\[\w.-]+\\|^[\[{]\s*[\"']|"
    r"\b[\w-]+\.(?:jpe?g|png|gif|heic|webp|pdf|docx?|xlsx?|csv|mp4|mov|txt|html?|php)\b|"
    r"^(?:undefined|nullptr|\[object object\])$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:\b(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?|ftp|file|tel)://?\S+|\bwww\.\S+|"
    r"[(\[][^()\[\]]*\b[\w-]+\.(?:jpe?g|png|gif|heic|webp|pdf)\b[^()\[\]]*[)\]])",
    re.IGNORECASE,
)
_LAYOUT = re.compile(r"</?(?:b|i|u|p|br|em|strong|span|div|font|td|li)\b[^<>]*>", re.IGNORECASE)
# Spanish parts niño from the name Nino by its tilde, and a baby from the name Bebe by its accent.
_TILDE, _BABY = str.maketrans({"ñ": "nqn", "Ñ": "nqn"}), re.compile(r"\bbeb[éê]s?\b", re.IGNORECASE)


def _key(text: str) -> str:
    return fold(_BABY.sub("recien nacido", text).translate(_TILDE))


@lru_cache(maxsize=1)
def _phrases() -> dict[str, frozenset[str]]:
    """What each phrase can be. Short words are keyed as they are folded, so that `Ñ` and `N` stay apart."""
    found: dict[str, set[str]] = {}
    for code, _, phrases in lexicon.rows("no_name"):
        for phrase in phrases:
            found.setdefault(_key(phrase), set()).add(code)
    for code in ("blank", "no_name"):
        for phrase in lexicon.words("blanks", code):
            if len(phrase) > 1:
                short = len(phrase) < 4 or any(len(word) == 1 for word in phrase.split())
                found.setdefault(phrase, set()).add(WHOLE if short else PLACEHOLDER)
    return {phrase: frozenset(codes) for phrase, codes in found.items() if phrase}


@lru_cache(maxsize=65536)
def is_no_name(text: str) -> bool:
    """Whether every word stands where a name is not known, or describes somebody instead of naming them.

    Words for `nothing` are left out: Nada and Nil are given names. What a program left there is no name either.
    """
    if is_of_machine(text):
        return True
    folded = _key(text[:_MAX_CHARS])
    if not any(c.isalpha() for c in folded):
        return True
    parts = _parts(folded.split())
    if not all(codes for _, codes in parts):
        return False
    if any(codes & {PLACEHOLDER, PERSON} for _, codes in parts):
        return True
    wholly = all(WHOLE in codes or any(map(str.isdigit, phrase)) for phrase, codes in parts)
    return wholly and any(WHOLE in codes for _, codes in parts)


def is_of_machine(text: str) -> bool:
    """Whether a program wrote the text: `=A2`, `#REF!`, `{{name}}`, `IMG_2044.jpg`, `undefined`."""
    return _OF_MACHINES.search(text[:_MAX_CHARS].strip()) is not None


def without_addresses(text: str) -> str:
    """The text without markup of its layout, and without addresses of mail and of pages."""
    return (
        " ".join(_ADDRESS.sub(" ", _LAYOUT.sub(" ", text)).split())
        if "@" in text or "<" in text or "." in text
        else text
    )


@lru_cache(maxsize=65536)
def without_placeholders(text: str) -> str:
    """The text without words for a part of the name that is not known (`FNU`, `apellido desconocido`); as it was else.

    Of a text that names somebody only. The role in which somebody is listed, before the name, goes as well.
    """
    if len(text) > _MAX_CHARS:
        return text
    tokens = list(_WRITTEN_WORD.finditer(text))
    flat = [(place, part) for place, token in enumerate(tokens) for part in _key(token[0]).split()]
    gone: set[int] = set()
    at, named = 0, False
    for phrase, codes in _parts([part for _, part in flat]):
        end = at + len(phrase.split())
        places = {place for place, _ in flat[at:end]}
        whole = all(place not in places for place, _ in (*flat[max(0, at - 1) : at], *flat[end : end + 1]))
        if whole and ((PLACEHOLDER in codes and _is_one_writing(phrase, places)) or (ROLE in codes and not named)):
            gone |= places
        named = named or not codes
        at = end
    return _without(text, [tokens[place].span() for place in sorted(gone)]) if gone else text


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without some of its words, and without the signs that stood round them alone."""
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    text = re.sub(r"[(\[]\s*[)\]]", " ", text)
    return " ".join(re.sub(r"\s+([,;)\]])", r"\1", text).split()).strip(" ,;/-&+@?")


def _is_one_writing(phrase: str, places: set[int]) -> bool:
    """`N.N.` is one word; `N. N.` may be two initials."""
    return len(places) == 1 or max(map(len, phrase.split())) > 1


def _parts(words: list[str]) -> list[tuple[str, frozenset[str]]]:
    """The text in the longest phrases that are known, each with what it can be; figures stand beside."""
    found: list[tuple[str, frozenset[str]]] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            codes = _phrases().get(phrase)
            if codes is None and length == 1 and any(c.isdigit() for c in phrase) and len(phrase) < 5:
                codes = frozenset({BESIDE})
            if codes is not None or length == 1:
                found.append((phrase, codes or frozenset()))
                at += length
                break
    return found
