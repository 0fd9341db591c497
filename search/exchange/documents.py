"""Identity documents out of a cell: `Pasaporte A1234567`, `DNI: 12345678`, `L7648088`."""

import re
from functools import lru_cache

from matching.record import IdentityDocument
from search.exchange.folding import fold, plain_digits
from search.vocabulary import DocumentKind

_SPLIT = re.compile(r"[;\n|]|,\s+|\s+(?:y|e|et|and|und|en|ve|και|и|та)\s+", re.I)
_NUMBER = re.compile(r"[A-Z0-9](?:[A-Z0-9./\-]|\s(?=[\dA-Z]{0,3}\d))*\d[A-Z0-9./\-]*|\d+[A-Z]{0,3}", re.I)
_KINDS: tuple[tuple[DocumentKind, str], ...] = (
    (DocumentKind.PASSPORT, r"passport|pasaporte|passeport|passaport|reisepass|paspoort|جواز|گذرنامه|پاسپورت|pasaport|διαβατηρ|паспорт|paszport|pass\b|ppt|ፓስፖርት|护照"),
    (DocumentKind.CONSULAR_CARD, r"matricula consular|consular"),
    (DocumentKind.BIRTH_CERTIFICATE, r"birth|nacimiento|naissance|nascita|nascimento|geburtsurkunde|geboorte|شهاده ميلاد|شناسنامه|dogum|γεννησ|рожден|народжен|partida"),
    (DocumentKind.REFUGEE_CARD, r"refugee|unhcr|acnur|hcr|asylum|asilo|asile|asyl|لاجي|پناهندگ|multeci|gecici koruma|προσφυγ|ασυλ|беженец|біжен|aufenthalts|rifugiat"),
    (DocumentKind.DRIVING_LICENCE, r"driv|licencia|permis|patente|carta de conducao|cnh|fuhrerschein|rijbewijs|رخصه|گواهينامه|ehliyet|surucu|οδηγησ|водител|посвідчення водія"),
    (
        DocumentKind.IDENTITY_CARD,
        r"identi|\bid\b|dni|dui|dpi|cedula|curp|\bine\b|carte nationale|cni|carta d identita|bilhete|\bbi\b|\brg\b|cpf|ausweis|id kaart|بطاقه|هويه|كارت|تذكره|كد ملي|kimlik|ταυτοτητ|удостовер|посвідч|dowod|national|tazkira|nin\b",
    ),
)  # fmt: skip


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
        number = _NUMBER.search(_without_labels(part))
        kind = document_kind(part) or document_kind(header)
        if number is not None and len(re.sub(r"\W", "", number[0])) >= 3:
            found.append(IdentityDocument(number[0].strip(" .-/"), kind))
    return tuple(found) or ((IdentityDocument(plain, document_kind(plain) or document_kind(header)),) if plain else ())


def document_kind(words: str) -> str:
    """Return the code of the kind of document that words name, or ""."""
    folded = fold(words)
    return next((kind.value for kind, pattern in _KINDS if re.search(pattern, folded)), "")


def _without_labels(part: str) -> str:
    """Drop `No.`, `Nr:` and the like before the number."""
    return re.sub(r"(?:\b(?:no|nr|num|n|numero|number|nº|n°)\b|№)\s*[.:°º]?\s*(?=[A-Z0-9])", " ", part, flags=re.I)
