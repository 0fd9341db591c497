"""The shipped table of part frequencies can be made anew by anybody who has the gallery."""

import gzip
from pathlib import Path

import pytest

from benchmarks.tables.part_frequencies import frequency_table
from search.errors import Refused
from search.records.part_frequency_file import sounds_of

# Ten bear the first name, and nine the second; the rest fill the gallery, two of them without a name.
NAMES = [*["Qorvandil Zubmertak"] * 9, '"Qorvandil ""Qo"" Fendrimo"', *["Mirvuseb"] * 290, "", "1234"]


def write(path: Path, names: list[str] = NAMES, heading: str = "gallery_id\tname") -> Path:
    text = heading + "\n" + "".join(f"g{number}\t{name}\n" for number, name in enumerate(names))
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


@pytest.mark.parametrize("name", ["gallery.tsv", "gallery.tsv.gz"])
def test_parts_with_at_least_ten_bearers_are_listed_the_commonest_first(tmp_path: Path, name: str) -> None:
    first, second, *rows = frequency_table(write(tmp_path / name), "the command").splitlines()
    (common,), (rare,) = sounds_of(("Mirvuseb",)), sounds_of(("Qorvandil",))
    assert rows == [f"{common}\t966667", f"{rare}\t33333"]
    assert (first[:2], second) == ("# ", "# Made by: the command")
    assert f"at least 10 bearers among 300 people of {name};" in first


def test_equally_common_sounds_come_by_their_letters(tmp_path: Path) -> None:
    rows = frequency_table(write(tmp_path / "g.tsv", ["Zubmertak Fendrimo Qorvandil"] * 200), "").splitlines()[2:]
    assert rows == sorted(rows)
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("heading", "content", "refused"),
    [
        ("gallery_id\tlabel", None, "column_missing column=name file=gallery.tsv"),
        ("", b"", "column_missing column=name file=gallery.tsv"),
        ("", b"gallery_id\tname\ng1\t\xff\xfe\n", "not_a_table file=gallery.tsv"),
        ("gallery_id\tname", None, "too_few_names people=1"),
    ],
)
def test_another_table_is_refused(tmp_path: Path, heading: str, content: bytes | None, refused: str) -> None:
    path = write(tmp_path / "gallery.tsv", ["Qorvandil"], heading)
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        frequency_table(path, "")
    assert str(caught.value) == refused


def test_what_is_only_called_a_packed_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gallery.tsv.gz"
    for content in (b"gallery_id\tname\n", write(tmp_path / "whole.tsv.gz").read_bytes()[:40]):
        path.write_bytes(content)
        with pytest.raises(Refused, match="not_a_table"):
            frequency_table(path, "")
