"""Looking one person up, over what a committee may see: its own searches, and the reports of its own pairs.

By reference, by a name in any script, by a telephone number, by a mark with a place or a time. Names, numbers and marks
are found under the engine's own keys, which are keyed digests, and told apart by its own comparison: a name that is
written otherwise, or in other letters, is found, and nothing is looked for letter by letter. Of somebody living no key
that moves with their place is asked for, and what is shown of them names a country and nothing nearer, so that looking
up tells no more than the list does. Every look-up is audited and counted; nothing is shown to whoever says nothing.

A reading because of a look-up is told to the family like any other that no pair caused, whether or not there are pairs:
the account of readings must not tell. Whoever looks up because of a pair does so from its card, and then that pair is
the cause.
"""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from matching import Outcome
from matching.record import Mark, MatchRecord, PartialDate, PersonName, Phone, Side
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import Detail, record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import LOOK_UPS, count_things, few_left
from search.documents import Description
from search.errors import NotFound, Refused
from search.fields import Purpose, visible
from search.finding.reachable_records import Reach, found_under_keys, own_search, reach_of
from search.models import MatchProposal
from search.queue_commands import LookUp
from search.queue_summaries import LookedUp, LookUpAnswer
from search.records.installed_engine import engine_of
from search.records.prepared_cache import PreparedRecords, open_rows
from search.records.references import read_reference
from search.records.sections import read_sections

SHOWN = 20
# Keys of the engine that no place and no time moves.
_KEYS = ("name:", "names2:", "phone:", "phone7:", "mark:")
_SHORTEST_NAME = 2
# What has to agree, by the field in which something was typed.
_ASKED = {"name": "names", "phone": "phones", "mark": "marks"}


@dataclass(frozen=True, slots=True)
class _Hit:
    """A record that fits, and how well."""

    number: int
    weight: float


def look_up(session: Session, actor: Actor, command: LookUp, *, now: datetime.datetime) -> LookUpAnswer:
    """Whoever fits all that was typed, at most twenty; that it was asked is audited and counted."""
    require(actor, Action.LOOK_UP, Subject(committee_id=actor.organisation_id))
    _require_enough(command)
    _require_own_pair(session, actor, command.because_of)
    left = count_things(session, actor, LOOK_UPS, ("look_up",), now=now)
    hits = _hits(session, actor, command)
    reach = reach_of(session, actor, [one.number for one in hits])
    fitting = [one for one in _described(session, actor, hits, reach) if _fits(one[1], command)]
    shown = fitting[:SHOWN]
    _note(session, actor, [hit.number for hit, _ in shown], reach, command.because_of, now)
    detail: Detail = {"by": _said(command), "found": len(shown)}
    record_act(session, actor, Action.LOOK_UP, subject=("registry", "look_up"), now=now, detail=detail)
    return LookUpAnswer(
        found=tuple(_answer(hit.number, description, reach) for hit, description in shown),
        more=len(fitting) > SHOWN,
        left=few_left(LOOK_UPS, left),
    )


def _require_enough(command: LookUp) -> None:
    """Something that one person has; a mark only with a place or a time, since thousands have a scar."""
    named = len(command.name.strip()) >= _SHORTEST_NAME
    marked = command.mark_kind is not None and command.mark_place is not None
    if command.reference.strip() or named or command.phone.strip():
        return
    if not marked or not (command.country or command.when):
        raise Refused("look_up_needs_more")


def _require_own_pair(session: Session, actor: Actor, because_of: uuid.UUID | None) -> None:
    if because_of is None:
        return
    pair = session.get(MatchProposal, because_of)
    if pair is None or pair.committee_id != actor.organisation_id:
        raise NotFound("not_found")


def _said(command: LookUp) -> list[str]:
    """Which fields were filled in, never with what."""
    fields = ("reference", "name", "phone", "mark_kind", "mark_place", "country", "when")
    return [name for name in fields if getattr(command, name)]


def _hits(session: Session, actor: Actor, command: LookUp) -> list[_Hit]:
    if command.reference.strip():
        number = own_search(session, actor, read_reference(command.reference))
        return [_Hit(number, 0.0)] if number is not None else []
    engine = engine_of(session)
    asked = {side: engine.prepare(_view(command, side)) for side in Side}
    keys = [key for key in engine.blocking_keys(asked[Side.SOUGHT]) if key.startswith(_KEYS)]
    candidates = found_under_keys(session, actor, keys)
    rows = open_rows(session, candidates)
    prepared = PreparedRecords(engine).load(session, list(rows.values()))
    hits = []
    for number, record in prepared.items():
        sought = record.record.side is Side.SOUGHT
        pair = (record, asked[Side.FOUND]) if sought else (asked[Side.SOUGHT], record)
        evidence = {one.comparison: one for one in engine.explain(*pair).evidence}
        agreeing = [evidence[name] for name in _compared(command) if name in evidence]
        if all(one.outcome is Outcome.AGREES for one in agreeing) and len(agreeing) == len(_compared(command)):
            hits.append(_Hit(number, sum(one.weight for one in agreeing)))
    return sorted(hits, key=lambda one: (-one.weight, one.number))


def _compared(command: LookUp) -> list[str]:
    typed = {"name": command.name.strip(), "phone": command.phone.strip(), "mark": command.mark_kind}
    return [_ASKED[field] for field, value in typed.items() if value]


def _view(command: LookUp, side: Side) -> MatchRecord:
    """What was typed, as the engine would see it in a report of the other side."""
    name, phone = command.name.strip(), command.phone.strip()
    mark = Mark(command.mark_kind, command.mark_place or "") if command.mark_kind else None
    return MatchRecord(
        side=side,
        names=(PersonName(name),) if name else (),
        phones=(Phone(phone),) if phone else (),
        marks=(mark,) if mark else (),
    )


def _described(
    session: Session, actor: Actor, hits: Sequence[_Hit], reach: Mapping[int, Reach]
) -> list[tuple[_Hit, Description]]:
    """What may be shown of each, in their order."""
    numbers = [one.number for one in hits if one.number in reach]
    read = read_sections(session, numbers, Description)
    return [
        (one, visible(read[one.number], actor, reach[one.number].subject, Purpose.LIST))
        for one in hits
        if one.number in reach and one.number in read
    ]


def _fits(shown: Description, command: LookUp) -> bool:
    """Whether the country and the time fit, by nothing but what is shown."""
    event = shown.event
    place, when = (event.place, event.when) if event else (None, None)
    in_country = not command.country or (place is not None and command.country in place.countries)
    return in_country and (command.when is None or (when is not None and _overlap(command.when, when)))


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _note(
    session: Session,
    actor: Actor,
    numbers: Sequence[int],
    reach: Mapping[int, Reach],
    because_of: uuid.UUID | None,
    now: datetime.datetime,
) -> None:
    causes: dict[uuid.UUID | None, list[int]] = defaultdict(list)
    for number in numbers:
        # A report is read through its pair; a search is not, whatever pairs it has.
        pair = None if reach[number].kind is None else reach[number].pairs[0]
        causes[because_of or pair].append(number)
    for cause in sorted(causes, key=str):
        note_reading(session, actor, causes[cause], ReadingPurpose.LOOK_UP, now=now, caused_by=cause)


def _answer(number: int, shown: Description, reach: Mapping[int, Reach]) -> LookedUp:
    own = reach[number]
    return LookedUp(
        reference=own.reference,
        case_id=own.case_id,
        report_kind=own.kind,
        name=shown.names[0] if shown.names else None,
        countries=shown.event.place.countries if shown.event and shown.event.place else (),
        pairs=own.pairs,
    )
