"""Recordings for tests, made of nothing but silence: nobody's voice, and no encoder is needed.

A packet of three bytes, the well-known silence of Opus (RFC 6716: 20 ms of all frequencies, one frame), stands as often
as the sound is long. The head and the tags are those that encoders write; whatever a test wants to be gone stands in
the tags.
"""

import struct

from search.recordings.ogg_pages import in_pages

SILENCE = b"\xf8\xff\xfe"
SAMPLES = 960
HEAD = struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, 312, 16_000, 256, 0)


def tags(said: bytes = b"") -> bytes:
    """The packet of tags, with one of them."""
    maker = b"Recorder of Invented"
    return b"OpusTags" + struct.pack("<I", len(maker)) + maker + struct.pack("<II", 1, len(said)) + said


def speech(seconds: float = 2.0, *, said: bytes = b"", packet: bytes = SILENCE, head: bytes = HEAD) -> bytes:
    """A recording of so many seconds."""
    times = round(seconds * 50)
    return in_pages((head, tags(said)), [(packet, (number + 1) * SAMPLES) for number in range(times)])
