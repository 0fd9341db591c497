"""The Fellegi–Sunter model: m and u of every level, the prior, and the weights that follow from them.

A level's weight is log2(m / u) bits: m the share of true pairs at this level, u that of random pairs (Fellegi and
Sunter, 1969), times the coefficient of the comparison, which makes up for what depends on each other
(`coefficient_fitting`). Parameter files lie in `parameters/`, made by `matching.training`, never edited by hand.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from matching.errors import ParametersError

CURRENT = "second.json"
_MOST_CERTAIN_BITS = 30.0
# No weight, coefficient or count of a parameters file is larger; not-a-number and infinity are no numbers here.
_LARGEST = 1e9


@dataclass(frozen=True, slots=True)
class Level:
    """`m` and `u` are probabilities in (0, 1]."""

    m: float
    u: float

    @property
    def weight(self) -> float:
        """Match weight in bits."""
        return math.log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that was estimated. `prior` and `proposal_threshold` are match weights in bits.

    `reports` is how many there were in the registry that it was estimated from: the prior is for as many. A comparison
    without a coefficient counts in full. `layouts` name, by comparison, the levels that the weights were estimated for
    (`comparisons.layouts`).
    """

    version: str
    made: Mapping[str, str]
    reports: int
    prior: float
    proposal_threshold: float
    levels: Mapping[str, Mapping[str, Level]]
    rarities: Mapping[str, Mapping[str, float]]
    name_curve: tuple[tuple[float, float], ...]
    coefficients: Mapping[str, float]
    layouts: Mapping[str, str]

    def coefficient(self, comparison: str) -> float:
        """What a bit of a comparison counts for; in full where nothing else is known."""
        return self.coefficients.get(comparison, 1.0)

    def weights(self, comparison: str) -> dict[str, float]:
        """Weight in bits by level of one comparison."""
        coefficient = self.coefficient(comparison)
        return {level: coefficient * estimate.weight for level, estimate in self.levels[comparison].items()}

    def rarity_bits(self, comparison: str) -> dict[str, float]:
        """Bits by which a kind of thing is rarer than the average one."""
        coefficient = self.coefficient(comparison)
        return {kind: coefficient * bits for kind, bits in self.rarities[comparison].items()}

    def curve_bits(self, comparison: str) -> tuple[tuple[float, float], ...]:
        """Match weight in bits by sum over name parts, for the comparison that has a curve in place of levels."""
        coefficient = self.coefficient(comparison)
        return tuple((total, coefficient * bits) for total, bits in self.name_curve)


def load_model(name: str = CURRENT) -> Model:
    """A shipped parameters file; raises ParametersError when it is missing or incomplete."""
    try:
        text = files("matching").joinpath("parameters", name).read_text(encoding="utf-8")
        return parse_model(json.loads(text))
    except (OSError, ValueError) as error:
        raise ParametersError(f"unreadable {name}") from error


def parse_model(document: Mapping[str, object]) -> Model:
    """A model from the parsed JSON of a parameters file."""
    try:
        return _parsed(document)
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise ParametersError("incomplete parameters") from error


def probability(weight: float) -> float:
    """Match probability of a match weight with the prior in it: 2^w / (1 + 2^w).

    Between 2^-30 and 1 - 2^-30: no evidence of this kind makes anything certain, however much of it there is.
    """
    odds = math.exp2(max(-_MOST_CERTAIN_BITS, min(_MOST_CERTAIN_BITS, weight)))
    return odds / (1.0 + odds)


def _parsed(document: Mapping[str, object]) -> Model:
    comparisons, rarities, curve = document["comparisons"], document["rarities"], document["name_curve"]
    if not (isinstance(comparisons, dict) and isinstance(rarities, dict) and isinstance(curve, list)):
        raise TypeError
    return Model(
        version=str(document["version"]),
        made=_texts(document["made"]),
        reports=int(_number(document["reports"])),
        prior=_number(document["prior"]),
        proposal_threshold=_number(document["proposal_threshold"]),
        levels={
            code: {level: Level(_share(e["m"]), _share(e["u"])) for level, e in levels.items()}
            for code, levels in comparisons.items()
        },
        rarities={code: {name: _number(bits) for name, bits in table.items()} for code, table in rarities.items()},
        name_curve=tuple((_number(x), _number(y)) for x, y in curve),
        coefficients={code: _number(one) for code, one in _table(document["coefficients"]).items()},
        layouts=_texts(document["layouts"]),
    )


def _texts(table: object) -> dict[str, str]:
    return {what: str(value) for what, value in _table(table).items()}


def _table(table: object) -> dict[str, object]:
    if not isinstance(table, dict):
        raise TypeError
    return {str(key): value for key, value in table.items()}


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    number = float(value)
    if not abs(number) <= _LARGEST:
        raise ValueError
    return number


def _share(value: object) -> float:
    """A probability; nothing that can be observed has none."""
    number = _number(value)
    if not 0.0 < number <= 1.0:
        raise ValueError
    return number
