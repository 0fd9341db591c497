"""Recordings of sentences: kept by whoever coordinates a committee, listed for them, played to anybody.

A recording is of the words that stood there when it was made. Where they are others now it fits no more: no page offers
it, and its place waits for a new one.
"""

import datetime
import hashlib
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.errors import NotFound, Refused
from search.models import Organisation, Recording
from search.recordings.speech_file import SpeechFile
from search.records.change_numbers import next_version

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SENTENCE = re.compile(r"[a-z0-9._-]{1,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepRecording:
    """Somebody read `words` aloud, the sentence of this name in this language."""

    language: str
    sentence: str
    words: str
    speech: SpeechFile = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecording:
    """One recording as the committees' page lists it. `fits`: the words are those that it was made of."""

    recording_id: uuid.UUID
    sentence: str
    digest: str
    organisation: str
    made_at: datetime.datetime
    fits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSentences:
    """How many sentences of a language are recorded as they stand now, how many of other words, how many not at all.

    `out_of_date` counts recordings that no page offers, of sentences that there are no more too; `size` is in bytes.
    """

    recorded: int
    out_of_date: int
    missing: int
    size: int


def keep_recording(session: Session, actor: Actor, command: KeepRecording, *, now: datetime.datetime) -> uuid.UUID:
    """Keep a recording, in the place of the one that there was of the sentence."""
    require(actor, Action.KEEP_RECORDINGS, Subject(committee_id=actor.organisation_id))
    if actor.account_id is None or actor.organisation_id is None:
        raise Refused("no_account")
    if not _LANGUAGE.fullmatch(command.language) or not _SENTENCE.fullmatch(command.sentence):
        raise NotFound("not_found")
    # Taken before it is looked for: another recording of the sentence that comes at the same moment waits here.
    next_version(session)
    place = (Recording.language == command.language, Recording.sentence == command.sentence)
    row = session.scalars(select(Recording).where(*place)).one_or_none()
    if row is None:
        row = Recording(id=uuid.uuid4(), language=command.language, sentence=command.sentence)
        session.add(row)
    row.words_digest, row.digest = words_digest(command.words), hashlib.sha256(command.speech.content).hexdigest()
    row.organisation_id, row.account_id, row.made_at = actor.organisation_id, actor.account_id, now
    row.sound = command.speech.content
    session.flush()
    _note(session, actor, row, "kept", now)
    return row.id


def remove_recording(
    session: Session, actor: Actor, language: str, recording_id: uuid.UUID, *, now: datetime.datetime
) -> None:
    """Take a recording away; one that is gone already is gone."""
    require(actor, Action.KEEP_RECORDINGS, Subject(committee_id=actor.organisation_id))
    row = session.get(Recording, recording_id, with_for_update=True)
    if row is None or row.language != language:
        return
    session.delete(row)
    session.flush()
    _note(session, actor, row, "removed", now)


def list_recordings(
    session: Session, actor: Actor, language: str, sentences: Mapping[str, str]
) -> tuple[KeptRecording, ...]:
    """Everything that was recorded in a language; `sentences` has the words of those that there are, by their names."""
    require(actor, Action.KEEP_RECORDINGS, Subject(committee_id=actor.organisation_id))
    rows = (
        select(Recording, Organisation.name)
        .join(Organisation, Organisation.id == Recording.organisation_id)
        .where(Recording.language == language)
        .order_by(Recording.sentence)
        .options(defer(Recording.sound))
    )
    return tuple(
        KeptRecording(
            recording_id=row.id,
            sentence=row.sentence,
            digest=row.digest,
            organisation=name,
            made_at=row.made_at,
            fits=row.sentence in sentences and _fits(row.words_digest, sentences[row.sentence]),
        )
        for row, name in session.execute(rows)
    )


def recorded(session: Session, actor: Actor, language: str, sentences: Mapping[str, str]) -> dict[str, str]:
    """Of sentences by name, with their words: the digest of the sound of each that is recorded as it stands now."""
    require(actor, Action.LISTEN)
    rows = select(Recording.sentence, Recording.digest, Recording.words_digest).where(
        Recording.language == language, Recording.sentence.in_(list(sentences))
    )
    found = session.execute(rows).all()
    return {name: digest for name, digest, of_words in found if _fits(of_words, sentences[name])}


def count_recorded(
    session: Session, actor: Actor, languages: Mapping[str, Mapping[str, str]]
) -> dict[str, RecordedSentences]:
    """What is recorded of each of these languages, by the words of their sentences, and of others that were offered."""
    require(actor, Action.COUNT_RECORDINGS, Subject(committee_id=actor.organisation_id))
    columns = (Recording.language, Recording.sentence, Recording.words_digest, func.length(Recording.sound))
    kept: dict[str, list[_Kept]] = {language: [] for language in languages}
    for language, *row in session.execute(select(*columns)).all():
        kept.setdefault(language, []).append(_Kept(*row))
    return {language: _counted(rows, languages.get(language, {})) for language, rows in sorted(kept.items())}


def sound_of(session: Session, actor: Actor, digest: str) -> bytes:
    """The sound with this digest; NotFound where there is none, and where it is not the one that was kept."""
    require(actor, Action.LISTEN)
    sound = session.scalars(select(Recording.sound).where(Recording.digest == digest).limit(1)).first()
    if sound is None or hashlib.sha256(sound).hexdigest() != digest:
        raise NotFound("not_found")
    return sound


def words_digest(words: str) -> bytes:
    """What tells the words that were read from others."""
    return hashlib.sha256(words.encode()).digest()


class _Kept(NamedTuple):
    sentence: str
    of_words: bytes
    size: int


def _counted(rows: Sequence[_Kept], sentences: Mapping[str, str]) -> RecordedSentences:
    fitting = sum(row.sentence in sentences and _fits(row.of_words, sentences[row.sentence]) for row in rows)
    return RecordedSentences(
        recorded=fitting,
        out_of_date=len(rows) - fitting,
        missing=len(sentences.keys() - {row.sentence for row in rows}),
        size=sum(row.size for row in rows),
    )


def _fits(digest: bytes, words: str) -> bool:
    return digest == words_digest(words)


def _note(session: Session, actor: Actor, row: Recording, what: str, now: datetime.datetime) -> None:
    detail = {"what": what, "language": row.language, "sentence": row.sentence}
    record_act(session, actor, Action.KEEP_RECORDINGS, subject=("recording", row.id), now=now, detail=detail)
