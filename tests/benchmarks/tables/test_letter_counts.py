"""Letters are learnt from the true pairs of the training part alone, always alike, into a file the engine reads."""

import datetime
from pathlib import Path

import pytest

from benchmarks.tables.letter_counts import FILES, counts_as_text, learn_sounds
from matching.names.shipped_weights import read_counts
from search.errors import Refused
from search.evaluation.labelled_pairs import Part, is_training
from tests.search.evaluation.names_folder import (
    CYRILLIC_GIVEN,
    CYRILLIC_SURNAMES,
    Row,
    pair,
    write_names_folder,
    write_pairs,
)

TODAY = datetime.date(2025, 6, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny folder with enough pairs in either part."""
    write_names_folder(tmp_path)
    write_pairs(tmp_path, "token_pairs", _tokens())
    return tmp_path


def _tokens() -> list[Row]:
    """Each invented part for several persons."""
    parts = CYRILLIC_GIVEN | CYRILLIC_SURNAMES
    return [
        pair(one, other, "1", script="CYRILLIC-tok", entity=f"i:{one}{number}")
        for one, other in parts.items()
        for number in range(8)
    ]


def test_the_file_is_what_the_engine_reads(folder: Path) -> None:
    learnt = learn_sounds(folder, Part.TRAINING, TODAY)
    read = read_counts(counts_as_text(learnt).encode())
    assert read == learnt
    assert read.version == "1:2025-06-21"
    assert read.made == {
        "date": "2025-06-21",
        "data": "names, training part",
        "command": "ovillo tables sounds FOLDER FILE --part training",
    }
    assert {"arabic", "latin"} <= set(read.counts)


def test_two_runs_write_the_same_but_for_the_date(folder: Path) -> None:
    first, second = (counts_as_text(learn_sounds(folder, Part.TRAINING, TODAY)) for _ in range(2))
    assert first == second
    later = counts_as_text(learn_sounds(folder, Part.TRAINING, TODAY + datetime.timedelta(days=1)))
    assert later.replace("2025-06-22", "2025-06-21") == first


def test_every_letter_of_a_first_side_has_a_line(folder: Path) -> None:
    learnt = learn_sounds(folder, Part.TRAINING, TODAY)
    lines = counts_as_text(learnt).splitlines()
    rows = sum(len(letters) for letters in learnt.counts.values())
    # A line to open and one to close for each way of writing, for all of them and for the file, besides two of heads.
    assert len(lines) == rows + 2 * len(learnt.counts) + 2 + 2 + 2
    assert max(map(len, lines)) < 5_000


def test_what_is_held_back_teaches_nothing(folder: Path) -> None:
    before = learn_sounds(folder, Part.TRAINING, TODAY).counts
    held_back = [f"i:{number}" for number in range(99) if not is_training(f"i:{number}")]
    strange = [pair("Торвен", "Zyxwq", "1", script="CYRILLIC-tok", entity=entity) for entity in held_back]
    assert len(strange) > 10
    write_pairs(folder, "token_pairs", [*_tokens(), *strange])
    assert learn_sounds(folder, Part.TRAINING, TODAY).counts == before
    assert learn_sounds(folder, Part.ALL, TODAY).made["data"] == "names, all"


def test_untrue_pairs_and_those_of_a_benchmark_teach_nothing(folder: Path) -> None:
    before = learn_sounds(folder, Part.ALL, TODAY).counts
    benchmark = list(pair("Торвен", "Zyxwq", "1"))
    benchmark[6] = "NAMEBENCH"
    write_pairs(folder, "token_pairs", [*_tokens(), pair("Торвен", "Zyxwq", "0"), benchmark])
    assert learn_sounds(folder, Part.ALL, TODAY).counts == before


@pytest.mark.parametrize("missing", FILES)
def test_a_folder_that_lacks_a_file_is_refused_by_that_file_s_name(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(Refused, match=f"file_missing name={missing}"):
        learn_sounds(folder, Part.TRAINING, TODAY)


def test_too_few_pairs_are_refused_with_how_many_there_were(folder: Path) -> None:
    for name in FILES:
        write_pairs(folder, name.removesuffix(".tsv.gz"), [pair("Торвен", "Torven", "1")])
    with pytest.raises(Refused, match=r"too_few_true_pairs pairs=4$"):
        learn_sounds(folder, Part.ALL, TODAY)
