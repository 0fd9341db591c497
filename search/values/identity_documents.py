"""Identity documents out of a cell: `Pasaporte A1234567`, `DNI: 12345678`, `L7648088`."""

import re
from functools import lru_cache

from matching.record import IdentityDocument
from search.values import lexicon
from search.values.folding import fold, plain_digits

_SPLIT = re.compile(r"[;\n|]|,\s+|\s+(?:y|e|et|and|und|en|ve|και|и|та)\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Z0-9](?:[A-Z0-9./\-]*[A-Z0-9])?", re.IGNORECASE)
_FLOAT = re.compile(r"(?<=\d{5})\.0+(?![\d.])")
_SERIES = re.compile(r"[A-Z]{1,3}")


@lru_cache(maxsize=16384)
def read_documents(text: str, header: str = "") -> tuple[IdentityDocument, ...]:
    """Return the documents that a cell names; the kind comes from the cell's words, else from the header's.

    A cell of words without a number is a document of which the number is not known: its words stand as the number.
    """
    plain = plain_digits(text.strip())[:300]
    found = []
    for part in _SPLIT.split(plain):
        if not part.strip():
            continue
        number = _number(without_labels(part))
        kind = document_kind(part) or document_kind(header)
        if len(re.sub(r"\W", "", number)) >= 3:
            found.append(IdentityDocument(number, kind))
    return tuple(found) or ((IdentityDocument(plain, document_kind(plain) or document_kind(header)),) if plain else ())


def _number(part: str) -> str:
    """The first run of words with figures, with the letters of a series right before it (`AB 123 456`)."""
    tokens = _TOKEN.findall(_FLOAT.sub("", part))
    first = next((at for at, token in enumerate(tokens) if any(c.isdigit() for c in token)), None)
    if first is None:
        return ""
    last = first
    while last + 1 < len(tokens) and any(c.isdigit() for c in tokens[last + 1]):
        last += 1
    start = first - 1 if first and _SERIES.fullmatch(tokens[first - 1]) else first
    return " ".join(tokens[start : last + 1])


def document_kind(words: str) -> str:
    """Return the code of the kind of document that words name, or ""."""
    padded = f" {fold(words)} "
    for kind, stems, phrases in _kinds():
        if any(f" {phrase} " in padded for phrase in phrases) or any(f" {stem}" in padded for stem in stems):
            return kind
    return ""


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Kind, its stems, its whole phrases, in the order in which they are tried."""
    return tuple(
        (
            kind,
            tuple(fold(word) for word in words if word.endswith("*")),
            tuple(fold(word) for word in words if not word.endswith("*")),
        )
        for kind, _, words in lexicon.rows("document_kinds")
    )


def without_labels(part: str) -> str:
    """The text without `No.`, `Nr:` and the like before a number."""
    return re.sub(
        r"(?:\b(?:no|nr|num|n|numero|number|nº|n°)\b|№)\s*[.:°º]?\s*(?=[A-Z0-9])", " ", part, flags=re.IGNORECASE
    )
