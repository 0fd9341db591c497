"""Recordings are kept by coordinators of committees, for exactly the words that were read."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from search.access import ANYONE, OPERATOR, Action, Actor, ActorKind
from search.accounts.audit_verification import verify_audit
from search.errors import AccessDenied, NotFound
from search.models import AuditEntry, Recording
from search.recordings.kept_recordings import (
    KeepRecording,
    RecordedSentences,
    count_recorded,
    keep_recording,
    list_recordings,
    recorded,
    remove_recording,
    sound_of,
)
from search.recordings.speech_file import SpeechFile, read_speech
from search.vocabulary import StaffRole
from tests.search.recordings.made_speech import speech
from tests.search.scene import NOW, Scene
from tests.search.vouching import vouch_for_all

WORDS = "Who are you looking for?"
FIRST, SECOND = read_speech(speech(1)), read_speech(speech(2))


@pytest.fixture
def coordinator(scene: Scene) -> Actor:
    return replace(scene.reviewers[0], roles=frozenset({StaffRole.COORDINATOR}))


def keeps(
    scene: Scene, actor: Actor, sentence: str = "who.title", sound: SpeechFile = FIRST, words: str = WORDS
) -> None:
    command = KeepRecording(language="en", sentence=sentence, words=words, speech=sound)
    with scene.database.transaction() as session:
        keep_recording(session, actor, command, now=NOW)


def heard(scene: Scene, words: str = WORDS) -> dict[str, str]:
    with scene.database.reading() as session:
        return recorded(session, ANYONE, "en", {"who.title": words})


def test_a_recording_is_offered_for_the_words_that_were_read_and_no_others(scene: Scene, coordinator: Actor) -> None:
    keeps(scene, coordinator)
    digest = heard(scene)["who.title"]
    assert heard(scene, "Whom are you looking for?") == {}
    with scene.database.reading() as session:
        assert recorded(session, ANYONE, "ar", {"who.title": WORDS}) == {}
        assert sound_of(session, ANYONE, digest) == FIRST.content
        (listed,) = list_recordings(session, coordinator, "en", {"who.title": "Whom?"})
        assert not listed.fits
        counts = count_recorded(session, coordinator, {"en": {"who.title": WORDS}, "ar": {"who.title": WORDS}})
    assert {tag: one.recorded for tag, one in counts.items()} == {"en": 1, "ar": 0}


def test_another_recording_takes_the_place_of_the_first_and_one_that_is_taken_away_is_gone(
    scene: Scene, coordinator: Actor
) -> None:
    keeps(scene, coordinator)
    first = heard(scene)["who.title"]
    keeps(scene, coordinator, sound=SECOND)
    assert heard(scene)["who.title"] != first
    with scene.database.reading() as session, pytest.raises(NotFound):
        sound_of(session, ANYONE, first)
    with scene.database.transaction() as session:
        row = session.scalars(select(Recording)).one()
        # Of another language nothing is taken away, and what is gone is gone.
        remove_recording(session, coordinator, "ar", row.id, now=NOW)
        remove_recording(session, coordinator, "en", row.id, now=NOW)
        remove_recording(session, coordinator, "en", row.id, now=NOW)
    assert heard(scene) == {}
    with scene.database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == Action.KEEP_RECORDINGS)).all()
    assert [entry.detail["what"] for entry in entries] == ["kept", "kept", "removed"]
    assert WORDS not in str([entry.detail for entry in entries])


def test_the_audit_vouches_for_what_was_recorded(scene: Scene, coordinator: Actor) -> None:
    vouch_for_all(scene.database)
    keeps(scene, coordinator)
    keeps(scene, coordinator, "who.note")
    keeps(scene, coordinator, sound=SECOND)
    with scene.database.transaction() as session:
        row = session.scalars(select(Recording).where(Recording.sentence == "who.note")).one()
        remove_recording(session, coordinator, "en", row.id, now=NOW)
    with scene.database.transaction() as session:
        assert verify_audit(session, OPERATOR, now=NOW).faults == ()
    with scene.database.engine.begin() as connection:
        connection.execute(update(Recording).values(sentence="who.note"))
    with scene.database.transaction() as session:
        assert verify_audit(session, OPERATOR, now=NOW).faults != ()


def test_only_whoever_coordinates_a_committee_keeps_and_takes_away(scene: Scene, coordinator: Actor) -> None:
    keeps(scene, coordinator)
    with scene.database.reading() as session:
        row = session.scalars(select(Recording)).one()
    partner = Actor(kind=ActorKind.PARTNER, account_id=row.account_id, organisation_id=row.organisation_id)
    for actor in (ANYONE, OPERATOR, scene.reviewers[0], replace(partner, roles=frozenset({StaffRole.COORDINATOR}))):
        with pytest.raises((AccessDenied, NotFound)):
            keeps(scene, actor)
        with pytest.raises((AccessDenied, NotFound)), scene.database.transaction() as session:
            remove_recording(session, actor, "en", row.id, now=NOW)


def test_what_is_recorded_is_counted_for_coordinators_and_whoever_runs_it(scene: Scene, coordinator: Actor) -> None:
    keeps(scene, coordinator)
    keeps(scene, coordinator, "who.note", SECOND, "Others now")
    keeps(scene, coordinator, "gone", words="Of a page that there is no more")
    english = {"who.title": WORDS, "who.note": "Not these", "last.title": "Never read"}
    size = 2 * len(FIRST.content) + len(SECOND.content)
    for actor in (coordinator, OPERATOR):
        with scene.database.reading() as session:
            counts = count_recorded(session, actor, {"en": english, "ar": english})
            others = count_recorded(session, actor, {"ar": english})
        assert counts["en"] == RecordedSentences(recorded=1, out_of_date=2, missing=1, size=size)
        assert counts["ar"] == RecordedSentences(recorded=0, out_of_date=0, missing=3, size=0)
        # What lies there of a language that is offered no more is not forgotten.
        assert others["en"] == RecordedSentences(recorded=0, out_of_date=3, missing=0, size=size)
    for actor in (ANYONE, scene.reviewers[0]):
        with scene.database.reading() as session, pytest.raises((AccessDenied, NotFound)):
            count_recorded(session, actor, {"en": english})


def test_a_name_that_no_sentence_could_have_is_none(scene: Scene, coordinator: Actor) -> None:
    for name in ("../../etc/passwd", "a/b", "", "x" * 33, "who.title\n"):
        with pytest.raises(NotFound):
            keeps(scene, coordinator, name)


def test_sound_that_was_altered_in_the_database_is_not_played(scene: Scene, coordinator: Actor) -> None:
    keeps(scene, coordinator)
    digest = heard(scene)["who.title"]
    with scene.database.engine.begin() as connection:
        connection.execute(update(Recording).values(sound=SECOND.content))
    with scene.database.reading() as session, pytest.raises(NotFound):
        sound_of(session, ANYONE, digest)
