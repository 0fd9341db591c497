"""Ogg (RFC 3533) as far as one stream of packets needs it: pages to packets, and packets to pages of our own.

What is written anew has nothing of the file that came but its packets: no serial number, no tags, nothing behind the
last page. Reading takes one pass over the bytes.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_CAPTURE = b"OggS"
_HEADER = struct.Struct("<4sBBQIIIB")
_CRC_AT = 22
_CONTINUED, _FIRST, _LAST = 1, 2, 4
_MOST_SEGMENTS = 255
_FULL = 255
_POLYNOMIAL = 0x04C11DB7
# All pages of a stream of ours are of this one.
_SERIAL = 1


class BrokenOgg(ValueError):
    """Bytes that are no single whole stream."""


@dataclass(frozen=True, slots=True)
class _Page:
    flags: int
    serial: int
    lengths: bytes
    body: bytes


def packets_of(content: bytes) -> list[bytes]:
    """The packets of a file that holds one stream; raises BrokenOgg for anything else, also for more than one."""
    pages = list(_pages(content))
    if not pages or not pages[0].flags & _FIRST:
        raise BrokenOgg
    if any(page.serial != pages[0].serial or page.flags & _FIRST for page in pages[1:]):
        raise BrokenOgg
    found: list[bytes] = []
    begun = b""
    for page in pages:
        if bool(page.flags & _CONTINUED) != bool(begun):
            raise BrokenOgg
        whole, begun = _laced(page, begun)
        found += whole
    if begun:
        raise BrokenOgg
    return found


def in_pages(head: Sequence[bytes], packets: Sequence[tuple[bytes, int]]) -> bytes:
    """One stream: each packet of the head on a page of its own, then the rest, each with the sample that it ends at."""
    written = [_page(number, _FIRST if number == 0 else 0, 0, [one]) for number, one in enumerate(head)]
    groups = list(_grouped(packets))
    for number, group in enumerate(groups, start=len(written)):
        last = _LAST if group is groups[-1] else 0
        written.append(_page(number, last, group[-1][1], [packet for packet, _ in group]))
    return b"".join(written)


def _pages(content: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(content):
        if len(content) - at < _HEADER.size:
            raise BrokenOgg
        capture, version, flags, _ends, serial, _number, crc, segments = _HEADER.unpack_from(content, at)
        body_at = at + _HEADER.size + segments
        lengths = content[at + _HEADER.size : body_at]
        end = body_at + sum(lengths)
        if capture != _CAPTURE or version != 0 or len(lengths) != segments or end > len(content):
            raise BrokenOgg
        if checksum(content[at : at + _CRC_AT] + bytes(4) + content[at + _CRC_AT + 4 : end]) != crc:
            raise BrokenOgg
        yield _Page(flags, serial, lengths, content[body_at:end])
        at = end


def _laced(page: _Page, begun: bytes) -> tuple[list[bytes], bytes]:
    """The packets that end on a page, and what of one goes on behind it."""
    whole: list[bytes] = []
    at = 0
    for length in page.lengths:
        begun += page.body[at : at + length]
        at += length
        if length < _FULL:
            whole.append(begun)
            begun = b""
    return whole, begun


def _lacing(packet: bytes) -> bytes:
    return bytes([_FULL] * (len(packet) // _FULL) + [len(packet) % _FULL])


def _grouped(packets: Sequence[tuple[bytes, int]]) -> Iterator[list[tuple[bytes, int]]]:
    """As many packets as a page can hold."""
    group: list[tuple[bytes, int]] = []
    segments = 0
    for packet, ends in packets:
        more = len(_lacing(packet))
        if group and segments + more > _MOST_SEGMENTS:
            yield group
            group, segments = [], 0
        group.append((packet, ends))
        segments += more
    if group:
        yield group


def _page(number: int, flags: int, ends: int, packets: Sequence[bytes]) -> bytes:
    lengths = b"".join(map(_lacing, packets))
    head = _HEADER.pack(_CAPTURE, 0, flags, ends, _SERIAL, number, 0, len(lengths))
    bare = head + lengths + b"".join(packets)
    return bare[:_CRC_AT] + struct.pack("<I", checksum(bare)) + bare[_CRC_AT + 4 :]


def checksum(page: bytes) -> int:
    """The check sum of a page, whose own place in it must be empty."""
    table, crc = _table(), 0
    for byte in page:
        crc = ((crc << 8) & 0xFFFFFFFF) ^ table[(crc >> 24) ^ byte]
    return crc


@cache
def _table() -> tuple[int, ...]:
    return tuple(map(_turned, range(256)))


def _turned(byte: int) -> int:
    crc = byte << 24
    for _ in range(8):
        crc = ((crc << 1) ^ _POLYNOMIAL if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
    return crc
