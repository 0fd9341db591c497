"""Storing pairs with what they weigh: a new row each, and a revision more where one weighs otherwise than before."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Evidence, Outcome, ScoredPair
from search.models import ProposedPair
from search.vocabulary import ProposalState

AnyPair = TypeVar("AnyPair", bound=ProposedPair)


@dataclass(frozen=True, slots=True)
class WeighedPair:
    """A row's columns: `pair` says of whom it is and stays; `weighed` what they weigh, and may change."""

    pair: Mapping[str, object]
    weighed: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Stored(Generic[AnyPair]):
    """How many pairs are new, and which were there and weigh otherwise now, with the columns that changed."""

    new: int
    changed: tuple[tuple[AnyPair, frozenset[str]], ...]

    @property
    def count(self) -> int:
        """How many pairs there is something new of."""
        return self.new + len(self.changed)


def store_weighed(session: Session, table: type[AnyPair], pairs: Mapping[uuid.UUID, WeighedPair]) -> Stored[AnyPair]:
    """Write the pairs that are new or that weigh otherwise now, by id."""
    if not pairs:
        return Stored(0, ())
    # Held in one order, so that a judgement made meanwhile and the new weight count one revision after the other.
    held = select(table).where(table.id.in_(pairs)).order_by(table.id).with_for_update()
    known = {row.id: row for row in session.scalars(held)}
    changed = []
    for identifier, row in known.items():
        weighed = pairs[identifier].weighed
        columns = frozenset(column for column, value in weighed.items() if getattr(row, column) != value)
        if columns:
            changed.append((row, columns))
            row.revision += 1
            for column in columns:
                setattr(row, column, weighed[column])
    # Through the session, which notes for the audit what it writes.
    new = [
        table(id=identifier, state=ProposalState.OPEN.value, revision=1, **one.pair, **one.weighed)
        for identifier, one in pairs.items()
        if identifier not in known
    ]
    session.add_all(new)
    session.flush()
    return Stored(len(new), tuple(changed))


def weighed_columns(explained: ScoredPair, engine_version: str) -> dict[str, object]:
    """What a pair weighs, and by which engine."""
    return {
        "match_weight": explained.match_weight,
        "match_probability": explained.match_probability,
        "evidence": [_stored(one) for one in explained.evidence if one.outcome is not Outcome.BLANK],
        "engine_version": engine_version,
    }


def _stored(evidence: Evidence) -> list[str | float]:
    """Codes and bits only: the values stay in the two records."""
    return [evidence.comparison, evidence.level, evidence.outcome.value, round(evidence.weight, 3)]
