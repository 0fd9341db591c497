"""A request is written as another registry would hand it over, and read back as it was told."""

import json
from dataclasses import replace
from typing import TypeVar

from benchmarks.invented.family_account import told
from benchmarks.invented.invented_registry import Account
from benchmarks.invented.search_request_lines import request_line
from matching.record import AgeRange, HeightRange, PartialDate, PhoneRole
from search.documents.engine_view import sought_view
from search.files.request_lines import RequestRead, read_requests
from tests.benchmarks.invented.chance import chance
from tests.benchmarks.invented.crowd import invented_people
from tests.search.scene import NOW

Range = TypeVar("Range", AgeRange, HeightRange)
RNG = chance(2)
ACCOUNTS = [Account(number, person, told(person, RNG)) for number, person in enumerate(invented_people(60))]
LINES = [request_line(account, f"R-{account.number}", RNG) for account in ACCOUNTS]


def test_every_line_is_read_and_tells_what_the_family_told() -> None:
    read = list(read_requests([line.encode() for line in LINES], today=NOW.date()))
    assert len(read) == len(ACCOUNTS)
    for account, one in zip(ACCOUNTS, read, strict=True):
        assert isinstance(one, RequestRead)
        assert one.command.earlier_reference == f"R-{account.number}"
        view = sought_view(one.command.sought, one.command.identifiers)
        assert view.names == account.record.names
        assert (view.sex, plain(view.age)) == (account.record.sex, account.record.age)
        assert holds(view.birth, account.record.birth)
        assert view.companions == account.record.companions
        assert plain(view.height) == account.record.height
        assert {mark.kind for mark in view.marks} == {mark.kind for mark in account.record.marks}


def plain(read: Range | None) -> Range | None:
    """What was read, without the words in which it was written."""
    return replace(read, written="") if read else None


def holds(read: PartialDate | None, told: PartialDate | None) -> bool:
    """Whether a birth is read as told, or wider: a first of January is read as a year."""
    if read is None or told is None:
        return read is told
    return read.earliest <= told.earliest and told.latest <= read.latest and read.earliest.year == read.latest.year


def test_what_was_not_told_is_left_out_of_the_line() -> None:
    for line in LINES:
        sought = json.loads(line)["sought"]
        assert [key for key, value in sought.items() if value in (None, "", [], {})] == []


def test_whose_a_phone_is_decides_where_it_stands() -> None:
    for account, line in zip(ACCOUNTS, LINES, strict=True):
        numbers = {role: [one.number for one in account.record.phones if one.role is role] for role in PhoneRole}
        said = json.loads(line)
        assert said["enquirer"]["phones"] == numbers[PhoneRole.ENQUIRER]
        assert said["sought"].get("phones", []) == numbers[PhoneRole.SOUGHT]


def test_a_line_is_in_the_letters_of_the_family() -> None:
    assert any(not line.isascii() for line in LINES)
    assert [line for line in LINES if "\\u" in line or "\n" in line] == []
