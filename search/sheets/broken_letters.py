"""Letters that went wrong on their way: a text decoded twice, entities of HTML, signs that nobody sees.

What is undone here is undone before cells are read, in headers and cells alike. A text that was decoded by a wrong
code page is mended only where the file gives enough of it away, and then only the letters that are broken.
"""

import html
import re
import unicodedata
from functools import lru_cache

# Of UTF-8 read as one of these, in order of preference.
_PAGES = ("cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "mac_roman", "cp850", "cp437")
# Where both bytes of a pair are letters, more pairs are needed: words have such letters side by side too.
_ENOUGH = {"cp1252": 1, "cp1250": 3, "cp1251": 6, "cp1253": 6}
_ENOUGH_OTHERWISE = 2
_TIMES = 3
# An unseen sign that joins letters (U+200C, U+200D) is spelling in Persian and in Indian scripts, and stays.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
# A sign that would divide cells waits out of the way (in a plane for private use) until cells are divided.
_ASIDE = 0xF0000
_BACK = {_ASIDE + code: chr(code) for code in range(0x80)}


def mended_text(text: str) -> str:
    """A whole text file before its cells are divided; no sign that divides cells comes out of it."""
    if "&" in text:
        text = _ENTITY.sub(_letter_alone, text)
    # First, for the second byte of some letters is an unseen sign (U+00AD) where it was mistaken for text.
    text = _decoded_again(text)
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def mended_rows(rows: list[list[str]]) -> None:
    """The cells of one worksheet, in place."""
    cells = {cell for row in rows for cell in row if cell and (not cell.isascii() or "&" in cell)}
    page = _page_of("\n".join(cells))
    changed = {cell: mended for cell in cells if (mended := _mended_cell(cell, page)) != cell}
    if not changed:
        return
    for row in rows:
        for at, cell in enumerate(row):
            if cell in changed:
                row[at] = changed[cell]


def _mended_cell(cell: str, page: str) -> str:
    text = cell.translate(_BACK)
    # Twice: an export escapes what was escaped already.
    for _time in range(2 if "&" in text else 0):
        text = _ENTITY.sub(_any_sign, text)
    for _time in range(_TIMES if page else 0):
        text = _undone(text, page)
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).strip()


def _letter_alone(found: re.Match[str]) -> str:
    """One letter or sign; a quotation mark or a comma would divide cells that belong together, and is set aside."""
    sign = html.unescape(found[0])
    if len(sign) != 1 or not (sign.isprintable() or sign == "\xa0"):
        return found[0]
    return sign if sign > "\x7f" else chr(_ASIDE + ord(sign))


def _any_sign(found: re.Match[str]) -> str:
    sign = html.unescape(found[0])
    return sign if sign.isprintable() or sign.isspace() else found[0]


def _decoded_again(text: str) -> str:
    for _time in range(_TIMES):
        page = _page_of(text)
        if not page:
            break
        text = _undone(text, page)
    return text


def _page_of(text: str) -> str:
    """The code page by which UTF-8 was mistaken for text, or "" where nothing, or not enough, speaks for one."""
    if text.isascii():
        return ""
    best, most = "", 0
    for page in _PAGES:
        found = _broken(page).findall(text)
        letters = sum(1 for run in found for c in _repaired(run, page) if c.isalpha())
        if letters >= _ENOUGH.get(page, _ENOUGH_OTHERWISE) and letters > most and _explains(text, page, len(found)):
            best, most = page, letters
    return best


def _explains(text: str, page: str, found: int) -> bool:
    """Whether nearly all letters of the page that begin a pair are pairs; real words have others too."""
    if page == "cp1252":
        return True
    begins = sum(1 for c in text if 0xC2 <= _bytes_of(page).get(c, 0) <= 0xF4)
    pairs = sum(len(_repaired(run, page)) for run in _broken(page).findall(text))
    return found > 0 and pairs >= 0.9 * begins


def _undone(text: str, page: str) -> str:
    return _broken(page).sub(lambda run: _repaired(run[0], page), text)


def _repaired(run: str, page: str) -> str:
    table = _bytes_of(page)
    try:
        return bytes(table[c] for c in run).decode("utf-8")
    except UnicodeDecodeError:
        return run


@lru_cache(maxsize=len(_PAGES))
def _bytes_of(page: str) -> dict[str, int]:
    """Which byte each sign stood for; a byte that the page has no sign for is the control character of its number."""
    signs = {bytes([byte]).decode(page, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
    # Programs that say Windows-1252 and mean ISO 8859-1 leave the control characters.
    return {chr(byte): byte for byte in range(0x80, 0xA0)} | signs if page == "cp1252" else signs


@lru_cache(maxsize=len(_PAGES))
def _broken(page: str) -> re.Pattern[str]:
    """Runs of two, three or four signs that are the bytes of one letter in UTF-8."""
    table = _bytes_of(page)

    def signs(low: int, high: int) -> str:
        return "[" + "".join(re.escape(c) for c, byte in table.items() if low <= byte <= high) + "]"

    follows = signs(0x80, 0xBF)
    one = f"{signs(0xC2, 0xDF)}{follows}|{signs(0xE0, 0xEF)}{follows}{{2}}|{signs(0xF0, 0xF4)}{follows}{{3}}"
    return re.compile(f"(?:{one})+")
