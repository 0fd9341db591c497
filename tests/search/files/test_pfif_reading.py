"""Documents and feeds are read whole or refused with a code; nothing that they hold takes more than its share."""

from collections.abc import Callable

import pytest

from search.errors import SheetError
from search.files import pfif_reading
from search.files.pfif_reading import MAX_DEPTH, MAX_FIELD_CHARS, PfifDocument, read_pfif
from tests.search.files.pfif_files import ANA, document, note, person

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:pfif="http://zesty.ca/pfif/1.2"><title>Registry</title>
<entry><id>pfif:registro.invented/p.1</id><title>Ana Prueba</title><author><name>Somebody</name></author>
<pfif:person><pfif:person_record_id>registro.invented/p.1</pfif:person_record_id>
<pfif:first_name>Ana</pfif:first_name><pfif:last_name>Prueba</pfif:last_name></pfif:person></entry>
<entry><pfif:note><pfif:note_record_id>registro.invented/n.1</pfif:note_record_id>
<pfif:person_record_id>registro.invented/p.1</pfif:person_record_id><pfif:found>true</pfif:found></pfif:note></entry>
</feed>"""
RSS = """<rss version="2.0" xmlns:p="http://zesty.ca/pfif/1.3"><channel><title>x</title><item><title>Ana</title>
<p:person><p:person_record_id>registro.invented/p.1</p:person_record_id><p:full_name>Ana Prueba</p:full_name>
</p:person></item></channel></rss>"""
BARE = "<person><person_record_id>registro.invented/p.1</person_record_id><full_name>Ana</full_name></person>"
DEFAULT = f'<pfif xmlns="http://zesty.ca/pfif/1.4">{BARE}</pfif>'
UNDECLARED = "<pfif:person><pfif:full_name>Ana</pfif:full_name></pfif:person>"


def only(document: PfifDocument) -> dict[str, str]:
    (one,) = document.persons
    return one.fields


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        (RSS, ("1.3",)),
        (BARE, ("",)),
        (DEFAULT, ("1.4",)),
        (UNDECLARED, ("",)),
        (document(person()).decode(), ("1.4",)),
    ],
    ids=["rss", "bare", "default namespace", "undeclared", "document"],
)
def test_persons_are_taken_wherever_they_stand(text: str, versions: tuple[str, ...]) -> None:
    found = read_pfif(text.encode())
    assert only(found)["full_name"].startswith("Ana")
    assert found.versions == versions


def test_a_feed_has_persons_and_notes_of_its_entries_and_nobody_else() -> None:
    found = read_pfif(ATOM.encode())
    assert only(found) == {
        "person_record_id": "registro.invented/p.1",
        "given_name": "Ana",
        "family_name": "Prueba",
    }
    assert [one.fields["author_made_contact"] for one in found.notes] == ["true"]


def test_blanks_round_a_field_go_and_lines_within_it_stay() -> None:
    found = only(read_pfif(document(person(home_city="  Tapachula\n   \n ", full_name=" Ana \n Anita "))))
    assert found["home_city"] == "Tapachula"
    assert found["full_name"] == "Ana \n Anita"


def test_elements_that_no_version_has_are_kept_by_their_name() -> None:
    (one,) = read_pfif(document(person(blood_group="O+"))).persons
    assert one.unknown == {"blood_group": "O+"}


def test_markup_within_a_field_is_read_as_its_text() -> None:
    text = document(person()).replace(b"Ana Prueba Inventada", b"Ana <b>Prueba</b>")
    assert only(read_pfif(text))["full_name"] == "Ana Prueba"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("iso-8859-1", "iso-8859-1"), ("utf-16", "utf-16"), ("windows-1252", "windows-1252")],
)
def test_every_encoding_that_is_declared_is_read(encoding: str, declared: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>{DEFAULT.replace("Ana", "Núñez")}'
    assert only(read_pfif(text.encode(encoding)))["full_name"] == "Núñez"


def test_latin_letters_of_windows_are_read_where_nothing_is_declared() -> None:
    assert only(read_pfif(DEFAULT.replace("Ana", "Núñez").encode("cp1252")))["full_name"] == "Núñez"


BOMB = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
)
REFUSED: dict[str, tuple[Callable[[], str], str]] = {
    "entity bomb": (lambda: f"{BOMB}]>{DEFAULT.replace('Ana', '&j;')}", "xml_doctype"),
    "outside entity": (
        lambda: f'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]>{DEFAULT.replace("Ana", "&x;")}',
        "xml_doctype",
    ),
    "outside type": (lambda: f'<!DOCTYPE p SYSTEM "http://registro.invented/p.dtd">{DEFAULT}', "xml_doctype"),
    "depth": (lambda: "<a>" * 200_000, "xml_too_deep"),
    "depth within a field": (lambda: DEFAULT.replace("Ana", "<b>" * 200_000), "xml_too_deep"),
    "cut off": (lambda: DEFAULT[:-20], "xml_broken"),
    "no letter of XML": (lambda: DEFAULT.replace("Ana", "A\x00na"), "xml_broken"),
    "unknown entity": (lambda: DEFAULT.replace("Ana", "&nbsp;"), "xml_broken"),
    "another format": (lambda: "<html><body><person>Ana</person></body></html>".replace("person", "p"), "not_pfif"),
    "no XML": (lambda: "Name;Age\nAna;20\n", "xml_broken"),
    "nothing": (lambda: "", "xml_broken"),
    "unknown encoding": (lambda: f'<?xml version="1.0" encoding="klingon"?>{DEFAULT}', "xml_broken"),
    "many elements": (lambda: DEFAULT.replace("<full_name>", "<x>1</x>" * 600 + "<full_name>"), "pfif_too_many"),
}


@pytest.mark.parametrize("named", list(REFUSED))
def test_what_cannot_be_read_as_a_whole_is_refused_by_a_code(named: str) -> None:
    make, code = REFUSED[named]
    with pytest.raises(SheetError) as refusal:
        read_pfif(make().encode())
    assert refusal.value.code == code


def test_the_place_of_what_is_broken_is_told() -> None:
    with pytest.raises(SheetError) as refusal:
        read_pfif(b"<pfif>\n<person>\n</pfif>")
    assert (refusal.value.code, refusal.value.params["line"]) == ("xml_broken", 3)


def test_a_namespace_holds_where_it_is_declared_and_no_longer() -> None:
    text = '<r><x xmlns:q="http://zesty.ca/pfif/1.4"><q:person><q:sex>male</q:sex></q:person></x><q:person/></r>'
    assert only(read_pfif(text.encode())) == {"sex": "male"}


def test_a_note_within_a_person_is_that_persons() -> None:
    (one,) = read_pfif(document(person(note(1, text="seen"), note(2)))).persons
    assert [inner.fields["note_record_id"][-3:] for inner in one.notes] == ["n.1", "n.2"]
    assert one.fields.keys() == ANA.keys()


def test_a_field_of_more_text_than_is_read_is_named_and_nothing_of_it_is_kept() -> None:
    (one,) = read_pfif(document(person(description="x" * (MAX_FIELD_CHARS + 1)))).persons
    assert one.too_long == ("description",)
    assert "description" not in one.fields


def test_there_is_a_most_number_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pfif_reading, "MAX_RECORDS", 5)
    with pytest.raises(SheetError, match="pfif_too_many"):
        read_pfif(document(person(note(1), note(2)), *(note(at) for at in range(3, 7))))


def test_no_real_document_is_as_deep_as_the_bound() -> None:
    assert MAX_DEPTH > 10
