"""How much the words around a phrase speak for its being a place."""

from enum import IntEnum

from matching.places.place_phrases import Phrase

_BEFORE = ("in", "near", "off", "shore", "between", "direction", "region", "district", "town", "leaving")
_AFTER = (*_BEFORE, "filler", "wild", "and", "of", "unit")

# A shorter name of the hand-made tables may be a part of another name.
_LONG_ENOUGH = 5


class Trust(IntEnum):
    """Nothing speaks for a place; a name among other words; behind a preposition; all of what a comma divides."""

    NONE = 0
    WEAK = 1
    STRONG = 2
    WHOLE = 3


class Surroundings:
    """The phrases of one text, each with its neighbours of the same part."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self._phrases = phrases
        self._position = {phrase.first: at for at, phrase in enumerate(phrases)}

    def before(self, phrase: Phrase) -> Phrase | None:
        """The neighbour before, None at the beginning of the part."""
        at = self._position[phrase.first] - 1
        return self._phrases[at] if at >= 0 and self._phrases[at].part == phrase.part else None

    def after(self, phrase: Phrase) -> Phrase | None:
        """The neighbour behind, None at the end of the part."""
        at = self._position[phrase.first] + 1
        return self._phrases[at] if at < len(self._phrases) and self._phrases[at].part == phrase.part else None

    def beside(self, phrase: Phrase, kind: str) -> bool:
        """Whether a word of this kind stands directly before or behind, "of" between or not."""
        after, before = self.after(phrase), self._before_of(phrase)
        return any(one is not None and one.has(kind) for one in (after, before))

    def comes_again(self, phrase: Phrase) -> bool:
        """Whether the same words follow once more: Chihuahua, Chihuahua is a city in its state."""
        at = self._position[phrase.first] + 1
        return any(other.text == phrase.text and not other.remark for other in self._phrases[at:])

    def believable(self, phrase: Phrase) -> bool:
        """Whether a name of the hand-made tables is meant as one where it stands."""
        if self._is_thing(self.before(phrase)) or (phrase.everyday and self._is_thing(self.after(phrase))):
            return False
        if phrase.length == 1 and (phrase.everyday or phrase.meaning.regions or len(phrase.text) < _LONG_ENOUGH):
            neighbours = (self.before(phrase), self.after(phrase))
            if any(one is not None and one.unknown and one.capital for one in neighbours):
                return False
        return phrase.capital or phrase.length > 1 or phrase.has("filler", "wild")

    def next_countries(self, phrase: Phrase) -> frozenset[str]:
        """The countries that are named next behind a phrase."""
        at = self._position[phrase.first]
        return next((one.meaning.countries for one in self._phrases[at:] if one.meaning.countries), frozenset())

    def is_led(self, phrase: Phrase) -> bool:
        """Whether the words before let a place follow."""
        before = self._before_of(phrase)
        return before is None or before.placed or before.has(*_BEFORE)

    def is_ended(self, phrase: Phrase) -> bool:
        """Whether the words behind let a place end here."""
        after = self.after(phrase)
        return after is None or after.placed or after.has(*_AFTER)

    def trust(self, phrase: Phrase) -> Trust:
        """How surely a town is meant."""
        before, after = self._before_of(phrase), self.after(phrase)
        if not phrase.capital or self._is_thing(after) or (before is not None and self._is_thing(before)):
            return Trust.NONE
        ended = self.is_ended(phrase)
        if ended and (before is None or before.has("district", "town", "region")) and not phrase.has("thing"):
            return Trust.WHOLE
        if not ended:
            return Trust.NONE
        return Trust.STRONG if self.is_led(phrase) else Trust.WEAK

    def _before_of(self, phrase: Phrase) -> Phrase | None:
        """The neighbour before, passing over words that say nothing of a place, and "of" behind others."""
        before = self.before(phrase)
        while before is not None and before.has("filler", "of") and not before.has(*_BEFORE) and not before.placed:
            before = self.before(before)
        return before

    def _is_thing(self, phrase: Phrase | None) -> bool:
        return phrase is not None and phrase.has("thing") and not phrase.has(*_BEFORE)
