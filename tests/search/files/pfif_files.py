"""PFIF documents of invented people, and what becomes of them, for the tests of the reader."""

import datetime
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from search.files.pfif_outcomes import outcomes_of
from search.files.pfif_question import PfifQuestion, PfifReading
from search.files.pfif_reading import read_pfif
from search.vocabulary import OrganisationKind

NOW = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)
HOME = "registro.invented"
ANA = {"person_record_id": f"{HOME}/p.1", "full_name": "Ana Prueba Inventada"}


def element(name: str, fields: Mapping[str, str], *inner: str) -> str:
    """A record as an element."""
    said = "".join(f"<pfif:{key}>{escape(value)}</pfif:{key}>" for key, value in fields.items())
    return f"<pfif:{name}>{said}{''.join(inner)}</pfif:{name}>"


def note(number: int = 1, **fields: str) -> str:
    """A note about a person."""
    return element("note", {"note_record_id": f"{HOME}/n.{number}", "source_date": "2026-01-02T00:00:00Z"} | fields)


def person(*notes: str, **fields: str) -> str:
    """A person with notes."""
    return element("person", ANA | fields, *notes)


def document(*records: str, version: str = "1.4") -> bytes:
    """A document of these records."""
    space = f'xmlns:pfif="http://zesty.ca/pfif/{version}"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<pfif:pfif {space}>{"".join(records)}</pfif:pfif>'.encode()


def question(**changes: Any) -> PfifQuestion:
    """What is asked of a file of a humanitarian organisation that may send searches."""
    known: dict[str, Any] = {
        "filename": "export.xml",
        "content": b"",
        "now": NOW,
        "organisation": OrganisationKind.HUMANITARIAN,
        "may_search": True,
    }
    return PfifQuestion(**(known | changes))


def reading(*records: str, version: str = "1.4", **changes: Any) -> PfifReading:
    """What becomes of these records."""
    return outcomes_of(read_pfif(document(*records, version=version)), question(**changes))


def reasons(read: PfifReading) -> list[tuple[int, str, str]]:
    """What was refused: place, field and reason."""
    return [(one.number, one.column, one.code) for one in read.refused]
