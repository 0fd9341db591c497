"""Who is tied to the people of a pair, and by what: found by shared keys, names looked at again before they count."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from sqlalchemy.orm import Session

from matching import PreparedRecord
from matching.names.name_comparison import compare_prepared
from matching.prepared_record import RecordName
from matching.record import MatchRecord
from search.groups.group_key_store import holders
from search.groups.group_keys import COMPANION, INCIDENT, NAMED, Travelled, name_keys, vessel_keys
from search.records.installed_engine import engine_of
from search.records.sections import read_sections
from search.vocabulary import GroupReason

# Bits from which two names are one person's rather than two common names alike.
_ENOUGH = 12.0
# Names are compared with so many records at most; keys that more hold are not followed in the first place.
_MOST_COMPARED = 120
_BY_NAME = frozenset({GroupReason.NAMES_THIS_PERSON, GroupReason.NAMED_BY_THIS_PERSON})


def ties(session: Session, pair: Sequence[Travelled], incidents: Collection[str]) -> dict[int, frozenset[GroupReason]]:
    """By record number why it seems to belong to the people of `pair`, who are left out themselves.

    `incidents` are the source ids of those that count. The pair may be one record or two of one person: its names and
    companions are taken together.
    """
    people = [engine_of(session).prepare(one.view) for one in pair]
    keys = _keys(pair, people, incidents)
    found: dict[int, set[GroupReason]] = defaultdict(set)
    for key, numbers in holders(session, list(keys)).items():
        for number in numbers:
            found[number].add(keys[key])
    for one in pair:
        found.pop(one.number, None)
    _look_again(session, people, found)
    return {number: _mutual(reasons) for number, reasons in found.items() if reasons}


def rank(reasons: Iterable[GroupReason]) -> tuple[int, ...]:
    """Orders by the strongest reason, then by the next."""
    order = list(GroupReason)
    return tuple(sorted(order.index(reason) for reason in reasons))


def same_person(some: Sequence[RecordName], others: Sequence[RecordName]) -> bool:
    """Whether a name on the one side is surely one on the other: nicknames and common names alone are not."""
    whole = product((one for one in some if not one.short), [one for one in others if not one.short])
    return any(compare_prepared(one.name, other.name).match_weight >= _ENOUGH for one, other in whole)


def _keys(
    pair: Sequence[Travelled], people: Sequence[PreparedRecord], incidents: Collection[str]
) -> Mapping[str, GroupReason]:
    """The keys under which others are looked for, and what sharing each would mean."""
    keys = {f"{INCIDENT}:{one}": GroupReason.SAME_INCIDENT for one in incidents}
    keys |= {key: GroupReason.SAME_VESSEL for one in pair for key in vessel_keys(one)}
    for person in people:
        keys |= dict.fromkeys(name_keys(NAMED, person.companions), GroupReason.NAMED_BY_THIS_PERSON)
        keys |= dict.fromkeys(name_keys(COMPANION, person.names), GroupReason.NAMES_THIS_PERSON)
    return keys


def _look_again(session: Session, people: Sequence[PreparedRecord], found: dict[int, set[GroupReason]]) -> None:
    """Take back the reasons that were only alike in sound."""
    named = sorted(number for number, reasons in found.items() if reasons & _BY_NAME)
    for number in named[_MOST_COMPARED:]:
        found[number] -= _BY_NAME
    for number, view in read_sections(session, named[:_MOST_COMPARED], MatchRecord).items():
        other = engine_of(session).prepare(view)
        if not any(same_person(person.companions, other.names) for person in people):
            found[number].discard(GroupReason.NAMED_BY_THIS_PERSON)
        if not any(same_person(other.companions, person.names) for person in people):
            found[number].discard(GroupReason.NAMES_THIS_PERSON)


def _mutual(reasons: set[GroupReason]) -> frozenset[GroupReason]:
    """Naming each other is one reason, and the strongest."""
    if reasons >= _BY_NAME:
        return frozenset(reasons - _BY_NAME | {GroupReason.NAMES_EACH_OTHER})
    return frozenset(reasons)
