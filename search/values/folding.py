"""One comparable form for words of any script: no case, no accents, no punctuation, plain digits."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ə": "a",
        "þ": "th",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ک": "ك",
        "ہ": "ه",
        "ة": "ه",
        "ۀ": "ه",
        "ـ": "",
        "ς": "σ",
        "№": " no ",
        "º": "o",
        "ª": "a",
        "°": " ",
        "’": "'",
        "ʼ": "'",
    }
)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_NOT_WORD = re.compile(r"[^\w]+|_+")


def plain_digits(text: str) -> str:
    """Turn the digits of every script into 0 to 9 and drop invisible direction marks."""
    text = _INVISIBLE.sub("", text)
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, None) is not None else c for c in text
    )


@lru_cache(maxsize=131072)
def fold(text: str) -> str:
    """Return the words of `text` in their comparable form, separated by single spaces; may be empty."""
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    text = plain_digits(unicodedata.normalize("NFKC", text.replace("\u200c", " "))).replace("İ", "i").casefold()
    text = text.translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) or _is_vowel_sign(c))
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _is_vowel_sign(char: str) -> bool:
    """In Indic and South-East Asian scripts a combining sign is a vowel, not an accent."""
    return "\u0900" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"
