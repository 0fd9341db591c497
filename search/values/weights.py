"""Weights as people write them, as ranges of kilograms: `60`, `55-65 kg`, `aprox. 70 kilos`, `132 lbs`, `3200 g`."""

import re
from functools import lru_cache

from search.documents import WeightRange
from search.values.folding import plain_digits

MAX_KG = 400
_NUMBER = r"(?P<{}>\d{{1,4}}(?:[.,]\d{{1,3}})?)"
_KILOGRAMS = (
    r"kgs?|kilos?|kîlo|ký|kí|cân|kilogram\w*|kilogramm\w*|quilos?|кг|килограмм\w*|кило|كغم?|كجم?|كيلو\w*|کیلو\w*|کیلوگرم|کیلو\s[گګ]رام\w*|کلو\w*|কেজি|কিলো|"
    r"ኪሎ\w*|ኪግ|किलो|kiilo"
)
_POUNDS = r"lbs?|pounds?|libras?|livres?|رطل[\w\u064b]*|أرطال|باوند|পাউন্ড|ፓውንድ|фунт\w*|liv|پونډ\w*|پاؤنڈ"
_SEERS, _MAUNDS, _ARROBAS = r"seers?|sers?|সের|سیر|सेर", r"maunds?|মণ", r"arrobas?"
_GRAMS = r"grs?|g|grams?|gramos?|grammes?|grammi|gramas?|غرام|гр?"
_ABOUT = (
    r"about|approx(?:imately)?|aprox(?:imadamente)?|around|circa|ca|c|unos|como|cerca de|environ|env|etwa|ungefähr|"
    r"около|حوالي|تقريبا|حدود|yaklaşık|περίπου|تقریباً?|شاوخوا|প্রায়|আনুমানিক|ወደ|ኣስታት|qiyaastii|anviwon|nêzîkî|khoảng|близько"
)
_UNIT = rf"(?:\s*(?P<{{}}>{_KILOGRAMS}|{_POUNDS}|{_SEERS}|{_MAUNDS}|{_ARROBAS}|{_GRAMS})(?!\w)\.?)?"
# Fourteen pounds, and pounds behind them.
_STONE = re.compile(
    r"(?P<stone>\d{1,2})\s*(?:stones?|st)\b\.?\s*(?:(?P<pounds>1[0-3]|\d)\s*(?:lbs?|pounds?)?\.?)?", re.IGNORECASE
)
_WEIGHT = re.compile(
    rf"(?:(?P<about>[~≈±]|(?:{_ABOUT})(?!\w)\.?)\s*)?"
    + _NUMBER.format("low")
    + _UNIT.format("first")
    + rf"(?:\s*(?:-|–|—|~|/|to|a|à|y|e|et|bis|до|الى|إلى|تا)\s*{_NUMBER.format('high')}{_UNIT.format('unit')})?",
    re.IGNORECASE,
)
_PER_KILOGRAM = {
    "seers": 0.933,
    "maunds": 37.32,
    "arrobas": 11.5,
    "pounds": 0.45359237,
    "grams": 0.001,
    "kilograms": 1.0,
}


@lru_cache(maxsize=16384)
def read_weight(text: str) -> WeightRange | None:
    """Read a weight; kilograms where no unit is said. None where a word is left, or where nobody weighs as much."""
    written = text.strip()[:200]
    plain = plain_digits(written).replace("٫", ".")
    if (stone := _STONE.fullmatch(plain)) is not None:
        kilograms = round((int(stone["stone"]) * 14 + int(stone["pounds"] or 0)) * _PER_KILOGRAM["pounds"])
        return WeightRange(kilograms, kilograms, False, written) if 1 <= kilograms <= MAX_KG else None
    found = _WEIGHT.fullmatch(plain)
    if found is None:
        return None
    unit = _per_kilogram(found["unit"] or found["first"] or "")
    ends = sorted(round(_real(end) * unit) for end in (found["low"], found["high"] or found["low"]))
    if not 1 <= ends[0] <= ends[1] <= MAX_KG:
        return None
    return WeightRange(ends[0], ends[1], bool(found["about"] or found["high"]), written)


def _per_kilogram(unit: str) -> float:
    kinds = {"pounds": _POUNDS, "seers": _SEERS, "maunds": _MAUNDS, "arrobas": _ARROBAS, "grams": _GRAMS}
    named = (kind for kind, words in kinds.items() if re.fullmatch(words, unit, re.IGNORECASE))
    return _PER_KILOGRAM[next(named, "kilograms")]


def _real(text: str) -> float:
    return float(text.replace(",", "."))
