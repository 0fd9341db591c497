"""Blocking keys in the database: stored as keyed digests, found again by rarity.

A key's weight is log2(N / holders) bits, N being the number of records of that side: a key that few hold says much. The
candidates of a record are those that share the most bits; keys that too many hold are not followed.
"""

import math
from collections.abc import Collection, Iterable

from sqlalchemy import BigInteger, Integer, column, delete, func, insert, select, values
from sqlalchemy.orm import Session

from search.models.records import BlockingKey, Record, RecordSide
from search.registry.sections import vault_of

CANDIDATES = 400
_SIDES = {RecordSide.SOUGHT: 0, RecordSide.FOUND: 1}
_MOST_HOLDERS = 2000
_SHARE_OF_HOLDERS = 0.05
_FEWEST_HOLDERS_CAP = 50


def add_keys(session: Session, side: RecordSide, keys_of: Iterable[tuple[int, Collection[str]]]) -> None:
    """Store the keys of records that have none yet, given as (record number, keys in clear)."""
    vault = vault_of(session)
    rows = [
        {"side": _SIDES[side], "digest": digest, "record_number": number}
        for number, keys in keys_of
        for digest in {vault.digest("blocking", key) for key in keys}
    ]
    if rows:
        session.execute(insert(BlockingKey), rows)


def drop_keys(session: Session, number: int) -> None:
    """Forget the keys of a record: it can no longer be found."""
    session.execute(delete(BlockingKey).where(BlockingKey.record_number == number))


def candidates(session: Session, side: RecordSide, keys: Collection[str], limit: int = CANDIDATES) -> list[int]:
    """Numbers of the records of `side` that share the rarest keys, best first; ties by number, so always the same."""
    vault = vault_of(session)
    digests = sorted({vault.digest("blocking", key) for key in keys})
    if not digests:
        return []
    total = session.execute(select(func.count()).select_from(Record).where(Record.side == side.value)).scalar_one()
    followed = sorted(_followed_keys(session, side, digests, total).items())
    if not followed:
        return []
    # Whole numbers, computed here: written into the statement, so that no database has to guess their type.
    shared = values(column("digest", BigInteger), column("bits", Integer), name="shared", literal_binds=True)
    wanted = shared.data(followed).cte("wanted")
    statement = (
        select(BlockingKey.record_number)
        .join(wanted, BlockingKey.digest == wanted.c.digest)
        .where(BlockingKey.side == _SIDES[side])
        .group_by(BlockingKey.record_number)
        .order_by(func.sum(wanted.c.bits).desc(), BlockingKey.record_number)
        .limit(limit)
    )
    return list(session.scalars(statement))


def _followed_keys(session: Session, side: RecordSide, digests: list[int], total: int) -> dict[int, int]:
    """Thousandths of a bit of each key that few enough hold; whole numbers, so that no order of rows matters."""
    most = max(_FEWEST_HOLDERS_CAP, min(_MOST_HOLDERS, int(total * _SHARE_OF_HOLDERS)))
    counts = session.execute(
        select(BlockingKey.digest, func.count())
        .where(BlockingKey.side == _SIDES[side], BlockingKey.digest.in_(digests))
        .group_by(BlockingKey.digest)
    )
    return {digest: round(1000 * math.log2(1 + total / count)) for digest, count in counts if count <= most}
