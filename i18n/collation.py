"""In which order names stand in a list, by the alphabet of the reader's language.

Accents and case do not count, nor does the Arabic article. A language whose alphabet is not the order of its letters in
Unicode has it written out here; what is no letter of it (another script, a sign) stands before.
"""

import unicodedata
from functools import cache

_ALPHABETS = {
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ps": "آابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهیېۍئ",
    "ur": "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ",
}
# Letters of one sound that keyboards write in two ways.
_SAME = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})
_ARTICLE = "ال"
# Places of letters in an alphabet lie behind everything else that Unicode has in use.
_FIRST_PLACE = 0xE000


def sort_key(tag: str, name: str) -> str:
    """What names are compared by."""
    places = _places(tag)
    plain = unicodedata.normalize("NFC", name).casefold().removeprefix(_ARTICLE)
    if not places:
        return _without_accents(plain)
    known = (one if one in places else _without_accents(one) for one in plain.translate(_SAME))
    return "".join(places.get(one, one) for one in known)


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


@cache
def _places(tag: str) -> dict[str, str]:
    return {letter: chr(_FIRST_PLACE + place) for place, letter in enumerate(_ALPHABETS.get(tag, ""))}
