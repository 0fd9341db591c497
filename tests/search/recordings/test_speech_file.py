"""A recording is kept without anything that is not its sound, and only where it is short and small enough."""

import random
import struct

import pytest

from search.errors import Refused
from search.recordings.ogg_pages import in_pages, packets_of
from search.recordings.speech_file import MOST_BYTES, read_speech
from tests.search.recordings.made_speech import HEAD, SILENCE, speech, tags

SAID = b"ARTIST=Yonas, 13.19 32.88"
# Twenty milliseconds of some two hundred bytes: as large as music, and as what is no speech.
_LARGE = b"\xf8" + bytes(200)


def code(sent: bytes, sentences: int = 1) -> str:
    with pytest.raises(Refused) as refused:
        read_speech(sent, sentences)
    return refused.value.code


def test_only_the_sound_of_a_recording_is_kept() -> None:
    sent = speech(2.0, said=SAID)
    kept = read_speech(sent)
    assert kept.seconds == 2.0
    assert SAID in sent
    assert SAID not in kept.content
    assert b"Recorder" not in kept.content
    head, tags, *sound = packets_of(kept.content)
    assert sound == [SILENCE] * 100
    assert tags == b"OpusTags" + bytes(8)
    # The phone's own rate and gain are not kept either; how many channels there are is.
    assert head == struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, 312, 48_000, 0, 0)
    assert read_speech(kept.content).content == kept.content


def test_a_recording_that_is_wrong_is_refused_for_what_is_wrong_with_it() -> None:
    stereo, many = HEAD[:9] + b"\x02" + HEAD[10:], HEAD[:18] + b"\x01"
    assert read_speech(speech(head=stereo)).seconds == 2.0
    wrong = {
        b"": "choose_a_recording",
        speech(0.3): "recording_too_short",
        speech(0): "recording_too_short",
        speech(41): "recording_too_long",
        speech(2, packet=_LARGE): "recording_too_large",
        bytes(10_000_000): "recording_too_large",
        speech(head=many): "recording_not_opus",
        speech(head=HEAD[:9] + b"\x09" + HEAD[10:]): "recording_not_opus",
        speech(head=b"\x01vorbis" + bytes(12)): "recording_not_opus",
        speech(packet=b"\xfb\x00"): "recording_not_opus",
        b"<!doctype html><script>alert(1)</script>" + speech(): "recording_not_opus",
        speech() + b"<script>alert(1)</script>": "recording_not_opus",
        b"RIFF\x00\x00\x00\x00WAVEfmt " + bytes(400): "recording_not_opus",
        b"ID3\x04" + bytes(400): "recording_not_opus",
        b"PK\x03\x04" + bytes(400): "recording_not_opus",
    }
    assert {sent[:40]: code(sent) for sent in wrong} == {sent[:40]: said for sent, said in wrong.items()}


def test_each_sentence_has_fifteen_kilobytes() -> None:
    sent = speech(2, packet=_LARGE)
    assert MOST_BYTES == 15_000
    assert MOST_BYTES < len(read_speech(sent, 2).content) <= 2 * MOST_BYTES
    assert code(sent) == "recording_too_large"


def test_files_that_were_damaged_anywhere_are_refused_and_nothing_worse() -> None:
    chance, whole = random.Random(48), speech(1, said=SAID)  # noqa: S311 - damage to a file, not a secret
    for number in range(1500):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cut = bytes(damaged[: chance.randrange(len(damaged))] if number % 3 == 0 else damaged)
        try:
            kept = read_speech(cut).content
        except Refused:
            continue
        assert kept == read_speech(whole).content


def test_whatever_stands_in_the_packets_of_a_whole_file_is_refused_or_kept_as_it_sounds() -> None:
    chance = random.Random(48)  # noqa: S311 - packets that no encoder wrote, not a secret
    for _ in range(300):
        packets = [chance.randbytes(chance.randint(0, 60)) for _ in range(chance.randint(1, 80))]
        sent = in_pages((HEAD, tags()), [(packet, 0) for packet in packets])
        try:
            kept = read_speech(sent)
        except Refused:
            continue
        assert read_speech(kept.content) == kept
