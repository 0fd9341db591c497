"""The cultures people come from: how common each is, its parts and custom of names, its countries and routes."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from benchmarks.invented.culture_name_parts import Part, Parts, parts_of
from benchmarks.invented.tables import read_rows

MoreParts = Mapping[str, Sequence[Part]]


class Custom(StrEnum):
    """How a full name is made up."""

    TWO_SURNAMES = "two_surnames"
    MANY_SURNAMES = "many_surnames"
    NASAB = "nasab"
    PATRONYMIC = "patronymic"
    FATHER_FIRST = "father_first"
    GIVEN_FAMILY = "given_family"
    FAMILY_FIRST = "family_first"
    FAMILY_FIRST_SPACED = "family_first_spaced"
    ONE_NAME = "one_name"
    SLAVIC = "slavic"


@dataclass(frozen=True, slots=True)
class Weighted:
    """Values to draw from, each with its cumulated weight."""

    values: tuple[str, ...]
    cumulated: tuple[float, ...]

    def draw(self, rng: random.Random) -> str:
        """One value, the heavier the oftener."""
        return rng.choices(self.values, cum_weights=self.cumulated)[0]


@dataclass(frozen=True, slots=True)
class Culture:
    """`code` names its table of parts, `language` is that in which families write; `latin` says in which letters."""

    code: str
    language: str
    custom: Custom
    parts: Mapping[str, Parts]
    countries: Weighted
    routes: Weighted
    latin: bool


@dataclass(frozen=True, slots=True)
class Cultures:
    """All cultures with their shares of the people who are lost."""

    every: tuple[Culture, ...]
    cumulated: tuple[float, ...]

    def draw(self, rng: random.Random) -> Culture:
        """One culture by its share."""
        return rng.choices(self.every, cum_weights=self.cumulated)[0]


@lru_cache(maxsize=1)
def shipped_cultures() -> Cultures:
    """The cultures with the parts that are shipped."""
    return cultures({})


def cultures(more: MoreParts) -> Cultures:
    """The cultures with the shipped parts and, by the culture's code, more of them."""
    rows = read_rows("cultures.tsv")
    shares = accumulate(float(row[1]) for row in rows)
    return Cultures(tuple(_culture(row, more.get(row[0], ())) for row in rows), tuple(shares))


def _culture(row: tuple[str, ...], more: Sequence[Part]) -> Culture:
    code, _, language, custom, coined, countries, routes = row
    parts = parts_of(code, float(coined), more)
    first = read_rows(f"{code}.tsv")[0][1]
    return Culture(code, language, Custom(custom), parts, _weighted(countries), _weighted(routes), first < "\u0250")


def _weighted(text: str) -> Weighted:
    pairs = [one.split(":") for one in text.split(",")]
    return Weighted(tuple(code for code, _ in pairs), tuple(accumulate(float(weight) for _, weight in pairs)))
