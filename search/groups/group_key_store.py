"""Which records belong together: near one incident, on one vessel, or one naming the other as a companion.

Group keys lie among the blocking keys as keyed digests, under sides of their own, so that the engine's
candidates know nothing of them. A key that very many hold says nothing and is not followed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.orm import Session

from matching import PreparedRecord
from matching.record import MatchRecord
from search.documents import Description
from search.groups.group_keys import INCIDENT, Travelled, group_keys
from search.groups.near_incidents import IncidentsNear
from search.models import BlockingKey, KeySide, Record, RecordSide
from search.records.chunks import chunks
from search.records.installed_engine import engine_of
from search.records.sections import OPEN, read_sections, vault_of

_SIDES = [KeySide.in_group(side).value for side in RecordSide]
# Records whose keys are brought up to date in one transaction, unless it is said how many.
AT_ONCE = 50
# More people than one boat holds may be sought near one incident; of a name or a vessel, few share the key.
_MOST_HOLDERS = 40
_MOST_NEAR_AN_INCIDENT = 1000


def add_group_keys(
    session: Session, records: Iterable[Travelled], prepared: Mapping[int, PreparedRecord] = MappingProxyType({})
) -> None:
    """Store the group keys of records that have none yet; a record's blocking keys are dropped with them.

    `prepared` by the number of a record, where it is known already.
    """
    rows = [
        {"side": _side(one), "digest": digest, "record_number": one.number}
        for one in records
        for digest in sorted(group_digests(session, one, prepared=prepared.get(one.number)))
    ]
    if rows:
        session.execute(insert(BlockingKey), rows)


def holders(session: Session, keys: Collection[str]) -> Mapping[str, list[int]]:
    """The numbers of the records of either side that hold each key, for the keys that few enough hold."""
    vault = vault_of(session)
    by_digest = {vault.digest("group", key): key for key in keys}
    counts = _counts(session, list(by_digest))
    followed = [digest for digest, count in counts.items() if count <= _most_holders(by_digest[digest])]
    found: dict[str, list[int]] = defaultdict(list)
    for chunk in chunks(followed):
        rows = session.execute(
            select(BlockingKey.digest, BlockingKey.record_number)
            .where(_is_group_key(), BlockingKey.digest.in_(chunk))
            .order_by(BlockingKey.record_number)
        )
        for digest, number in rows:
            found[by_digest[digest]].append(number)
    return found


def travelled(session: Session, numbers: Collection[int]) -> list[Travelled]:
    """The records with these numbers as far as groups go, in the order of their numbers."""
    views = read_sections(session, numbers, MatchRecord)
    descriptions = read_sections(session, numbers, Description)
    return [
        Travelled(number, view, vessel_of(descriptions.get(number, Description())))
        for number, view in sorted(views.items())
    ]


def vessel_of(description: Description) -> str:
    """The vessel of a journey as it was written."""
    return description.journey.vessel if description.journey else ""


def regroup_batch(session: Session, *, after: int, limit: int = AT_ONCE) -> int | None:
    """Bring the group keys of the next few records above this number up to date; None when there are no more.

    For records that were filed before an incident became known. The rows are held, so that a record that changes
    meanwhile waits and then gets the keys of what it says then.
    """
    rows = select(Record.number).where(Record.number > after, *OPEN).order_by(Record.number).limit(limit)
    numbers = session.scalars(rows.with_for_update()).all()
    stored = _stored(session, numbers)
    for one in travelled(session, numbers):
        _bring_up_to_date(session, one, stored.get(one.number, set()))
    return numbers[-1] if numbers else None


def _bring_up_to_date(session: Session, one: Travelled, stored: set[int]) -> None:
    wanted = group_digests(session, one)
    outdated = stored - wanted
    if outdated:
        mine = BlockingKey.side == _side(one), BlockingKey.record_number == one.number
        session.execute(delete(BlockingKey).where(*mine, BlockingKey.digest.in_(outdated)))
    missing = [{"side": _side(one), "digest": new, "record_number": one.number} for new in sorted(wanted - stored)]
    if missing:
        session.execute(insert(BlockingKey), missing)


def _stored(session: Session, numbers: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = session.execute(
        select(BlockingKey.record_number, BlockingKey.digest).where(
            _is_group_key(), BlockingKey.record_number.in_(numbers)
        )
    )
    for number, digest in rows:
        found[number].add(digest)
    return found


def group_digests(
    session: Session, one: Travelled, *, prepared: PreparedRecord | None = None, near: IncidentsNear | None = None
) -> set[int]:
    """The group keys of a record as they are stored; `prepared` and `near` where they are known already."""
    vault = vault_of(session)
    keys = group_keys(near or IncidentsNear(session), one, prepared or engine_of(session).prepare(one.view))
    return {vault.digest("group", key) for key in keys}


def _counts(session: Session, digests: list[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for chunk in chunks(digests):
        rows = session.execute(
            select(BlockingKey.digest, func.count())
            .where(_is_group_key(), BlockingKey.digest.in_(chunk))
            .group_by(BlockingKey.digest)
        )
        counts.update(dict(rows.all()))
    return counts


def _most_holders(key: str) -> int:
    return _MOST_NEAR_AN_INCIDENT if key.startswith(f"{INCIDENT}:") else _MOST_HOLDERS


def _is_group_key() -> ColumnElement[bool]:
    return BlockingKey.side.in_(_SIDES)


def _side(one: Travelled) -> int:
    return KeySide.in_group(RecordSide(one.view.side.value)).value
