"""One packet of Opus: how long it sounds, and what pads it."""

import pytest

from search.recordings.opus_packets import BrokenPacket, samples_of, unpadded
from tests.search.recordings.made_speech import SILENCE

HIDDEN = b"13.19,32.88"


def test_a_packet_sounds_as_long_as_its_first_byte_says() -> None:
    long = {0x00: 480, 0x08: 960, 0x10: 1920, 0x18: 2880, 0x60: 480, 0x68: 960, 0x80: 120, 0x98: 960, 0xF8: 960}
    for first, samples in long.items():
        assert samples_of(bytes([first])) == samples, first
        assert samples_of(bytes([first | 1])) == 2 * samples, first
    assert samples_of(SILENCE) == 960
    assert samples_of(b"\xfb\x03...") == 3 * 960


def test_what_no_player_could_play_is_broken() -> None:
    for packet in (b"", b"\xfb", b"\xfb\x00", b"\xfb\x07.......", b"\x1b\x03"):
        with pytest.raises(BrokenPacket):
            pytest.fail(f"{packet!r}: {samples_of(packet)}")


def test_what_pads_a_packet_is_not_kept() -> None:
    bare = b"\xfb\x01" + SILENCE[1:]
    assert unpadded(SILENCE) == SILENCE
    assert unpadded(bare) == bare
    assert unpadded(b"\xfb\x41" + bytes([len(HIDDEN)]) + SILENCE[1:] + HIDDEN) == bare
    assert unpadded(b"\xfb\x41\xff\x03" + SILENCE[1:] + bytes(257)) == bare
    for cut in (b"\xfb\x41", b"\xfb\x41\xff", b"\xfb\x41\x20..."):
        with pytest.raises(BrokenPacket):
            pytest.fail(f"{cut!r}: {unpadded(cut)!r}")
