"""In which order names stand in a list, by the alphabet of the reader's language.

Accents and case do not count, nor does the Arabic article. A language whose alphabet is not the order of its letters in
Unicode has it written out here; what is no letter of it (another script, a sign) stands before. In Amharic and Tigrinya
letters of one sound stand in one place, since a name is written with either.
"""

import unicodedata
from functools import cache

_ETHIOPIC_ORDERS = 7

_ALPHABETS = {
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "ku": "abcçdeêfghiîjklmnopqrsştuûvwxyz",
    "vi": "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz",
    "bn": "অআইঈউঊঋএঐওঔংঃঁকখগঘঙচছজঝঞটঠডড়ঢঢ়ণতৎথদধনপফবভমযয়রলশষসহািীুূৃেৈোৌ্",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ps": "آابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهیېۍئ",
    "ur": "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ",
}
# Letters of one sound that keyboards write in two ways.
_SAME = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})
_ARTICLE = "ال"
# Where the article is part of a name: Algeria is looked for under alif.
_WITHOUT_ARTICLE = frozenset({"fa", "ps", "ur", "ckb"})
# What lower case makes of the two letters i where there are two.
_TURKISH_I = str.maketrans({"I": "ı", "İ": "i"})
# Letters that Unicode has as one and normal forms take apart.
_BENGALI = {"ড\u09bc": "\u09dc", "ঢ\u09bc": "\u09dd", "য\u09bc": "\u09df"}
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# First letters of rows of syllables that sound alike, each beside the row in whose place it stands.
_ETHIOPIC_HOMOPHONES = {
    "am": {"ሐ": "ሀ", "ኀ": "ሀ", "ኸ": "ሀ", "ሠ": "ሰ", "ዐ": "አ", "ፀ": "ጸ"},
    "ti": {"ኀ": "ሐ", "ሠ": "ሰ", "ፀ": "ጸ"},
}
# In Amharic the fourth order of these two sounds like the first.
_ALIKE_IN_AMHARIC = {"ሃ": "ሀ", "ኣ": "አ"}
# Places of letters in an alphabet lie behind everything else that Unicode has in use.
_FIRST_PLACE = 0xE000


def sort_key(tag: str, name: str) -> str:
    """What names are compared by."""
    places = _places(tag)
    plain = _plain(tag, name)
    if not places:
        return _without_accents(plain).translate(_one_place(tag))
    known = (one if one in places else _without_accents(one) for one in plain.translate(_SAME))
    return "".join(places.get(one, one) for one in known)


def _plain(tag: str, name: str) -> str:
    """The name in lower case, its letters as the alphabet of the language has them."""
    cased = name.translate(_TURKISH_I) if tag == "tr" else name
    plain = unicodedata.normalize("NFC", cased).casefold()
    if tag == "vi":
        apart = unicodedata.normalize("NFD", plain)
        return unicodedata.normalize("NFC", "".join(one for one in apart if one not in _TONES))
    if tag == "bn":
        for apart, letter in _BENGALI.items():
            plain = plain.replace(apart, letter)
    return plain if tag in _WITHOUT_ARTICLE else plain.removeprefix(_ARTICLE)


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


@cache
def _places(tag: str) -> dict[str, str]:
    return {letter: chr(_FIRST_PLACE + place) for place, letter in enumerate(_letters(_ALPHABETS.get(tag, "")))}


def _letters(alphabet: str) -> list[str]:
    """The letters of an alphabet, those of Bengali that are written with a dot as one."""
    for apart, letter in _BENGALI.items():
        alphabet = alphabet.replace(apart, letter)
    return list(alphabet)


@cache
def _one_place(tag: str) -> dict[int, str]:
    """Syllables of one sound, each by that in whose place it stands."""
    rows = _ETHIOPIC_HOMOPHONES.get(tag, {})
    same = {
        ord(letter) + order: chr(ord(into) + order)
        for letter, into in rows.items()
        for order in range(_ETHIOPIC_ORDERS)
    }
    alike = _ALIKE_IN_AMHARIC if tag == "am" else {}
    return {code: alike.get(into, into) for code, into in same.items()} | {ord(one): to for one, to in alike.items()}
