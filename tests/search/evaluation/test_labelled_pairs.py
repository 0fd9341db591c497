"""What is learnt from is never measured on, and a file that is not what it should be is refused by what it lacks."""

import gzip
from pathlib import Path

import pytest

from search.errors import Refused
from search.evaluation.labelled_pairs import Part, is_training, pair_paths, read_gallery, read_pairs, read_queries
from tests.search.evaluation.names_folder import PAIR_COLUMNS, pair, write_names_folder, write_pairs, write_table


def test_about_seven_persons_of_ten_are_learnt_from_and_always_the_same() -> None:
    drawn = [is_training(f"i:{number}") for number in range(1000)]
    assert 650 < sum(drawn) < 750
    assert drawn == [is_training(f"i:{number}") for number in range(1000)]
    # Written down, so that a change of the rule shows: what was learnt with another one would be measured on itself.
    assert [number for number in range(10) if not drawn[number]] == [0, 2, 4]


def test_a_made_up_relation_stays_with_the_person() -> None:
    assert all(is_training(f"i:{number}") == is_training(f"i:{number}#") for number in range(100))


def test_the_two_parts_share_nothing_and_make_up_everything(tmp_path: Path) -> None:
    folder = write_names_folder(tmp_path)
    for path in pair_paths(folder):
        training, held_back, every = (read_pairs(path, part) for part in (Part.TRAINING, Part.HELD_BACK, Part.ALL))
        assert {one.one for one in training}.isdisjoint(one.one for one in held_back)
        assert sorted(map(repr, training + held_back)) == sorted(map(repr, every))
    queries = folder / "retrieval_queries.tsv.gz"
    training_q, held_back_q = (read_queries(queries, part) for part in (Part.TRAINING, Part.HELD_BACK))
    assert {one.answer for one in training_q}.isdisjoint(one.answer for one in held_back_q)
    assert len(training_q) + len(held_back_q) == len(read_queries(queries, Part.ALL))


@pytest.mark.parametrize("missing", ["entity_a", "name_a", "script_a", "name_b", "script_b", "same", "neg_type"])
def test_a_file_of_pairs_without_a_column_is_refused_by_that_column(tmp_path: Path, missing: str) -> None:
    kept = [at for at, column in enumerate(PAIR_COLUMNS) if column != missing]
    path = tmp_path / "cross_script_pairs.tsv.gz"
    row = pair("Torven", "Thorven", "1")
    write_table(path, [PAIR_COLUMNS[at] for at in kept], [[row[at] for at in kept]])
    with pytest.raises(Refused, match=f"column_missing column={missing} file=cross_script_pairs"):
        read_pairs(path, Part.ALL)


def test_queries_and_a_gallery_without_a_column_are_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "gallery.tsv.gz"
    write_table(path, ("gallery_id", "nom"), [("g0", "Torven")])
    with pytest.raises(Refused, match="column_missing column=name "):
        list(read_gallery(path))
    with pytest.raises(Refused, match="column_missing column=entity "):
        read_queries(path, Part.ALL)


def test_an_empty_file_lacks_its_first_column(tmp_path: Path) -> None:
    path = tmp_path / "token_pairs.tsv.gz"
    path.write_bytes(gzip.compress(b""))
    with pytest.raises(Refused, match="column_missing column=entity_a"):
        read_pairs(path, Part.ALL)


def test_a_row_that_ends_early_is_refused_by_its_number_without_a_name(tmp_path: Path) -> None:
    write_pairs(tmp_path, "token_pairs", [pair("Torven", "Thorven", "1"), ("p", "i:Malika", "Malika")])
    with pytest.raises(Refused) as caught:
        read_pairs(tmp_path / "token_pairs.tsv.gz", Part.ALL)
    assert str(caught.value) == "row_too_short file=token_pairs.tsv.gz row=2"


@pytest.mark.parametrize(
    "content",
    [b"not compressed", gzip.compress(b"entity_a\tname_a" * 100)[:-12], gzip.compress(b"entity_a\xff\n")],
    ids=["not_gzip", "cut_short", "not_utf8"],
)
def test_what_is_no_compressed_table_of_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "token_pairs.tsv.gz"
    path.write_bytes(content)
    with pytest.raises(Refused, match="not_a_table file=token_pairs"):
        read_pairs(path, Part.ALL)
