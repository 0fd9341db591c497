"""The layouts that a sender's sheets came in: its answers to their questions, listed, changed and forgotten."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.errors import NotFound, Refused
from search.models import SenderProfile
from search.sheets.column_mapping import CODES
from search.sheets.sender_profiles import answers_of, to_remember
from search.sheets.sheet_reading import SheetReading

_MOST_LISTED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSummary:
    """One layout: its columns as (header, what it was read as), and what was answered, by the keys of a sheet.

    `places` are the numbers of the columns in these keys.
    """

    fingerprint: str
    columns: tuple[tuple[str, str], ...]
    places: tuple[int, ...]
    answers: dict[str, str]


def remember_layout(session: Session, organisation_id: uuid.UUID, reading: SheetReading) -> None:
    """Keep what was answered about a sheet that is sent, for the next one of its layout; part of the act of sending."""
    if not reading.mapping.columns:
        # A file of records has none.
        return
    key = (organisation_id, reading.mapping.fingerprint)
    profile = session.get(SenderProfile, key) or SenderProfile(organisation_id=key[0], fingerprint=key[1])
    profile.mapping = to_remember(reading.mapping, reading.answers, reading.profile)
    session.add(profile)


def list_layouts(session: Session, actor: Actor) -> tuple[LayoutSummary, ...]:
    """What is remembered of the layouts of the actor's organisation."""
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    asked = select(SenderProfile).where(SenderProfile.organisation_id == actor.organisation_id)
    kept = session.scalars(asked.order_by(SenderProfile.fingerprint).limit(_MOST_LISTED))
    return tuple(_summary(profile) for profile in kept)


def read_layout(session: Session, actor: Actor, fingerprint: str) -> LayoutSummary:
    """One layout of the actor's organisation."""
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    return _summary(_profile(session, actor, fingerprint))


def change_layout(
    session: Session, actor: Actor, fingerprint: str, answers: Mapping[str, str], *, now: datetime.datetime
) -> LayoutSummary:
    """Replace the answers about one layout; an empty answer takes it away. Refused `no_such_answer` for other codes."""
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    profile = _profile(session, actor, fingerprint)
    if any(value and value not in CODES.get(_named(key), ()) for key, value in answers.items()):
        raise Refused("no_such_answer")
    kept = {**profile.mapping, **answers}
    profile.mapping = {key: value for key, value in kept.items() if value or key.startswith("header.")}
    session.flush()
    _note(session, actor, fingerprint, "changed", now)
    return _summary(profile)


def forget_layout(session: Session, actor: Actor, fingerprint: str, *, now: datetime.datetime) -> None:
    """Forget what was answered about one layout; its next sheet is read as if it were the first."""
    require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
    session.delete(_profile(session, actor, fingerprint))
    session.flush()
    _note(session, actor, fingerprint, "forgotten", now)


def _named(key: str) -> str:
    """Under what the codes of an answer are listed."""
    return key if key.startswith("sheet.") else key.partition(".")[0]


def _profile(session: Session, actor: Actor, fingerprint: str) -> SenderProfile:
    profile = session.get(SenderProfile, (actor.organisation_id, fingerprint))
    if profile is None:
        raise NotFound("not_found")
    return profile


def _note(session: Session, actor: Actor, fingerprint: str, change: str, now: datetime.datetime) -> None:
    subject = ("sender_layout", fingerprint)
    record_act(session, actor, Action.IMPORT_REPORTS, subject=subject, now=now, detail={"layout": change})


def _summary(profile: SenderProfile) -> LayoutSummary:
    kept: dict[str, str] = dict(profile.mapping)
    places = sorted(int(key.removeprefix("header.")) for key in kept if key.startswith("header."))
    columns = tuple((kept[f"header.{at}"], kept.get(f"reads.{at}", "")) for at in places)
    places_kept = tuple(places)
    return LayoutSummary(fingerprint=profile.fingerprint, columns=columns, places=places_kept, answers=answers_of(kept))
