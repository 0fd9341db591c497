"""Where people are lost and found: places on the routes, and events that befall many at once."""

import datetime
import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from benchmarks.invented.tables import read_rows

_KILOMETRES_A_DEGREE = 111.2
_FIRST_DAY = datetime.date(2021, 1, 1)
_DAYS = 1_186
# Six losses of ten are of one person; the others of up to a boat.
_ALONE, _MEAN_TOGETHER, _MOST_TOGETHER = 0.6, 4.0, 60
# A body: within months, hardly ever before the last contact. The living: about ten months later.
_BODY_SHAPE, _BODY_SCALE, _EARLIER, _EARLIER_DAYS = 2.0, 33.0, 0.015, 12
_FIRST_LIVING_DAYS, _LIVING_DAYS = 3, 290.0
_PREFIXES = (
    "",
    "",
    "Near ",
    "Outskirts of ",
    "Unspecified location near ",
    "{km} km north of ",
    "{km} km south of ",
    "{km} miles east of ",
    "Road to ",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a route; `called` is how families call the whole stretch."""

    route: str
    called: str
    text: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Recovery:
    """When somebody was found, and the words for where."""

    day: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class Loss:
    """What befell people at one place and day: a boat, a lorry, a walk; `people` were lost in it.

    `bodies` and `living` are where and when some of several were found together; None for one alone.
    """

    day: datetime.date
    spot: Spot
    people: int = 1
    bodies: Recovery | None = None
    living: Recovery | None = None


@lru_cache(maxsize=1)
def _spots() -> Mapping[str, tuple[Spot, ...]]:
    found: dict[str, list[Spot]] = {}
    for route, called, text, latitude, longitude in read_rows("places.tsv"):
        found.setdefault(route, []).append(Spot(route, called, text, float(latitude), float(longitude)))
    return {route: tuple(spots) for route, spots in found.items()}


def a_spot(route: str, rng: random.Random) -> Spot:
    """Some place on a route."""
    return rng.choice(_spots()[route])


def any_spot(rng: random.Random) -> Spot:
    """Some place on any route."""
    return a_spot(rng.choice(tuple(_spots())), rng)


def invent_loss(route: str, rng: random.Random) -> Loss:
    """A loss on a route; most are of one person, some of dozens."""
    alone = Loss(_FIRST_DAY + datetime.timedelta(days=rng.randrange(_DAYS)), a_spot(route, rng))
    if rng.random() < _ALONE:
        return alone
    return replace(
        alone,
        people=min(2 + int(rng.expovariate(1 / _MEAN_TOGETHER)), _MOST_TOGETHER),
        bodies=invent_recovery(alone, rng, dead=True),
        living=invent_recovery(alone, rng, dead=False),
    )


def invent_recovery(loss: Loss, rng: random.Random, *, dead: bool) -> Recovery:
    """A finding after a loss: of a body near it within months, hardly ever before; of the living anywhere, later."""
    if not dead:
        later, spot = _FIRST_LIVING_DAYS + rng.expovariate(1 / _LIVING_DAYS), any_spot(rng)
    elif rng.random() < _EARLIER:
        later, spot = -rng.random() * _EARLIER_DAYS, loss.spot
    else:
        later, spot = rng.gammavariate(_BODY_SHAPE, _BODY_SCALE), loss.spot
    return Recovery(loss.day + datetime.timedelta(days=int(later)), described(spot, rng))


def described(spot: Spot, rng: random.Random) -> str:
    """A place in the words of whoever reports a finding there."""
    return rng.choice(_PREFIXES).format(km=rng.randint(2, 60)) + spot.text


def moved(latitude: float, longitude: float, kilometres: float, rng: random.Random) -> tuple[float, float]:
    """A point so far away in some direction."""
    angle = rng.random() * 2 * math.pi
    north = kilometres * math.cos(angle) / _KILOMETRES_A_DEGREE
    width = _KILOMETRES_A_DEGREE * max(0.2, math.cos(math.radians(latitude)))
    east = kilometres * math.sin(angle) / width
    return max(-85.0, min(85.0, latitude + north)), (longitude + east + 180.0) % 360.0 - 180.0
