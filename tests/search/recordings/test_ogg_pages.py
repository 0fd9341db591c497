"""Ogg: packets come out of pages as they went in, and nothing else does."""

import pytest

from search.recordings.ogg_pages import BrokenOgg, checksum, in_pages, packets_of

HEAD = (b"first", b"second")
PACKETS = [(bytes([number]) * (number * 37 % 900), number * 960) for number in range(1, 60)]


def test_the_check_sum_is_that_of_the_standard() -> None:
    # The published check value of this polynomial, begun with nothing and turned by nothing.
    assert checksum(b"123456789") == 0x89A1897F


def test_packets_of_every_length_come_out_as_they_went_in() -> None:
    lengths = [(b"x" * length, length) for length in (1, 254, 255, 256, 510, 511, 0, 3)]
    for sound in (PACKETS, lengths):
        assert packets_of(in_pages(HEAD, sound)) == [*HEAD, *(packet for packet, _ in sound)]


def test_what_is_no_single_whole_stream_is_broken() -> None:
    whole = in_pages(HEAD, PACKETS)
    second = whole[:14] + b"\x02\x00\x00\x00" + whole[18:]
    wrong = {
        "nothing": b"",
        "no Ogg": b"RIFF" + whole[4:],
        "cut off": whole[:-1],
        "something behind it": whole + b"<script>alert(1)</script>",
        "something before it": b"<html>" + whole,
        "a byte changed": whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
        "two streams": whole + in_pages(HEAD, PACKETS),
        "another serial number": second,
        "a packet that never ends": whole[: whole.rindex(b"OggS")] + _page_without_end(),
        "only its beginning": whole[:20],
    }
    for what, content in wrong.items():
        with pytest.raises(BrokenOgg):
            pytest.fail(f"{what}: {packets_of(content)!r}")


def _page_without_end() -> bytes:
    bare = b"OggS\x00\x00" + bytes(8) + b"\x01\x00\x00\x00" + bytes(4) + bytes(4) + b"\x01\xff" + bytes(255)
    return bare[:22] + checksum(bare).to_bytes(4, "little") + bare[26:]
