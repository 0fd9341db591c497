"""Invented pictures, drawn from simple shapes, in every kind of file that is taken; and what is planted in them."""

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

MARKER = b"PLANTED-7Q"
PICTURES = Path(__file__).with_name("pictures")
# 96 by 64 with a red corner at the upper left, noted as held so that the corner belongs to the upper right; made by
# another program, since ours writes no HEIC. Description, artist, position and XMP are planted in it.
TURNED_HEIC = PICTURES / "turned.heic"
RED, SAND = (200, 30, 30), (230, 200, 160)
_ORIENTATION, _DESCRIPTION, _GPS = 0x0112, 0x010E, 0x8825


def drawing(width: int = 96, height: int = 64, mode: str = "RGB") -> Image.Image:
    """Sand with a red corner at the upper left."""
    picture = Image.new("RGB", (width, height), SAND)
    ImageDraw.Draw(picture).rectangle((0, 0, width // 3, height // 2), fill=RED)
    return picture.convert(mode)


def written(picture: Image.Image, kind: str, **named: Any) -> bytes:
    """The bytes of a file of that kind."""
    file = io.BytesIO()
    picture.save(file, kind, **named)
    return file.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """How the camera was held, where it was, and a marker."""
    notes = Image.Exif()
    notes[_ORIENTATION] = orientation
    notes[_DESCRIPTION] = MARKER.decode()
    position = notes.get_ifd(_GPS)
    position.update({1: "N", 2: (35.0, 30.0, 1.5), 3: "E", 4: (12.0, 36.0, 2.5)})
    return notes


def xmp() -> bytes:
    """An XMP packet with a marker."""
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + MARKER + b"</x:xmpmeta>"


def srgb_profile() -> bytes:
    """A colour profile, which is metadata too."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def planted() -> dict[str, bytes]:
    """A file of each kind with a marker wherever that kind has room for one, and behind its end."""
    notes = {"exif": exif(), "icc_profile": srgb_profile()}
    text = PngInfo()
    text.add_text("Comment", MARKER.decode(), zip=True)
    text.add_itxt("XML:com.adobe.xmp", xmp().decode())
    jpeg = written(drawing(), "JPEG", comment=MARKER, xmp=xmp(), **notes)
    return {
        "JPEG": _with_segment(jpeg, 0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + MARKER) + MARKER,
        "PNG": written(drawing(), "PNG", pnginfo=text, **notes) + MARKER,
        "WEBP": written(drawing(), "WEBP", xmp=xmp(), **notes) + MARKER,
        "HEIC": TURNED_HEIC.read_bytes(),
    }


def bomb() -> bytes:
    """A picture of 400 million pixels in some kilobytes."""
    return written(Image.new("1", (20_000, 20_000)), "PNG")


def _with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """A JPEG with one more segment after its beginning; APP13 holds IPTC."""
    length = (len(content) + 2).to_bytes(2, "big")
    return jpeg[:2] + bytes((0xFF, marker)) + length + content + jpeg[2:]
