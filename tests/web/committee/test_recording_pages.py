"""A committee's coordinators record the sentences that families can listen to."""

import io
import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from i18n.division import Catalogue
from search.models import Recording
from search.recordings.speech_file import read_speech
from search.vocabulary import OrganisationKind, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import COMMITTEE, add_staff, let_proofs_age, signed_in
from tests.fixtures.visitor import Visitor
from tests.search.recordings.made_speech import speech
from web.context import Context
from web.family import create_family
from web.labels.staff_error_sentences import SENTENCES
from web.spoken_sentences import words_by_code

PREFIX = "/committee"
TAGS = [row.tag for row in walked(Catalogue.STAFF)]
SAID = b"ARTIST=Yonas"


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.fixture
def coordinator(context: Context, committee: Flask) -> Visitor:
    """Somebody who coordinates and reads nothing."""
    add_staff(context, "clara", COMMITTEE, OrganisationKind.COMMITTEE, StaffRole.COORDINATOR)
    return signed_in(context, committee, PREFIX, "clara")


def sends(visitor: Visitor, sent: bytes, sentence: str = "who.title", *, tag: str = "en", name: str = "a.opus") -> int:
    """The answer to a file that is sent beside a sentence."""
    fields: dict[str, Any] = {"sentence": sentence, "recording": (io.BytesIO(sent), name)}
    return visitor.sends(f"/recordings/{tag}", fields).status_code


def rows(context: Context) -> list[Recording]:
    with context.database.reading() as session:
        return list(session.scalars(select(Recording)).all())


def test_a_sentence_is_recorded_listened_to_offered_to_families_and_taken_away(
    context: Context, coordinator: Visitor
) -> None:
    words, sent = words_by_code("ar")["who.title"], speech(said=SAID)
    page = coordinator.goes_to("/recordings").text
    assert f"0 of {len(words_by_code('ar'))} recorded" in page
    page = coordinator.goes_to("/recordings/ar").text
    assert words in page
    assert page.count("Not recorded yet.") == len(words_by_code("ar"))
    assert sends(coordinator, sent, tag="ar") == 200
    assert "It is kept. Please listen to it." in coordinator.page
    (address,) = re.findall(r'<audio [^>]*preload="none" src="/committee(/recordings/heard/[^"]+)"', coordinator.page)
    heard = coordinator.client.get(address)
    assert heard.data == read_speech(sent).content
    assert SAID not in heard.data
    assert "1 of" in coordinator.goes_to("/recordings").text
    mother = Visitor(create_family(context).test_client())
    mother.goes_to("/?lang=ar")
    mother.goes_to("/search/who")
    (played,) = re.findall(r'src="(/listen/[^"]+)"', mother.page)
    assert mother.client.get(played).data == heard.data
    (removed,) = re.findall(r'name="remove" value="([^"]+)"', coordinator.goes_to("/recordings/ar").text)
    coordinator.sends("/recordings/ar", {"remove": removed})
    assert "The recording was taken away." in coordinator.page
    assert mother.client.get(played).status_code == 404
    mother.goes_to("/search/who")
    assert "<audio" not in mother.page
    assert rows(context) == []


def test_what_is_no_small_recording_is_refused_with_a_sentence_and_nothing_is_kept(
    context: Context, coordinator: Visitor
) -> None:
    wrong = {
        b"": "choose_a_recording",
        b"<!doctype html><script>alert(1)</script>" + speech(): "recording_not_opus",
        speech() + b"<script>alert(1)</script>": "recording_not_opus",
        b"PK\x03\x04" + bytes(5000): "recording_not_opus",
        speech(41): "recording_too_long",
        speech(0.1): "recording_too_short",
        bytes(200_000): "recording_too_large",
    }
    for sent, code in wrong.items():
        coordinator.goes_to("/recordings/en")
        assert sends(coordinator, sent) == 400, code
        assert SENTENCES[code] in coordinator.page.replace("&#39;", "'"), code
    # What is larger than any form here is not read at all.
    coordinator.goes_to("/recordings/en")
    assert sends(coordinator, bytes(400_000)) == 413
    coordinator.goes_to("/recordings/en")
    for sentence in ("../../master.key", "no.such", "", "who.title/../x"):
        assert sends(coordinator, speech(), sentence) == 404, sentence
        coordinator.goes_to("/recordings/en")
    for tag in ("xx", "..", "en%2F..", "EN"):
        assert coordinator.client.get(f"/recordings/{tag}").status_code == 404, tag
    assert rows(context) == []


def test_the_name_and_the_type_of_a_file_say_nothing(context: Context, coordinator: Visitor) -> None:
    for name in ("../../x.html", "<script>.opus", "con.exe", "\u202egpj.opus", ""):
        coordinator.goes_to("/recordings/en")
        assert sends(coordinator, speech(), name=name) == 200, name
        assert "script>." not in coordinator.page
    (row,) = rows(context)
    assert row.sound == read_speech(speech()).content


def test_only_coordinators_who_gave_their_password_lately_come_in(
    context: Context, coordinator: Visitor, ana: Visitor
) -> None:
    assert ana.goes_to("/recordings").status_code == 403
    assert ana.goes_to("/recordings/en").status_code == 403
    coordinator.goes_to("/recordings/en")
    let_proofs_age(context)
    sends(coordinator, speech())
    assert coordinator.place == "/prove"
    assert rows(context) == []


def test_the_pages_are_in_the_language_of_whoever_records(coordinator: Visitor) -> None:
    for tag in TAGS:
        coordinator.goes_to(f"/recordings?lang={tag}")
        assert english_left(coordinator.page, tag) == [], tag
        coordinator.goes_to("/recordings/es")
        own = coordinator.page
        for words in words_by_code("es").values():
            own = own.replace(words, "")
        assert english_left(own, tag) == [], tag
