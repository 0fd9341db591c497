"""Spellings under which the engine finds a name too: for a family that can say how papers abroad spell it.

Each is one that the engine itself takes for the same name. Words of a name are shown in their order, in Latin letters,
and a name in Latin letters in Arabic ones too where the table of readings has it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from matching.names.name_comparison import compare_names
from matching.names.part_rarity import coarse
from matching.names.phonetic import sound_of
from matching.names.readings.by_script import read
from matching.names.readings.latin import plain
from matching.names.shown_readings import in_latin_letters, is_in_latin
from matching.names.tables import read_rows

# Bits from which the engine takes a spelling for the name, each part answering one.
_LEAST_BITS, _NO_ANSWER = 1.5, "contradicts"
_MOST_WORDS, _MOST_OF_A_WORD, _LONGEST = 5, 6, 80
# Letters for one sound as clerks of different languages write them; each is tried once in a word.
_EXCHANGED = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("sh", "ch"), ("ch", "sh"), ("dj", "j"), ("kh", "j"), ("j", "y"),
    ("ph", "f"), ("q", "k"), ("gh", "g"), ("w", "ou"), ("ss", "s"), ("y", "i"), ("ei", "ay"), ("mm", "m"),
)  # fmt: skip
_TOLD = str.maketrans({"@": "a", "~": "", "'": ""})


@lru_cache(maxsize=4096)
def known_spellings(name: str, most: int = 5) -> tuple[str, ...]:
    """Up to `most` other spellings of a whole name, the nearest to how it is said first; empty where none is known."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or len(name) > _LONGEST or not any(map(str.isalpha, name)):
        return ()
    each = [tuple(islice(_of_word(word), _MOST_OF_A_WORD)) for word in words]
    turns = range(max(map(len, each), default=0))
    whole = [" ".join(_turn(word, forms, at) for word, forms in zip(words, each, strict=True)) for at in turns]
    native = [_native().get(_sound(word), "") for word in words] if is_in_latin(name) else [""]
    candidates = [*whole[:2], *([" ".join(native)] if all(native) else []), *whole[2:]]
    found = (one for one in candidates if one.casefold() != name.casefold())
    return tuple(dict.fromkeys(one for one in found if _is_same(name, one)))[:most]


def _turn(word: str, forms: tuple[str, ...], at: int) -> str:
    """One form of a word; a word with fewer forms keeps its nearest one."""
    if at < len(forms):
        return forms[at]
    return forms[0] if forms and not is_in_latin(word) else word


def _is_same(name: str, other: str) -> bool:
    compared = compare_names(name, other)
    answered = all(part.sought and part.found and part.reason != _NO_ANSWER for part in compared.parts)
    return answered and compared.match_weight >= _LEAST_BITS


def _of_word(word: str) -> Iterator[str]:
    """The forms of a word: as it is read, as other languages write it, as clerks exchange its letters."""
    latin = word if is_in_latin(word) else in_latin_letters(word)
    if not latin:
        return
    seen = {word.casefold()}
    for form in (latin, *_elsewhere(latin), *(_readings(word) if latin != word else ()), *_exchanged(latin)):
        shown = form[:1].upper() + form[1:]
        if form and shown.casefold() not in seen:
            seen.add(shown.casefold())
            yield shown


def _readings(word: str) -> Iterator[str]:
    for one in read(word)[1:4]:
        yield one.text.translate(_TOLD).lower()


def _elsewhere(latin: str) -> Iterator[str]:
    """The forms that the same name has in other languages."""
    sound = _sound(latin)
    for form in _forms().get(sound, ()):
        if plain(form) != plain(latin):
            yield form


def _exchanged(latin: str) -> Iterator[str]:
    lower = latin.lower()
    for letters, others in _EXCHANGED:
        at = lower.find(letters)
        if at >= 0 and (others or at > 0) and len(lower) > len(letters) + 2:
            yield lower[:at] + others + lower[at + len(letters) :]


def _sound(name: str) -> str:
    readings = read(name.casefold())
    return coarse(sound_of(plain(readings[0].text))) if readings else ""


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, tuple[str, ...]]:
    """By sound, the forms that a name has; every two of a row are forms of one name."""
    table: dict[str, list[str]] = {}
    for name, forms, _language in read_rows("name_equivalents.tsv"):
        row = (name, *forms.split())
        for form in row:
            table.setdefault(_sound(form), []).extend(row)
    return {sound: tuple(dict.fromkeys(forms)) for sound, forms in table.items()}


@lru_cache(maxsize=1)
def _native() -> Mapping[str, str]:
    """By sound, names in Arabic letters."""
    rows = [(native, readings.split()) for native, readings in read_rows("arabic_readings.tsv")]
    return {_sound(reading): native for native, readings in reversed(rows) for reading in readings}
