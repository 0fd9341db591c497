"""Heights as people write them, as ranges of centimetres: `1,75 m`, `1'70`, `170-175`, `5'8"`, `176 cm / 70 kg`."""

import re
from functools import lru_cache

from matching.record import HeightRange
from search.documents import WeightRange
from search.values.folding import plain_digits
from search.values.number_ranges import PLUS_MINUS, RANGE, is_about, real
from search.values.number_words import number_in_words
from search.values.weights import read_weight

_MIN_CM, _MAX_CM = 30.0, 250.0
_INCHES_SIGN = (
    r"(?:\"|”|″|''|’’|′′|in\b|inches|inch|pulgadas|pouces|pollici|polegadas|zoll|انشات|انش|إنش|انچ|اينش|بوصة|بوصه|بوصات|"
    r"ইঞ্চি|इंच|ኢንች|inç|înc|дюйм\w*|injir|inji|انچه|انچې|pous|pus)"
)
_FEET = re.compile(
    r"^\D{0,12}([3-7])\s*(?:'|’|′|´|`|ft|feet|foot|pies|pieds|piedi|pés|fuss|fuß|fut|فوت|قدم|اقدام|أقدام|فٹ|فټه?|فوټه?|ফুট|फुट|ፉት|ጫማ|фут\w*|pye|fuut|fiit|feit)\.?"
    r"\s*(?:(?:و|and|y|et|e|আর|और|ከ)\s*)?"
    rf"(?:(\d|1[01])(?:[.,](\d))?\s*{_INCHES_SIGN}?)?\.?\s*$",
    re.IGNORECASE,
)
_INCHES = re.compile(rf"^(\d{{2}}(?:[.,]\d+)?)\s*{_INCHES_SIGN}\.?$", re.IGNORECASE)
# `509` is five feet and nine inches in American registers; as millimetres nobody writes a height.
_FEET_CODE = re.compile(r"[4-6](?:0\d|1[01])")
# One or two metres and their centimetres, with whatever stands for the point: `1'70`, `1´70`, `1:70`, `1-70`, `1 70`.
_METRES = re.compile(
    r"(?<![\d.,])([12])\s*(?:['’′´`:\-‐‑]|m(?:etros?|ètres?|etri|eter|etre|ét|èt|îtro|itir|ts?)?\.?|"
    r"(?:м(?:етра?)?|متر|میٹر|মিটার|ሜትር|ሜተር)\.?(?:\s*(?:و|اور|এবং|আর|ከ|и|і))?|(?<=\d)\s)\s*(\d{1,2})"
    r"(?![\d.,'’′\"])"
)
_BARE_PAIR = re.compile(r"(?P<height>1[3-9]\d|2[0-2]\d)\s*(?:cm)?\s*/\s*(?P<weight>[3-9]\d|1[0-2]\d)")
_WEIGHT_BESIDE = re.compile(
    r"^(?P<height>.*?\d.*?)(?:\s*[/;,|+]\s*|\s+(?:y|and|et|e|und|-)\s+|\s+)"
    r"(?P<weight>\d{2,3}(?:[.,]\d+)?\s*(?:kgs?|kilos?|кг|كغم?|کیلو)\.?)\s*$",
    re.IGNORECASE,
)


def apart_from_weight(text: str) -> tuple[str, WeightRange | None]:
    """The height in a cell, and the weight that stands beside it (`176 cm / 70 kg`)."""
    plain = plain_digits(text.strip()[:200])
    found = _WEIGHT_BESIDE.match(plain) or _BARE_PAIR.fullmatch(plain)
    if found is None or (weight := read_weight(found["weight"])) is None:
        return text, None
    return found["height"].strip(), weight


@lru_cache(maxsize=16384)
def read_height(text: str) -> HeightRange | None:
    """Read a height in metres, centimetres, millimetres, feet or inches; None where no body has such a height."""
    written = text.strip()[:200]
    plain = plain_digits(written).replace("٫", ".")
    estimated = is_about(plain)
    if (feet := _feet(_with_figures(plain))) is not None:
        return HeightRange(feet, feet, estimated, written)
    plain = _METRES.sub(lambda found: f"{found[1]}.{found[2]}", plain)
    if (spread := PLUS_MINUS.search(plain)) is not None and (middle := _centimetres(real(spread[1]))) is not None:
        width = real(spread[2]) * (100 if real(spread[2]) < 1 else 1)
        return HeightRange(round(middle - width), round(middle + width), True, written)
    if (pair := RANGE.search(plain)) is not None:
        low, high = _centimetres(real(pair[1])), _centimetres(real(pair[2]))
        if low is not None and high is not None:
            return HeightRange(round(min(low, high)), round(max(low, high)), True, written)
    return _one_height(plain, written, estimated=estimated)


def _one_height(plain: str, written: str, *, estimated: bool) -> HeightRange | None:
    metres = re.search(r"(?<!\d)([12])\s*(?:[.,]|m(?:etros?|ètres?|etri|eter)?\.?)\s*(\d{1,2})(?!\d)", plain)
    number = re.search(r"(?<!\d)(\d{1,4}(?:[.,]\d+)?)", plain)
    value = float(f"{metres[1]}.{metres[2]}") if metres else real(number[1]) if number else 0.0
    if _FEET_CODE.fullmatch(plain.strip()):
        return None
    cm = _centimetres(value)
    return HeightRange(round(cm), round(cm), estimated, written) if cm is not None else None


def _with_figures(plain: str) -> str:
    """`five foot nine` as `5 foot 9`: each word that is a number by itself, where nothing stands in figures."""
    if any(c.isdigit() for c in plain):
        return plain
    return " ".join(_figure(word) for word in plain.split())


def _figure(word: str) -> str:
    joint = "و" if word.startswith("و") and number_in_words(word) is None else ""
    number = number_in_words(word.removeprefix(joint))
    return word if number is None else f"{joint}{number}"


def _feet(plain: str) -> int | None:
    if (found := _FEET.match(plain)) is not None:
        inches = float(f"{found[2] or 0}.{found[3] or 0}")
        return round(int(found[1]) * 30.48 + inches * 2.54)
    if (found := _INCHES.match(plain)) is not None:
        return round(real(found[1]) * 2.54)
    return None


def _centimetres(value: float) -> float | None:
    for factor in (1, 100, 0.1):
        if _MIN_CM <= value * factor <= _MAX_CM:
            return value * factor
    return None
