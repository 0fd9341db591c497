"""A file of part frequencies holds sounds and numbers, is its owner's, and is used whole or not at all."""

import json
import stat
from pathlib import Path

import pytest

from matching.names.name_comparison import prepare
from search.errors import Refused
from search.records.part_frequency_file import read_frequencies, sounds_of, write_frequencies

NAME = "Qorvandil Zubmertak"
MADE: dict[str, str | int] = {"date": "2026-03-01", "records": 300}


def test_what_is_written_is_read_again_in_two_digits(tmp_path: Path) -> None:
    path = tmp_path / "parts.json"
    write_frequencies(path, {"tisfai": 123_456.7, "mihari": 47.4, "abibi": 3.14}, MADE)
    assert read_frequencies(path) == {"tisfai": 120_000, "mihari": 47, "abibi": 3.1}


def test_the_file_says_how_it_was_made_and_lists_the_commonest_first(tmp_path: Path) -> None:
    path = tmp_path / "parts.json"
    write_frequencies(path, {"abibi": 3.0, "tisfai": 120_000.0}, MADE)
    content = json.loads(path.read_text("utf-8"))
    assert content == {"version": 1, "made": MADE, "per_million": {"tisfai": 120_000, "abibi": 3}}
    assert list(content["per_million"]) == ["tisfai", "abibi"]


def test_the_file_is_its_owner_s_also_where_everybody_could_read_one_before(tmp_path: Path) -> None:
    path = tmp_path / "parts.json"
    path.write_text("an older one", "utf-8")
    path.chmod(0o644)
    write_frequencies(path, {"tisfai": 5.0}, MADE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        '{"version": 1}',
        '{"version": 2, "made": {}, "per_million": {"tisfai": 5}}',
        '{"version": 1, "made": {}, "per_million": {"tisfai": "5"}}',
        '{"version": 1, "made": {}, "per_million": {"tisfai": 0}}',
        '{"version": 1, "made": {}, "per_million": {"tisfai": NaN}}',
        '{"version": 1, "made": {}, "per_million": {"tisfai": 1000001}}',
        '{"version": 1, "made": {}, "per_million": {"": 5}}',
        '{"version": 1, "made": {}, "per_million": {"Tesfaye": 5}}',
        '{"version": 1, "made": {}, "per_million": {"tisfai": 5}',
    ],
)
def test_another_file_is_refused_without_being_repeated(tmp_path: Path, text: str) -> None:
    path = tmp_path / "parts.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused) as caught:
        read_frequencies(path)
    assert str(caught.value) == "part_frequencies_unreadable name=parts.json"


def test_a_file_that_is_missing_or_no_text_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b'{"version": 1, "made": {}, "per_million": {"\xff\xfe": 5}}')
    for path in (tmp_path, tmp_path / "missing.json", tmp_path / "binary"):
        with pytest.raises(Refused, match="part_frequencies_unreadable"):
            read_frequencies(path)


def test_initials_and_what_is_no_name_are_not_counted() -> None:
    assert sounds_of(("T. Qorvandil", "1234", "")) == sounds_of(("Qorvandil",))
    assert len(sounds_of(("Qorvandil",))) == 1


def test_spellings_of_one_name_count_once_for_a_person() -> None:
    assert len(sounds_of(("Mohammed Qorvandil", "Mohammad Korvandil", "محمد"))) < 5
    assert sounds_of(("Yousef",)) == sounds_of(("Youssef", "Yusef"))


def test_rarity_is_looked_up_by_the_sounds_that_are_counted() -> None:
    for name in ("Juan Pérez Quintanilla", "محمد", "Нурбек Токтосунов", "김민수", "ተስፋለም"):
        sounds = sounds_of((name,))
        assert len(sounds) == len(prepare(name).parts), name
