"""A whole registry, person by person: so many search requests and found reports, and which are of one person.

Nothing is kept but the loss at hand, so a registry of millions takes no more memory than one of thousands. The same
seed gives the same registry.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.invented.cultures import Cultures, shipped_cultures
from benchmarks.invented.family_account import told
from benchmarks.invented.found_reports import Sender, a_sender, found
from benchmarks.invented.invented_names import InventedName
from benchmarks.invented.losses import invent_loss
from benchmarks.invented.people import InventedPerson, invent_person
from matching.record import MatchRecord, Side

# Of the sought, 45 in 100 were met by somebody, one in nine of these by two.
_MET, _MET_TWICE = 0.45, 0.11
_SAME_CULTURE, _COMPANIONS_KNOWN = 0.7, 0.12


@dataclass(frozen=True, slots=True)
class Size:
    """How many search requests and found reports a registry has."""

    requests: int
    reports: int


@dataclass(frozen=True, slots=True)
class Account:
    """What one side says of a person. `number` counts each side from 0; accounts of one person are true pairs."""

    number: int
    person: InventedPerson
    record: MatchRecord
    sender: Sender | None = None

    @property
    def side(self) -> Side:
        """Whether a family or a finder speaks."""
        return self.record.side


def invent_registry(size: Size, rng: random.Random, cultures: Cultures | None = None) -> Iterator[Account]:
    """Exactly as many accounts of each side as asked for, those of one person one after another."""
    requests, reports = 0, 0
    for person, is_sought, times in _people(size, rng, cultures or shipped_cultures()):
        if is_sought:
            yield Account(requests, person, told(person, rng))
            requests += 1
        for _ in range(times):
            sender = a_sender(rng)
            yield Account(reports, person, found(person, sender, rng), sender)
            reports += 1


def _people(size: Size, rng: random.Random, cultures: Cultures) -> Iterator[tuple[InventedPerson, bool, int]]:
    """Each person, whether they are sought, and how many reports there are of them; the counts come out exactly."""
    requests, reports = size.requests, size.reports
    for person in _lost(rng, cultures):
        if not requests and not reports:
            return
        # Those who are met without being sought stand between those who are sought, evenly.
        unsought = max(0.0, reports - requests * _MET * (1 + _MET_TWICE))
        is_sought = requests > 0 and rng.random() * (requests + unsought) < requests
        times = min(reports, _times_met(rng) if is_sought else 1)
        if not is_sought and not reports:
            is_sought, times = True, 0
        requests -= is_sought
        reports -= times
        yield person, is_sought, times


def _times_met(rng: random.Random) -> int:
    if rng.random() >= _MET:
        return 0
    return 2 if rng.random() < _MET_TWICE else 1


def _lost(rng: random.Random, cultures: Cultures) -> Iterator[InventedPerson]:
    """People without end, in the losses that befell them; most of one loss come from one place."""
    number = 0
    while True:
        culture = cultures.draw(rng)
        loss = invent_loss(culture.routes.draw(rng), rng)
        before: tuple[InventedName, ...] = ()
        for _ in range(loss.people):
            own = culture if rng.random() < _SAME_CULTURE else cultures.draw(rng)
            known = before if own is culture and rng.random() < _COMPANIONS_KNOWN else ()
            person = invent_person(number, own, loss, known, rng)
            before = (person.name,) if own is culture else before
            number += 1
            yield person
