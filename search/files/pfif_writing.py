"""Records as PFIF 1.1 to 1.4 writes them, alone or in an Atom feed (RFC 4287). UTF-8, fields in the order of 1.4."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from search.files.pfif_fields import NOTE_FIELDS, PERSON_FIELDS, VERSIONS, PfifRecord, written_moment

# What XML 1.0 cannot hold, even escaped.
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Which version brought a field, and what an earlier one calls it, "" where it has none.
_SINCE = {
    "expiry_date": "1.3",
    "full_name": "1.3",
    "alternate_names": "1.4",
    "sex": "1.2",
    "date_of_birth": "1.2",
    "age": "1.2",
    "home_country": "1.2",
    "profile_urls": "1.4",
    "person_record_id": "1.2",
    "linked_person_record_id": "1.2",
    "status": "1.2",
}
_BEFORE = {
    "given_name": ("1.4", "first_name"),
    "family_name": ("1.4", "last_name"),
    "description": ("1.4", "other"),
    "author_made_contact": ("1.4", "found"),
    "home_postal_code": ("1.2", "home_zip"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What stands above the entries: the address of this page, of the next one or "", and whose feed it is."""

    address: str
    following: str
    title: str
    updated: datetime.datetime


def pfif_document(persons: Iterable[PfifRecord], version: str = VERSIONS[-1]) -> bytes:
    """Persons, each with its notes, as a document."""
    records = "".join(_record("person", one, version) for one in persons)
    return f'{_HEAD}<pfif:pfif xmlns:pfif="{_space(version)}">\n{records}</pfif:pfif>\n'.encode()


def atom_feed(persons: Sequence[PfifRecord], head: FeedHead, version: str = VERSIONS[-1]) -> bytes:
    """Persons, each with its notes, as a page of a feed."""
    space = f'xmlns="http://www.w3.org/2005/Atom" xmlns:pfif="{_space(version)}"'
    links = f'<link rel="self" href={quoteattr(head.address)}/>\n'
    if head.following:
        links += f'<link rel="next" href={quoteattr(head.following)}/>\n'
    entries = "".join(_entry(one, head, version) for one in persons)
    told = (
        _element("id", head.address) + _element("title", head.title) + _element("updated", written_moment(head.updated))
    )
    return f"{_HEAD}<feed {space}>\n{told}{links}{entries}</feed>\n".encode()


def _entry(person: PfifRecord, head: FeedHead, version: str) -> str:
    title = person.lines("full_name")[0] if person.lines("full_name") else person.get("person_record_id")
    author = _element("name", person.get("author_name") or head.title).rstrip()
    return (
        "<entry>\n"
        + _record("person", person, version)
        + _element("id", f"pfif:{person.get('person_record_id')}")
        + _element("title", title)
        + f"<author>{author}</author>\n"
        + _element("updated", person.get("entry_date"))
        + f"<source>{_element('title', head.title).rstrip()}</source>\n"
        + _element("content", title)
        + "</entry>\n"
    )


def _record(kind: str, record: PfifRecord, version: str) -> str:
    names = PERSON_FIELDS if kind == "person" else NOTE_FIELDS
    fields = "".join(
        _element(f"pfif:{_name(name, kind, version)}", _value(name, record, version))
        for name in names
        if record.get(name) and _name(name, kind, version)
    )
    notes = "".join(_record("note", note, version) for note in record.notes)
    return f"<pfif:{kind}>\n{fields}{notes}</pfif:{kind}>\n"


def _name(name: str, kind: str, version: str) -> str:
    """What a version calls a field; "" where it has none."""
    if name == "photo_url" and kind == "note":
        return name if version >= "1.4" else ""
    if name == "person_record_id" and kind == "person":
        return name
    since, earlier = _BEFORE.get(name, (_SINCE.get(name, VERSIONS[0]), ""))
    return name if version >= since else earlier


def _value(name: str, record: PfifRecord, version: str) -> str:
    if name == "description" and version < "1.4":
        return "description:\n" + "\n".join(f"    {line}" for line in record.get(name).splitlines())
    return record.get(name)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_NO_XML.sub('', text))}</{name}>\n"


def _space(version: str) -> str:
    return f"http://zesty.ca/pfif/{version}"
