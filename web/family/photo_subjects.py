"""What a photo is of where somebody comes to it from a mark, a thing or a paper of the search.

The words of the entry are read on the server: an address that stays in the history of a phone says its number alone.
"""

from collections.abc import Mapping

from flask import request, url_for

from search.fields import FieldRow
from search.fields.table import catalogue
from search.vocabulary import PhotoKind
from web.family.course import Course, opened
from web.family.draft_reading import standing
from web.fields.typed import text

_SHOWS: Mapping[str, PhotoKind] = {
    "description.marks": PhotoKind.MARK,
    "description.effects": PhotoKind.BELONGINGS,
    "identifiers.documents": PhotoKind.PAPER,
}


def photo_address(course: Course, row: FieldRow, number: int) -> str:
    """Where a photo of an entry is added; empty where there is none of it, or no search yet that could keep one."""
    return url_for("photos.show", of=row.page, number=number) if row.path in _SHOWS and course.save is not None else ""


def described(course: Course) -> dict[str, str]:
    """What is said of a photo beforehand by whoever pressed "add a photo" beside an entry; nothing else is chosen."""
    row = next((catalogue()[path] for path in _SHOWS if catalogue()[path].page == request.args.get("of")), None)
    if row is None:
        return {}
    draft, base = opened(course, row)
    parts = standing(row, base, draft).get(request.args.get("number", ""))
    if parts is None:
        return {}
    return {"kind": _SHOWS[row.path].value, "words": text(parts.get(f"{row.path}.words", {}))}
