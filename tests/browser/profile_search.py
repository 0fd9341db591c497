"""Looks for planted words in all that a browser wrote into its profile, in every form that they may have there."""

import base64
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

_GZIP = re.compile(rb"\x1f\x8b\x08")
# Of a text in base64 the first characters depend on how many bytes stand before it.
_BASE64_STARTS = (0, 2, 3)


def found_in(profile: Path, planted: list[str]) -> list[str]:
    """Which of the planted words stand where, and in which form."""
    files = sorted(path for path in profile.rglob("*") if path.is_file())
    return [
        f"{word} ({form}) in {path.relative_to(profile)}"
        for path in files
        for content in _contents(path)
        for word in planted
        for form, looks_like in _forms(word)
        if looks_like in content
    ]


def _contents(path: Path) -> Iterator[bytes]:
    """What a file holds, and whatever is packed in it."""
    data = path.read_bytes()
    yield data
    for start in _GZIP.finditer(data):
        try:
            yield zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[start.start() :])
        except zlib.error:
            continue


def _forms(word: str) -> Iterator[tuple[str, bytes]]:
    plain = word.encode()
    yield "plain", plain
    yield "two bytes a letter", word.encode("utf-16-le")
    yield "in an address", quote(word).encode()
    yield "in a form", quote(word).replace("%20", "+").encode()
    for before, start in enumerate(_BASE64_STARTS):
        text = base64.b64encode(b"\0" * before + plain)
        yield "base64", text[start : -4 if (before + len(plain)) % 3 else None]
