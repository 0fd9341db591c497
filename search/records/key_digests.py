"""Blocking keys in the database: stored as keyed digests, found again by rarity.

A key that few hold says much; the candidates of a record are those that share the most. A key that too many hold is not
followed, and to tell so no more of it is read than that many rows: the cost does not grow with the registry.
"""

import json
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import TextClause, delete, insert, text
from sqlalchemy.orm import Session

from matching.candidate_index import CANDIDATES, MOST_HOLDERS, key_bits
from search.models.records import BlockingKey, KeySide, RecordSide
from search.records.sections import vault_of
from search.storage.encryption import Vault


@dataclass(frozen=True, slots=True)
class HeldKeys:
    """The blocking keys of one record as they are stored, digests in ascending order."""

    side: RecordSide
    number: int
    digests: Sequence[int]


def add_keys(session: Session, held: Iterable[HeldKeys]) -> None:
    """Store the keys of records that have none yet."""
    rows = [
        {"side": KeySide.of(one.side).value, "digest": digest, "record_number": one.number}
        for one in held
        for digest in one.digests
    ]
    if rows:
        session.execute(insert(BlockingKey), rows)


def drop_keys(session: Session, number: int) -> None:
    """Forget the keys of a record: it can no longer be found."""
    session.execute(delete(BlockingKey).where(BlockingKey.record_number == number))


def digests(vault: Vault, keys: Collection[str]) -> list[int]:
    """Keys in clear as they are stored, in ascending order."""
    return sorted({vault.digest("blocking", key) for key in keys})


def candidates(session: Session, side: RecordSide, keys: Collection[str], limit: int = CANDIDATES) -> list[int]:
    """Numbers of the records of `side` that share the rarest keys, best first; ties by number, so always the same."""
    wanted = digests(vault_of(session), keys)
    statement = with_shared(session, "SELECT number FROM shared ORDER BY bits DESC, number")
    return list(session.scalars(statement, wanted_keys(session, side, wanted, limit))) if wanted else []


def with_shared(session: Session, rest: str) -> TextClause:
    """A statement in which `shared` are the best records by `number`, with thousandths of bits as `bits`.

    It asks for what `wanted_keys` gives; the same for both databases but for how they unfold a list of numbers.
    """
    return text(f"{_SHARED.format(unfolded=_UNFOLDED[session.get_bind().dialect.name])} {rest}")


def wanted_keys(session: Session, side: RecordSide, wanted: Sequence[int], limit: int) -> dict[str, object]:
    """What a statement of `with_shared` asks for."""
    listed = json.dumps(wanted) if session.get_bind().dialect.name == "sqlite" else list(wanted)
    return {"digests": listed, "side": KeySide.of(side).value, "limit": limit}


def weights_by_holders() -> str:
    """The weight of a key by how many hold it, in steps of half a bit, so that any database can tell it.

    An expression of SQL over `holders`, in thousandths of a bit.
    """
    steps = dict.fromkeys(math.floor(2 ** (step / 2)) for step in range(int(2 * math.log2(MOST_HOLDERS)) + 1))
    told = " ".join(f"WHEN holders <= {step} THEN {round(1000 * key_bits(step))}" for step in steps)
    return f"CASE {told} ELSE {round(1000 * key_bits(MOST_HOLDERS))} END"


_UNFOLDED = {
    "sqlite": "SELECT value AS digest FROM json_each(:digests)",
    "postgresql": "SELECT unnest(CAST(:digests AS bigint[])) AS digest",
}
_SHARED = f"""
WITH wanted AS ({{unfolded}}),
counted AS MATERIALIZED (
    SELECT digest, (
        SELECT count(*) FROM (
            SELECT 1 FROM blocking_keys AS held
            WHERE held.side = CAST(:side AS smallint) AND held.digest = wanted.digest LIMIT {MOST_HOLDERS + 1}
        ) AS few
    ) AS holders FROM wanted
),
followed AS MATERIALIZED (
    SELECT digest, {weights_by_holders()} AS bits FROM counted WHERE holders BETWEEN 1 AND {MOST_HOLDERS}
),
shared AS (
    SELECT kept.record_number AS number, sum(followed.bits) AS bits
    FROM followed JOIN blocking_keys AS kept ON kept.side = CAST(:side AS smallint) AND kept.digest = followed.digest
    GROUP BY kept.record_number ORDER BY sum(followed.bits) DESC, kept.record_number LIMIT CAST(:limit AS integer)
)"""  # noqa: S608 - put together from constants
