"""Numbers in words for people: ranges (`20-30`), spreads (`25 ± 5`), and whether one is only about right."""

import re

from search.values import lexicon
from search.values.folding import fold

NUMBER = r"(\d{1,3}(?:[.,]\d+)?)"
RANGE = re.compile(
    NUMBER
    + r"\s*(?:(?:[a-zª°\"'.]{0,6}|سال|کاله|کلن|বছর)\s*)?(?:-|–|—|~|/|\.\.+|…|"
    + r"to|a|à|al|y|e|o|ó|u|et|ou|or|and|bis|und|oder|tot|of|en|û|heta|ta|ak|rive|ilaa|ama|đến|tới|"
    + r"до|и|по|έως|ως|εως|με|الى|إلى|الي|و|تا|سے|تر|থেকে|হতে|ile|ya da|veya|أو|او|или|або|ή|"
    + r"እስከ|ክሳብ|ክሳዕ|ወይም|ወይ|حتى|حتي|ل)\s*"
    + NUMBER,
    re.IGNORECASE,
)
PLUS_MINUS = re.compile(NUMBER + r"\s*(?:\+\s*/\s*-|±|\+-)\s*" + NUMBER)


def real(text: str) -> float:
    """A number with a point or a comma."""
    return float(text.replace(",", "."))


def is_about(plain: str) -> bool:
    """Whether a sign or a word says that a number is only about right."""
    if re.search(r"[~≈±?]|\bc\.?\s?\d|\dish\b", plain):
        return True
    about = next(words for code, _, words in lexicon.rows("date_words") if code == "about")
    return bool(set(re.sub(r"\d+", " ", fold(plain)).split()) & {fold(w) for w in about})
