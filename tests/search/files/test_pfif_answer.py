"""A file is read in a child of its own, which answers or is ended; the parent loads no parser."""

import subprocess
import sys
from pathlib import Path

import pytest

from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.errors import SheetError
from search.files.pfif_answer import read_confined
from search.sheets.sheet_limits import MAX_BYTES
from tests.search.files.pfif_files import document, note, person, question


@pytest.fixture
def confinement(tmp_path: Path) -> Confinement:
    return Confinement(Slots(tmp_path / "places"))


def test_a_child_reads_a_file_and_answers_with_its_records(confinement: Confinement) -> None:
    records = person(note(status="believed_alive")), person(person_record_id="registro.invented/p.2")
    asked = question(content=document(*records))
    read = read_confined(confinement, asked)
    assert len(read.rows) == 1
    assert [one.code for one in read.doubts] == ["no_status"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<a>" * 200_000, "xml_too_deep"),
        (b'<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>', "xml_doctype"),
        (b"Name,Age\nAna,20\n", "xml_broken"),
    ],
    ids=["depth", "entities", "no XML"],
)
def test_the_child_says_what_is_wrong(confinement: Confinement, content: bytes, code: str) -> None:
    with pytest.raises(SheetError) as refusal:
        read_confined(confinement, question(content=content))
    assert refusal.value.code == code


def test_a_file_that_is_too_large_is_not_given_to_a_child(confinement: Confinement) -> None:
    with pytest.raises(SheetError, match="file_too_large"):
        read_confined(confinement, question(content=b" " * (MAX_BYTES + 1)))


def test_asking_loads_no_parser() -> None:
    program = "import sys, search.filing.importing_pfif; sys.exit('xml.parsers.expat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
