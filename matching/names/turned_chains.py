"""Chains of names that are turned round: Karim bin Salim and Salim bin Karim are alike in every part, and two people.

Where the second name is the father's, a father and a son who bears his grandfather's name look just so. Nothing of it
is weighed: whoever reads a pair is told.
"""

import re
from functools import lru_cache

from matching.names.name_comparison import compare_names
from matching.names.normalise import split_name
from matching.names.shown_readings import in_latin_letters

# The father's name in a Slavic patronymic: Ivanovich is the son of Ivan, Petrovna the daughter of Petr.
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovych|yovych|evych|ovna|evna|ivna|yevich|yevna|ich|ichna)$")
_SAME_PART = 0.5


@lru_cache(maxsize=4096)
def turned_round(one: str, other: str) -> bool:
    """Whether the first two parts of one name are those of the other in exchanged order."""
    parts, others = _first_two(one), _first_two(other)
    if len(parts) < 2 or len(others) < 2 or _same(parts[0], others[0]):
        return False
    return _same(parts[0], others[1]) and _same(parts[1], others[0])


def _first_two(name: str) -> tuple[str, ...]:
    """A given name and the father's name, without what stands between them, a patronymic as the name it is made of."""
    given, *rest = split_name(name.replace("ё", "е"))[:2] or ("",)
    return (given, *map(_father, rest))


def _father(part: str) -> str:
    latin = (in_latin_letters(part) or part).lower()
    stem = _PATRONYMIC.sub("", latin)
    return stem if stem != latin and len(stem) > 2 else part


def _same(one: str, other: str) -> bool:
    return one == other or compare_names(one, other).similarity >= _SAME_PART
