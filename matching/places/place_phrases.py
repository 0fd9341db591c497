"""A text for a place read into phrases: towns, known places, countries, and the words between them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from matching.places.atlas import Atlas, atlas
from matching.places.place_folding import fold_word, readable
from matching.places.place_inflection import other_forms
from matching.places.place_vocabulary import Meaning, Vocabulary, vocabulary

_LONGEST_TEXT = 300
_LONGEST_TOWN = 5
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\s\d,;:.()\[\]{}/\\\-–—_\"“”«»!?¿¡،؛።፣፤፥।、。，…|*+=<>&#@]+")
_NEW_PART = re.compile(r"[,;:()\[\]\n،؛、，፣|]|\s[-–—]")
_REMARK = re.compile(r"\s[-–—]\s|[(\[]")
_SENTENCE_END = re.compile(r"[.።。]\s")
# Scripts that leave no space between words: Thai, Lao, Burmese, Khmer, kana and Chinese characters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FIRST_UNSPACED = "\u0e00"
_PLAIN_GAPS = frozenset({"", " ", "-"})
_LEAST_PIECE, _MOST_PIECE = 2, 14
_LEAST_SENTENCE_END = 4
# Turkish puts its endings behind an apostrophe: Bodrum'da.
_TURKISH_ENDING = re.compile(r"(?<=\w{4})['’](?:[dt][ae]n?|n?[iıuü]n|y?[aeıi])$")
_NOTHING = Meaning({}, frozenset(), (), ())
# Words that are nothing but grammar: never a town, however one is called.
_NEVER_TOWNS = frozenset(
    {"in", "near", "off", "shore", "leaving", "between", "and", "of", "direction", "unit", "region", "filler"}
)


class Word(NamedTuple):
    """`part` counts what commas divide; a `remark` stands in brackets, behind a dash or in a later sentence."""

    folded: str
    key: bytes
    capital: bool
    part: int
    remark: bool


@dataclass(slots=True)
class Phrase:
    """One or more words that mean something together, or one word that means nothing known.

    `town` is the key under which the atlas has towns of this name, empty where it has none.
    """

    text: str
    first: int
    part: int
    remark: bool
    capital: bool
    length: int
    meaning: Meaning = _NOTHING
    town: bytes = b""

    def has(self, *kinds: str) -> bool:
        """Whether it is a word of one of these kinds."""
        own = self.meaning.kinds
        return bool(own) and not own.keys().isdisjoint(kinds)

    @property
    def everyday(self) -> bool:
        """Whether the words are more often something else than a place."""
        return bool(self.meaning.kinds)

    @property
    def unknown(self) -> bool:
        """Whether no table knows it and it is no number."""
        return not self.everyday and not self.placed and not self.text[0].isdecimal()

    @property
    def placed(self) -> bool:
        """Whether it names any place at all."""
        return bool(self.town or self.meaning.countries or self.meaning.places or self.meaning.regions)


def read_phrases(text: str) -> list[Phrase]:
    """The phrases of a text in their order, the longest first at every word."""
    words, towns, known = _words(readable(text[:_LONGEST_TEXT])), atlas(), vocabulary()
    phrases: list[Phrase] = []
    position = 0
    while position < len(words):
        phrase = _phrase_at(words, position, towns, known)
        phrases.append(phrase)
        position += phrase.length
    return phrases


def _words(text: str) -> list[Word]:
    words: list[Word] = []
    part, bracket, remark, end = 0, False, False, 0
    cased = not (text.isupper() or text.islower())
    for token in _TOKEN.finditer(text):
        start = token.start()
        if text[end:start] not in _PLAIN_GAPS:
            gap = text[end:start]
            part += _NEW_PART.search(gap) is not None
            bracket = (bracket or "(" in gap or "[" in gap) and not (")" in gap or "]" in gap)
            remark = remark or (bool(words) and _begins_remark(gap, words[-1]))
        end = token.end()
        written = token.group()
        folded = fold_word(_TURKISH_ENDING.sub("", written) if "'" in written or "’" in written else written)
        if folded:
            capital = not (cased and written[0].islower())
            aside = remark or (bracket and part > 0)
            if folded[0] < _FIRST_UNSPACED:
                words.append(Word(folded, folded.encode(), capital, part, aside))
            else:
                words += [Word(piece, piece.encode(), capital, part, aside) for piece in _pieces(folded)]
    return words


@lru_cache(maxsize=4096)
def _pieces(folded: str) -> tuple[str, ...]:
    """The word itself; of a script without spaces the names that follow each other in it."""
    if not _UNSPACED.match(folded):
        return (folded,)
    towns, known = atlas(), vocabulary()
    pieces, start, position = [], 0, 0
    while position < len(folded):
        length = _piece_at(folded, position, towns, known)
        if length:
            pieces += [folded[start:position], folded[position : position + length]]
            start = position + length
        position += length or 1
    pieces.append(folded[start:])
    return tuple(piece for piece in pieces if piece)


def _piece_at(folded: str, position: int, towns: Atlas, known: Vocabulary) -> int:
    for length in range(min(_MOST_PIECE, len(folded) - position), _LEAST_PIECE - 1, -1):
        piece = folded[position : position + length]
        if known.meaning(piece) is not None or piece.encode() in towns:
            return length
    return 0


def _begins_remark(gap: str, before: Word) -> bool:
    if " -" in gap or " –" in gap or " —" in gap:
        return True
    return len(before.folded) >= _LEAST_SENTENCE_END and _SENTENCE_END.search(gap) is not None


def _phrase_at(words: list[Word], position: int, towns: Atlas, known: Vocabulary) -> Phrase:
    word = words[position]
    length, meaning = _longest_meaning(words, position, known)
    # A town has a capital where the text has any, so that few words need be looked for among many names.
    town_length, key = _longest_town(words, position, towns, max(1, length)) if word.capital else (0, b"")
    if town_length > length:
        length, meaning = town_length, _NOTHING
    if not length:
        length = 1
        if word.capital:
            key, meaning = _inflected(word, towns, known)
    elif (meaning.countries and not meaning.regions) or not _NEVER_TOWNS.isdisjoint(meaning.kinds):
        key = b""
    text = word.folded if length == 1 else " ".join([one.folded for one in words[position : position + length]])
    return Phrase(text, position, word.part, word.remark, word.capital, length, meaning, key)


def _longest_meaning(words: list[Word], position: int, known: Vocabulary) -> tuple[int, Meaning]:
    word = words[position]
    longest = min(known.longest_from(word.folded), len(words) - position)
    if longest == 1:
        meaning = known.meaning(word.folded)
        return (1, meaning) if meaning is not None else (0, _NOTHING)
    for length in range(longest, 0, -1):
        chosen = words[position : position + length]
        if chosen[-1].part == word.part:
            meaning = known.meaning(" ".join([one.folded for one in chosen]))
            if meaning is not None:
                return length, meaning
    return 0, _NOTHING


def _longest_town(words: list[Word], position: int, towns: Atlas, least: int) -> tuple[int, bytes]:
    """The longest name of towns from a word, of at least so many words."""
    part = words[position].part
    end = min(position + _LONGEST_TOWN, len(words))
    while end > position and words[end - 1].part != part:
        end -= 1
    for length in range(end - position, least - 1, -1):
        key = b" ".join([word.key for word in words[position : position + length]])
        if key in towns:
            return length, key
    return 0, b""


def _inflected(word: Word, towns: Atlas, known: Vocabulary) -> tuple[bytes, Meaning]:
    """What a word means without what its language puts before or behind a name."""
    for form in other_forms(word.folded):
        meaning = known.meaning(form)
        if meaning is not None and (meaning.places or meaning.countries or meaning.regions):
            return b"", meaning
        key = form.encode()
        if key in towns:
            return key, _NOTHING
    return b"", _NOTHING
