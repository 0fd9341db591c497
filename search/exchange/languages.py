"""Names of languages, in many languages, as ISO 639 codes."""

import re
from functools import lru_cache

from search.exchange import lexicon
from search.exchange.folding import fold

_SPLIT = re.compile(r"[,;/|+&\n()]|\s+(?:and|y|e|et|und|en|ve|και|и|та|و)\s+", re.I)
_VARIANTS = {
    "castellano": "es", "farsi": "fa", "dari": "fa", "persian": "fa", "tigrigna": "ti", "tigrinia": "ti", "tigrino": "ti", "tigrina": "ti",
    "kurmanji": "ku", "sorani": "ckb", "kurdo": "ku", "kurdi": "ku", "bambara": "bm", "pular": "ff", "peul": "ff", "peulh": "ff", "fula": "ff",
    "fulani": "ff", "fulah": "ff", "wolof": "wo", "mandinka": "mnk", "mandingo": "mnk", "malinke": "mnk", "soninke": "snk", "hausa": "ha",
    "kreyol": "ht", "creole": "ht", "criollo haitiano": "ht", "urdu": "ur", "pastun": "ps", "pashtu": "ps", "pachto": "ps", "pastu": "ps",
    "rohingya": "rhg", "sylheti": "syl", "bangla": "bn", "bengali": "bn", "kiche": "quc", "quiche": "quc", "mam": "mam", "nahuatl": "nah",
    "qeqchi": "kek", "mandarin": "zh", "chino": "zh", "saho": "ssy", "oromo": "om", "afaan oromo": "om", "darija": "ar", "arabe": "ar",
    "arabisch": "ar", "berber": "ber", "tamazight": "ber", "kabyle": "kab", "lingala": "ln", "tagalog": "tl", "filipino": "tl", "pidgin": "pcm",
}  # fmt: skip


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names = {fold(word): code for word, code in _VARIANTS.items()}
    for code, _, words in lexicon.rows("cldr_languages"):
        for word in words:
            names.setdefault(fold(word), code)
    names.pop("", None)
    return names


@lru_cache(maxsize=4096)
def read_languages(text: str) -> tuple[str, ...]:
    """Return the codes of the languages that a cell names, each once, in order; unknown words give none."""
    found = []
    for part in _SPLIT.split(text):
        folded = fold(part)
        code = _names().get(folded) or (folded if len(folded) in (2, 3) and folded in _names().values() else "")
        found += [code] if code else [c for word in folded.split() if len(word) > 3 and (c := _names().get(word))]
    return tuple(dict.fromkeys(found))
