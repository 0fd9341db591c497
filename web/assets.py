"""The few files a page needs beside itself, each under an address that carries the digest of its content.

Two kinds are written here, since they name other files by their addresses: what a phone needs to put the portal on its
first screen, which keeps nothing of anybody there, and the sheet of a script that phones lack letters for.
"""

import hashlib
import json
import mimetypes
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, url_for

STATIC = Path(__file__).parent / "static"
FONTS = STATIC / "fonts"
MANIFEST = "ovillo.webmanifest"
RULE = "/static/<digest>/<path:name>"

_KINDS = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2"}
# Letters of the phone come first; ours stand in where it has none.
_FONT_SHEET = (
    '@font-face {{ font-family: "Own letters"; src: url("{address}") format("woff2"); font-display: swap; }}\n'
    'body {{ font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Own letters", sans-serif; }}\n'
)


def serve_assets(app: Flask) -> None:
    """Adds the address of the files and the template function `asset(name)`."""
    app.add_url_rule(RULE, "asset", _answer)
    app.context_processor(lambda: {"asset": asset})


def asset(name: str) -> str:
    """The address of a file; it changes with the content, so that the file may be kept for ever."""
    return url_for("asset", digest=_file(name)[1], name=name)


@cache
def _file(name: str) -> tuple[bytes, str]:
    """Content and digest. Only names that are in the folders now are ever opened."""
    content = _written(name) or _known()[name].read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:16]


def _known() -> dict[str, Path]:
    folders = (STATIC, FONTS) if FONTS.is_dir() else (STATIC,)
    return {path.name: path for folder in folders for path in folder.iterdir() if path.is_file()}


def _written(name: str) -> bytes | None:
    """What is no file but names files; None for everything else."""
    if name == MANIFEST:
        return json.dumps(_manifest(), ensure_ascii=False).encode()
    font = name.removesuffix(".css") + ".woff2"
    if name.endswith(".css") and name not in _known() and font in _known():
        return _FONT_SHEET.format(address=_beside(font)).encode()
    return None


def _manifest() -> dict[str, object]:
    """The portal on a phone's first screen: a name, a neutral icon, its first page, and no more than a tab."""
    drawn = {"icon.svg": "any", "icon-192.png": "192x192", "icon-512.png": "512x512"}
    icons = [{"src": _beside(name), "sizes": size, "type": _kind(name)} for name, size in drawn.items()]
    return {
        "name": "Ovillo",
        "short_name": "Ovillo",
        "start_url": "../../",
        "scope": "../../",
        "display": "browser",
        "background_color": "#fdfcf9",
        "theme_color": "#0b4f57",
        "icons": icons,
    }


def _beside(name: str) -> str:
    """The address of a file as another one of them writes it."""
    return f"../{_file(name)[1]}/{name}"


def _kind(name: str) -> str:
    return _KINDS.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _answer(digest: str, name: str) -> Response:
    try:
        content, current = _file(name)
    except KeyError:
        abort(404)
    if digest != current:
        abort(404)
    return Response(content, mimetype=_kind(name))
