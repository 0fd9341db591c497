"""Thousands of damaged sheets: each is read or refused with a code, and none takes more memory than the child has.

Some hundreds are tried with every change, ten thousand with what takes its time:
`python -m pytest tests/security/test_malformed_sheets.py`.
"""

import io
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
import pytest

from search.confined.confinement import run_confined
from search.confined.limits import Limits
from search.confined.tasks import TASKS, Task
from search.errors import ConfinedFailed
from search.sheets.sheet_limits import CHILD_MEMORY_BYTES
from tests.search.sheets.layout_files import NAMES, content, delimited, load, workbook
from tests.search.sheets.test_open_document import HEADER, document, number, row, text

# A damaged file may end the child that looks at it; who sent it is told then that it cannot be read.
ENDED = "child ended"
CODES = {
    "",
    ENDED,
    "archive_too_large",
    "calendar",
    "cell_too_long",
    "code",
    "empty_file",
    "encrypted",
    "geojson",
    "html_page",
    "json",
    "letter",
    "mail",
    "no_rows",
    "not_a_sheet",
    "one_column",
    "pfif",
    "too_many_columns",
    "too_many_rows",
    "unreadable_text",
    "unreadable_workbook",
    "vcard",
    "xml",
}
A_CHILD = 250
LIMIT_MEGABYTES = 512
Damage = Callable[[random.Random, bytes], bytes]


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that is given many files at once, behind the locks that are round the one of the portals."""
    where = Task("tests.search.sheets.many_sheets", "many_answers", prepare="prepare")
    monkeypatch.setitem(TASKS, "sheet", where)


def test_the_child_has_half_a_gigabyte() -> None:
    assert CHILD_MEMORY_BYTES <= LIMIT_MEGABYTES * 1024 * 1024


def test_some_hundred_damaged_sheets_are_read_or_refused() -> None:
    outcomes, most = codes(list(damaged(300, seed=1)))
    assert set(outcomes) <= CODES
    assert outcomes[ENDED] <= 1
    assert outcomes[""] > 30
    assert outcomes["unreadable_workbook"] > 20
    assert most < LIMIT_MEGABYTES


@pytest.mark.slow
@pytest.mark.measurement
def test_ten_thousand_damaged_sheets_are_read_or_refused() -> None:
    outcomes, most = codes(list(damaged(10_000, seed=2)))
    assert outcomes.total() == 10_000
    assert set(outcomes) <= CODES
    assert outcomes[ENDED] <= 20
    assert most < LIMIT_MEGABYTES


def codes(contents: list[bytes]) -> tuple[Counter[str], int]:
    """How often each code was answered, and the most megabytes that a child held."""
    counted: Counter[str] = Counter()
    most = 0
    for start in range(0, len(contents), A_CHILD):
        answers, held = answered(contents[start : start + A_CHILD])
        counted.update(answers)
        most = max(most, held)
    return counted, most


def answered(contents: list[bytes]) -> tuple[list[str], int]:
    """The code of each file; where the child ended, its files are looked at again in ever smaller parts."""
    limits = Limits(memory_bytes=CHILD_MEMORY_BYTES, cpu_seconds=120, wall_seconds=400)
    try:
        *codes, held = msgspec.msgpack.decode(
            run_confined("sheet", msgspec.msgpack.encode(contents), limits), type=list[str]
        )
    except ConfinedFailed:
        if len(contents) == 1:
            return [ENDED], 0
        middle = len(contents) // 2
        first, second = answered(contents[:middle]), answered(contents[middle:])
        return first[0] + second[0], max(first[1], second[1])
    return codes, int(held) // 1024


def damaged(count: int, *, seed: int) -> Iterator[bytes]:
    """Small valid files of every kind, each damaged in one to four ways."""
    rng = random.Random(seed)  # noqa: S311 - damage is to be repeatable, not secret
    whole = _whole()
    for _ in range(count):
        made = rng.choice(whole)
        for damage in rng.choices(DAMAGES, k=rng.randint(1, 4)):
            made = damage(rng, made) or b"x"
        yield made


def _whole() -> list[bytes]:
    rows = [["Folio", "Nombre", "Sexo", "Edad"], ["1", "Ana Prueba", "F", "24"], ["2", "Luis Ejemplo", "M", "31"]]
    again = [rows[0], ["3", "Eva Modelo", "F", "41"], ["4", "Leo Ensayo", "M", "50"]]
    page = "".join("<tr>" + "".join(f"<td rowspan=2>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    books = [
        workbook({"A": rows, "B": again}, {"A": "D2:D3"}),
        workbook({"A": [[1, {"date": "2021-03-04"}, "x"], *rows]}),
        document(HEADER + row(number(42, "00042"), text("Ana Prueba"), text("Reynosa"))),
    ]
    texts = [
        f"<html><table>{page}</table></html>".encode(),
        b'<?xml version="1.0"?><Workbook><Row><Cell ss:Index="2">A</Cell><Cell ss:MergeDown="3">B</Cell></Row>',
        b'[{"name": "Ana Prueba", "age": 24}, {"name": "Luis Ejemplo"}]',
        b"From: a@example.org\nTo: b@example.org\nSubject: list\n\nAna Prueba, 24\n",
        b"BEGIN:VCARD\nFN:Ana Prueba\nEND:VCARD\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "Workbook".encode("utf-16-le") + bytes(3000),
        *(delimited(rows, separator, encoding) for separator in ",;\t|" for encoding in ("utf-8", "utf-16", "cp1252")),
        'No,Name,Notes\n1,"Ana ""Prueba",x\n2,"Luis\nEjemplo",y\n3,Eva &amp; Leo,JosÃ©\n'.encode(),
    ]
    # Workbooks are a third of all, for most of what can go wrong goes wrong there.
    return [*(books * 4), *texts, *(content(load(name)) for name in NAMES[::4])]


def _flip_bytes(rng: random.Random, made: bytes) -> bytes:
    flipped = bytearray(made)
    for _ in range(rng.randint(1, 8)):
        flipped[rng.randrange(len(flipped))] = rng.randrange(256)
    return bytes(flipped)


def _cut_off(rng: random.Random, made: bytes) -> bytes:
    return made[: rng.randrange(len(made))]


def _cut_out(rng: random.Random, made: bytes) -> bytes:
    start = rng.randrange(len(made))
    return made[:start] + made[start + rng.randint(1, 80) :]


def _repeat(rng: random.Random, made: bytes) -> bytes:
    start = rng.randrange(len(made))
    return made[:start] + made[start : start + rng.randint(1, 200)] * rng.randint(2, 40) + made[start:]


def _signs(rng: random.Random, made: bytes) -> bytes:
    """Signs that divide, quote or open something, anywhere."""
    start = rng.randrange(len(made))
    sign = rng.choice(
        [b'"', b'""', b",", b";;;;", b"\x00", b"<!--", b"</td>", b"&#x0;", b"\xff\xfe", b"\n" * 50, b"{[" * 50]
    )
    return made[:start] + sign + made[start:]


def _inside(rng: random.Random, made: bytes) -> bytes:
    """A file of an archive is damaged, renamed or left out; any other file in one of the ways above."""
    try:
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 - what was damaged before is no archive any more, in whatever way
        return _cut_out(rng, made)
    out = io.BytesIO()
    hit = rng.choice(sorted(files))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            way = rng.choice(_WAYS) if name == hit else ""
            if way != "leave out":
                archive.writestr(f"x{name}" if way == "rename" else name, _damaged(rng, data, way))
    return out.getvalue()


_WAYS = ("leave out", "rename", "numbers", "bytes", "cut", "repeat")


def _damaged(rng: random.Random, data: bytes, way: str) -> bytes:
    if way == "numbers":
        # Places, sizes and counts of a worksheet, far out of what it holds.
        digits = [at for at, byte in enumerate(data) if chr(byte).isdigit()]
        for at in rng.sample(digits, min(len(digits), 6)):
            data = data[:at] + rng.choice([b"9999999", b"0", b"1048576", b"-1"]) + data[at + 1 :]
        return data
    ways: dict[str, Damage] = {"bytes": _flip_bytes, "cut": _cut_off, "repeat": _repeat}
    return ways[way](rng, data) if way in ways and data else data


DAMAGES: tuple[Damage, ...] = (_flip_bytes, _cut_off, _cut_out, _repeat, _signs, _inside, _inside)
