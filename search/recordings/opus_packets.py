"""One packet of Opus (RFC 6716, section 3): how long it sounds, and the same without what pads it.

Padding is heard by nobody and may hold anything, so it is not kept.
"""

from typing import Final

SAMPLES_A_SECOND: Final = 48_000
# A packet holds 120 ms at most.
_MOST_SAMPLES = 5760
_MOST_FRAME = 1275
# The samples of one frame by the configuration that begins a packet: speech, both, and music.
_SPEECH, _BOTH, _MUSIC = (480, 960, 1920, 2880), (480, 960), (120, 240, 480, 960)
_SEVERAL = 3
_VARIES, _PADDED, _COUNT = 0x80, 0x40, 0x3F
_FULL = 255


class BrokenPacket(ValueError):
    """Bytes that are no packet of Opus."""


def samples_of(packet: bytes) -> int:
    """How many samples a packet sounds for, at 48 kHz; raises BrokenPacket."""
    if not packet:
        raise BrokenPacket
    samples = _frame(packet[0] >> 3) * _frames(packet)
    if not 0 < samples <= _MOST_SAMPLES:
        raise BrokenPacket
    return samples


def unpadded(packet: bytes) -> bytes:
    """The packet without its padding; raises BrokenPacket for one that is shorter than it says."""
    if packet[0] & 3 != _SEVERAL or not packet[1] & _PADDED:
        return packet
    at, padding = 2, 0
    while True:
        if at >= len(packet):
            raise BrokenPacket
        said = packet[at]
        at += 1
        padding += _FULL - 1 if said == _FULL else said
        if said < _FULL:
            break
    if at + padding > len(packet):
        raise BrokenPacket
    return bytes([packet[0], packet[1] & ~_PADDED]) + packet[at : len(packet) - padding]


def _frame(configuration: int) -> int:
    if configuration < 12:
        return _SPEECH[configuration % 4]
    return _BOTH[configuration % 2] if configuration < 16 else _MUSIC[configuration % 4]


def _frames(packet: bytes) -> int:
    code = packet[0] & 3
    if code != _SEVERAL:
        return 1 if code == 0 else 2
    if len(packet) < 2:
        raise BrokenPacket
    return packet[1] & _COUNT
