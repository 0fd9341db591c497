"""Pictures of nobody: a few simple shapes as PNG, so that the demonstration has photos without a file of a person."""

import struct
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

Colour = tuple[int, int, int]
# Height, width, and red, green and blue.
_SIZE = (360, 300)
_SAND, _SKIN, _PALE = (231, 221, 203), (141, 95, 66), (168, 158, 150)
_HAIR, _BLUE, _INK, _SILVER, _CLOTH = (38, 30, 28), (48, 84, 132), (44, 48, 66), (188, 192, 198), (70, 72, 76)


def portrait() -> bytes:
    """A head and shoulders in a blue jacket, without a face."""
    canvas = _canvas(_SAND)
    _ellipse(canvas, (400, 150), (150, 130), _BLUE)
    _box(canvas, (230, 300), (128, 172), _SKIN)
    _ellipse(canvas, (150, 150), (98, 76), _HAIR)
    _ellipse(canvas, (168, 150), (92, 66), _SKIN)
    return _png(canvas)


def tattoo(*, after_death: bool = False) -> bytes:
    """A forearm with a cross on it; paler where it is of somebody who has died."""
    canvas = _canvas(_CLOTH if after_death else _SAND)
    _ellipse(canvas, (180, 150), (330, 78), _PALE if after_death else _SKIN)
    _box(canvas, (110, 236), (143, 157), _INK)
    _box(canvas, (142, 156), (112, 188), _INK)
    return _png(canvas)


def necklace() -> bytes:
    """A chain with a round pendant on dark cloth."""
    canvas = _canvas(_CLOTH)
    _ellipse(canvas, (150, 150), (112, 92), _SILVER)
    _ellipse(canvas, (150, 150), (106, 86), _CLOTH)
    _ellipse(canvas, (282, 150), (26, 26), _SILVER)
    return _png(canvas)


def _canvas(colour: Colour) -> Any:
    return np.full((*_SIZE, 3), colour, np.uint8)


def _ellipse(canvas: Any, middle: Sequence[int], radii: Sequence[int], colour: Colour) -> None:
    """Down first, then across, as arrays go."""
    down, across = np.ogrid[: canvas.shape[0], : canvas.shape[1]]
    inside = ((down - middle[0]) / radii[0]) ** 2 + ((across - middle[1]) / radii[1]) ** 2 <= 1
    canvas[inside] = colour


def _box(canvas: Any, down: Sequence[int], across: Sequence[int], colour: Colour) -> None:
    canvas[down[0] : down[1], across[0] : across[1]] = colour


def _png(canvas: Any) -> bytes:
    """The bytes of a PNG: head, one block of rows each without a filter, end (PNG 1.2, sections 3 and 4)."""
    height, width, _ = canvas.shape
    rows = b"".join(b"\0" + row.tobytes() for row in canvas)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
