"""A file that somebody recorded, read and written anew: Opus in Ogg (RFC 7845), short, and nothing in it but sound."""

import struct
from dataclasses import dataclass, field
from typing import Final

from search.errors import Refused
from search.recordings.ogg_pages import BrokenOgg, in_pages, packets_of
from search.recordings.opus_packets import SAMPLES_A_SECOND, BrokenPacket, samples_of, unpadded

# A family pays for it: what is kept of one sentence. A press plays a few of them at most.
MOST_BYTES: Final = 15_000
# What comes may have a picture and tags with it, which are not kept.
MOST_SENT: Final = 100_000
MOST_SECONDS: Final = 40
_FEWEST_SAMPLES = SAMPLES_A_SECOND // 2
# magic, version, channels, samples to pass over, rate of the original, gain, mapping of channels
_HEAD = struct.Struct("<8sBBHIhB")
_MAGIC, _TAGS = b"OpusHead", b"OpusTags"
# No name of a program and no tag: a player asks for the packet, not for anything in it.
_NO_TAGS = _TAGS + struct.pack("<II", 0, 0)
_MOST_SKIPPED = SAMPLES_A_SECOND // 4


@dataclass(frozen=True, slots=True)
class SpeechFile:
    """One recording as it is kept, and how long it sounds."""

    content: bytes = field(repr=False)
    seconds: float


def read_speech(sent: bytes, sentences: int = 1) -> SpeechFile:
    """What is kept of a file in which so many sentences are read; raises Refused with what is wrong with it."""
    if not sent:
        raise Refused("choose_a_recording")
    if len(sent) > MOST_SENT:
        raise Refused("recording_too_large")
    try:
        head, sound = _parts(packets_of(sent))
        timed = _timed(sound)
    except (BrokenOgg, BrokenPacket) as broken:
        raise Refused("recording_not_opus") from broken
    samples = timed[-1][1] if timed else 0
    if samples < _FEWEST_SAMPLES:
        raise Refused("recording_too_short")
    if samples > MOST_SECONDS * SAMPLES_A_SECOND:
        raise Refused("recording_too_long")
    content = in_pages((head, _NO_TAGS), timed)
    if len(content) > MOST_BYTES * sentences:
        raise Refused("recording_too_large")
    return SpeechFile(content, samples / SAMPLES_A_SECOND)


def _parts(packets: list[bytes]) -> tuple[bytes, list[bytes]]:
    """A head that says the same of the sound and nothing else, and the packets of sound."""
    if len(packets) < 2 or len(packets[0]) != _HEAD.size or not packets[1].startswith(_TAGS):
        raise BrokenOgg
    magic, version, channels, skipped, _rate, _gain, mapping = _HEAD.unpack(packets[0])
    if magic != _MAGIC or version >> 4 or channels not in (1, 2) or mapping or skipped > _MOST_SKIPPED:
        raise BrokenOgg
    # As loud as it was recorded, and at the rate at which all of it is played.
    return _HEAD.pack(_MAGIC, 1, channels, skipped, SAMPLES_A_SECOND, 0, 0), packets[2:]


def _timed(packets: list[bytes]) -> list[tuple[bytes, int]]:
    """Each packet of sound, bare, with the sample that it ends at."""
    ends, timed = 0, []
    for packet in packets:
        ends += samples_of(packet)
        timed.append((unpadded(packet), ends))
    return timed
