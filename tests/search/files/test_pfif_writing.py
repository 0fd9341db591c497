"""What is written is read again as it was, field by field and version by version."""

import datetime
from xml.etree import ElementTree

import pytest

from search.files.pfif_fields import NOTE_FIELDS, PERSON_FIELDS, VERSIONS, PfifRecord
from search.files.pfif_reading import read_pfif
from search.files.pfif_writing import FeedHead, atom_feed, pfif_document

WHEN = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
LINES = {"full_name", "alternate_names", "description", "profile_urls", "text"}
HEAD = FeedHead(address="https://a.invented/?skip=0&x=1", following="", title="a.invented", updated=WHEN)


def value(name: str) -> str:
    """A value with what XML has to escape, and a second line where the field has several."""
    return f'{name} <b> & "ü" حسين' + (f"\nsecond {name}" if name in LINES else "")


NOTE = PfifRecord({name: value(name) for name in NOTE_FIELDS})
PERSON = PfifRecord({name: value(name) for name in PERSON_FIELDS}, notes=(NOTE,))


@pytest.mark.parametrize("name", PERSON_FIELDS)
def test_each_field_of_a_person_comes_back_as_it_was(name: str) -> None:
    (read,) = read_pfif(pfif_document((PERSON,))).persons
    assert read.fields[name] == PERSON.fields[name]


@pytest.mark.parametrize("name", NOTE_FIELDS)
def test_each_field_of_a_note_comes_back_as_it_was(name: str) -> None:
    (read,) = read_pfif(pfif_document((PERSON,))).persons
    assert read.notes[0].fields[name] == NOTE.fields[name]


@pytest.mark.parametrize("version", VERSIONS)
def test_each_version_is_written_in_its_own_names_and_read_again(version: str) -> None:
    written = pfif_document((PERSON,), version)
    assert f"http://zesty.ca/pfif/{version}".encode() in written
    (read,) = read_pfif(written).persons
    assert (read.version, read.unknown, read.notes[0].unknown) == (version, {}, {})
    assert read.fields["given_name"] == PERSON.fields["given_name"]
    assert read.notes[0].fields["author_made_contact"] == NOTE.fields["author_made_contact"]
    assert (b"first_name" in written) is (version < "1.4")
    assert (b"home_zip" in written) is (version == "1.1")
    assert (b"full_name" in written) is (version >= "1.3")
    assert ("sex" in read.fields) is (version >= "1.2")


def test_a_feed_is_read_as_a_document_is() -> None:
    written = atom_feed((PERSON,), HEAD)
    (read,) = read_pfif(written).persons
    assert (read.fields, read.notes[0].fields) == (PERSON.fields, NOTE.fields)


def test_a_feed_has_what_atom_asks_for() -> None:
    root = ElementTree.fromstring(atom_feed((PERSON,), HEAD))  # noqa: S314 - written a line above
    atom = "{http://www.w3.org/2005/Atom}"
    for parent in (root, root.find(f"{atom}entry")):
        assert parent is not None
        assert all(parent.find(f"{atom}{name}") is not None for name in ("id", "title", "updated"))
    entry = root.find(f"{atom}entry")
    assert entry is not None
    assert entry.findtext(f"{atom}title") == 'full_name <b> & "ü" حسين'
    assert [link.get("href") for link in root.findall(f"{atom}link")] == [HEAD.address]


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    written = pfif_document((PfifRecord({"person_record_id": "a.invented/1", "full_name": "A\x00n\x0ba\ufffe\ud800"}),))
    assert read_pfif(written).persons[0].fields["full_name"] == "Ana"
