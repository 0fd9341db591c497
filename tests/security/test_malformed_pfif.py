"""Damaged files of registries: each is read or refused with a code, and what is read can be stored.

A few hundred are tried with every change, ten thousand with what takes its time.
"""

import random
import time
from collections import Counter
from collections.abc import Callable

import msgspec
import pytest

from search.confined.confinement import run_confined
from search.confined.limits import Limits
from search.errors import SheetError
from search.files.pfif_answer import PfifAnswer
from search.files.pfif_outcomes import outcomes_of
from search.files.pfif_reading import read_pfif
from search.filing.coarse_places import coarse_for_people
from search.sheets.sheet_limits import CHILD_MEMORY_BYTES, MAX_BYTES
from tests.search.files.pfif_files import HOME, document, note, person, question

CODES = {"", "xml_doctype", "xml_too_deep", "xml_broken", "pfif_too_many", "not_pfif"}
WHOLE = document(
    person(
        note(1, status="believed_alive", last_known_location="19.1 -71.9", text="seen"),
        note(2, found="true", phone_of_found_person="+52 962 345 6789"),
        sex="female",
        date_of_birth="1990-05",
        age="20-30",
        description="height: 160 cm\nmarks: scar on the left hand",
        home_country="SV",
        expiry_date="2027-01-01T00:00:00Z",
    ),
    person(note(3, status="believed_missing"), person_record_id=f"{HOME}/p.2"),
    note(4, person_record_id=f"{HOME}/p.9", text="seen"),
)
SPOILT = (b"<", b">", b"&", b"\x00", b"\xff", b"]]>", b"<!--", b"<![CDATA[", b"xmlns:pfif='x'", b"&#0;", b"&#x110000;")


def damaged(chance: random.Random) -> bytes:
    """The file with a few bytes cut out, doubled, replaced, or put in."""
    content = bytearray(WHOLE)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(content)), chance.randint(1, 60)
        change = chance.choice(("cut", "double", "spoil", "end", "digits"))
        if change == "cut":
            del content[at : at + length]
        elif change == "double":
            content[at:at] = content[at : at + length]
        elif change == "spoil":
            content[at:at] = chance.choice(SPOILT)
        elif change == "digits":
            content[at : at + 4] = b"9" * chance.randint(1, 400)
        else:
            del content[max(at, 60) :]
    return bytes(content)


def outcome(content: bytes) -> str:
    """The code of a file, "" where it is read; what is read is in the form in which it is stored."""
    try:
        read = outcomes_of(read_pfif(content), question(domains=(HOME,)))
    except SheetError as error:
        return error.code
    msgspec.msgpack.encode(read)
    for row in (*read.rows, *read.loose):
        coarse_for_people(row.report)
    return ""


@pytest.mark.parametrize(
    "many", [300, pytest.param(10_000, marks=[pytest.mark.slow, pytest.mark.measurement])], ids=["some", "many"]
)
def test_damaged_files_are_read_or_refused(many: int) -> None:
    chance = random.Random(many)  # noqa: S311 - damage that can be done again, no secret
    outcomes = Counter(outcome(damaged(chance)) for _ in range(many))
    assert set(outcomes) <= CODES
    assert outcomes[""] > 0
    assert outcomes["xml_broken"] > 0


LARGE: dict[str, Callable[[], bytes]] = {
    "deep": lambda: b"<pfif>" + b"<a>" * 6_000_000,
    "one field": lambda: b"<pfif><person><full_name>" + b"a" * (MAX_BYTES - 100) + b"</full_name></person></pfif>",
    "one attribute": lambda: b"<pfif a='" + b"a" * (MAX_BYTES - 100) + b"'><person/></pfif>",
    "attributes": lambda: b"<pfif " + b" ".join(b"a%d='1'" % at for at in range(900_000)) + b"><person/></pfif>",
    "namespaces": lambda: b"<pfif>" + b"<a xmlns:b='c'></a>" * 900_000 + b"<person/></pfif>",
    "elements": lambda: b"<pfif>" + b"<a/>" * 4_000_000 + b"<person/></pfif>",
    "comment": lambda: b"<pfif><!--" + b"-a" * 9_000_000 + b"--><person/></pfif>",
    "records": lambda: b"<pfif>" + b"<person/>" * 2_000_000 + b"</pfif>",
    "entities": lambda: b"<!DOCTYPE a [" + b"<!ENTITY a 'aaaaaaaaaa'>" * 700_000 + b"]><pfif/>",
}


@pytest.mark.slow
@pytest.mark.measurement
@pytest.mark.parametrize("named", list(LARGE))
def test_the_largest_files_keep_to_the_memory_and_time_of_a_sheet(named: str) -> None:
    content = LARGE[named]()
    assert len(content) <= MAX_BYTES
    limits = Limits(memory_bytes=CHILD_MEMORY_BYTES, cpu_seconds=90, wall_seconds=270, input_bytes=MAX_BYTES + 65_536)
    begun = time.monotonic()
    output = run_confined("pfif", msgspec.msgpack.encode(question(content=content)), limits)
    answer = msgspec.msgpack.decode(output, type=PfifAnswer)
    assert answer.reading is not None or answer.code in CODES
    assert time.monotonic() - begun < 90
