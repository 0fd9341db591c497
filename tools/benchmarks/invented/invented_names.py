"""Names as the customs of a culture make them: chains of fathers, two surnames, the family name first, nicknames."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.invented.culture_name_parts import Part
from benchmarks.invented.cultures import Culture, Custom
from matching.record import Sex

_SECOND_GIVEN, _SECOND_SURNAME, _GRANDFATHER, _FOURTH, _PATRONYMIC_SAID = 0.42, 0.95, 0.72, 0.42, 0.35
_NICKNAMED = 0.06
# Endings of family names that women change: native and Latin, male to female.
_FEMININE = (("ский", "ская"), ("ський", "ська"), ("ов", "ова"), ("ёв", "ёва"), ("ин", "ина"), ("ів", "іва"))
_FEMININE_LATIN = (("sky", "skaya"), ("ski", "skaia"), ("skyi", "ska"), ("ov", "ova"), ("in", "ina"), ("iv", "iva"))


@dataclass(frozen=True, slots=True)
class InventedName:
    """A whole name in its order; `joined` where it is written at home without spaces; and a nickname, or ""."""

    parts: tuple[Part, ...]
    joined: bool = False
    nickname: str = ""

    @property
    def native(self) -> str:
        """The name as it is written at home."""
        return ("" if self.joined else " ").join(part.native for part in self.parts)


def invent_name(culture: Culture, sex: Sex, rng: random.Random) -> InventedName:
    """A full name of one person."""
    parts = _CUSTOMS[culture.custom](culture, "male" if sex is Sex.MALE else "female", rng)
    joined = culture.custom is Custom.FAMILY_FIRST
    nickname = ""
    if "nickname" in culture.parts and rng.random() < _NICKNAMED:
        nickname = culture.parts["nickname"].draw(rng).native
    return InventedName(tuple(parts), joined, nickname)


def _given_family(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    draw = culture.parts
    names = [draw[given].draw(rng)]
    if rng.random() < _SECOND_GIVEN / 3:
        names.append(draw[given].draw(rng))
    return [*names, _family(culture, rng)]


def _two_surnames(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    names = [culture.parts[given].draw(rng)]
    if rng.random() < _SECOND_GIVEN:
        names.append(culture.parts[given].draw(rng))
    names.append(_family(culture, rng))
    return [*names, _family(culture, rng)] if rng.random() < _SECOND_SURNAME else names


def _many_surnames(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    names = _two_surnames(culture, given, rng)
    if rng.random() < _FOURTH:
        last = names[-1]
        names[-1] = Part(f"da {last.native}", tuple(f"{word} {last.spellings[0]}" for word in ("da", "de")))
    return names


def _nasab(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    """Own name, father's, mostly a grandfather's or a family's."""
    fathers = culture.parts["male"]
    names = [culture.parts[given].draw(rng), fathers.draw(rng)]
    if rng.random() < _GRANDFATHER:
        names.append(fathers.draw(rng))
    return [*names, _family(culture, rng)] if rng.random() < _FOURTH else names


def _patronymic(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    fathers = culture.parts["male"]
    names = [culture.parts[given].draw(rng), fathers.draw(rng)]
    return [*names, fathers.draw(rng)] if rng.random() < _GRANDFATHER else names


def _father_first(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    father = _family(culture, rng) if rng.random() < _GRANDFATHER else culture.parts["male"].draw(rng)
    return [father, culture.parts[given].draw(rng)]


def _family_first(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    return [_family(culture, rng), culture.parts[given].draw(rng)]


def _one_name(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    """Two to four words, none of them a family's."""
    names = [culture.parts[given].draw(rng)]
    return [*names, _family(culture, rng)] if rng.random() < _GRANDFATHER else names


def _slavic(culture: Culture, given: str, rng: random.Random) -> list[Part]:
    names = [culture.parts[given].draw(rng)]
    if rng.random() < _PATRONYMIC_SAID:
        names.append(_after_father(culture.parts["male"].draw(rng), given, culture.language))
    family = _family(culture, rng)
    return [*names, _of_a_woman(family) if given == "female" else family]


def _after_father(father: Part, given: str, language: str) -> Part:
    """Иванович of Иван, Сергеевна of Сергей; roughly, as nobody's grammar is tried here."""
    native, latin = father.native, father.spellings[0]
    soft = native.endswith(("й", "ь"))
    man = ("евич", "evich") if soft else ("ович", "ovich")
    woman = ("івна", "ivna") if language == "uk" else (("евна", "evna") if soft else ("овна", "ovna"))
    ending, spelled = man if given == "male" else woman
    stem = native.rstrip("йьоа")
    sounded = latin.rstrip("iyoa")
    return Part(stem + ending, (sounded + spelled, sounded + spelled.replace("ch", "tch")))


def _of_a_woman(family: Part) -> Part:
    native = _ended(family.native, _FEMININE)
    if native == family.native:
        return family
    return Part(native, tuple(_ended(spelling, _FEMININE_LATIN) for spelling in family.spellings))


def _ended(text: str, endings: tuple[tuple[str, str], ...]) -> str:
    for his, hers in endings:
        if text.endswith(his):
            return text.removesuffix(his) + hers
    return text


def _family(culture: Culture, rng: random.Random) -> Part:
    return culture.parts.get("family", culture.parts["male"]).draw(rng)


_CUSTOMS: Mapping[Custom, Callable[[Culture, str, random.Random], list[Part]]] = {
    Custom.GIVEN_FAMILY: _given_family,
    Custom.TWO_SURNAMES: _two_surnames,
    Custom.MANY_SURNAMES: _many_surnames,
    Custom.NASAB: _nasab,
    Custom.PATRONYMIC: _patronymic,
    Custom.FATHER_FIRST: _father_first,
    Custom.FAMILY_FIRST: _family_first,
    Custom.FAMILY_FIRST_SPACED: _family_first,
    Custom.ONE_NAME: _one_name,
    Custom.SLAVIC: _slavic,
}
