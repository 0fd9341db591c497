"""Many names as columns, and stretches of heaps."""

import numpy as np
import pytest

from matching.names.alignment_arrays import PAD
from matching.names.name_columns import NO_PART, Gathered, NameColumns, PartColumns, filled_rows, starts_of, stretches
from matching.names.name_comparison import prepare
from matching.names.name_parts import NamePart, prepare_part
from matching.names.part_packing import EQUIVALENT, FORMAL, KNOWN, digest
from matching.names.readings.reading_result import Group, Groups

# Parts with much and with nothing of everything.
PARTS = [prepare_part(name) for name in ("karim", "paco", "xuan", "ъ", "juan", "林", "hasan")]
PARTS += [prepare_part("林", frozenset({Group.KOREAN, Group.JAPANESE})), prepare_part("민", syllable=True)]


@pytest.fixture(scope="module")
def columns() -> PartColumns:
    return PartColumns.of(PARTS)


def told(part: NamePart) -> tuple[str, Groups, bool, list[str]]:
    return part.written, part.groups, part.syllable, [reading.text for reading in part.readings]


def ints(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)


def test_each_part_comes_back_from_its_columns(columns: PartColumns) -> None:
    assert [told(columns.part(at)) for at in range(columns.count)] == list(map(told, PARTS))


def test_each_sounding_belongs_to_its_part(columns: PartColumns) -> None:
    expected = [at for at, part in enumerate(PARTS) for _ in part.readings]
    assert columns.sounding_part.tolist() == expected
    assert columns.soundings_of(ints(2, 0)).tolist() == [2, 3, 4, 5, 0]


def test_texts_of_each_part_are_found_in_the_heap(columns: PartColumns) -> None:
    coarse = [reading.coarse.encode() for part in PARTS for reading in part.readings]
    assert [columns.coarse_of(at) for at in range(len(coarse))] == coarse
    assert [columns.spoken_of(at) for at in range(len(PARTS))] == [part.spoken.encode() for part in PARTS]
    assert [bytes(row).rstrip(b"\0") for row in columns.spoken] == [part.spoken.encode() for part in PARTS]


def test_digests_of_each_kind_are_found(columns: PartColumns) -> None:
    for kind, texts in ((FORMAL, "formal"), (EQUIVALENT, "equivalents"), (KNOWN, "known")):
        expected = [sorted(map(digest, getattr(part, texts))) for part in PARTS]
        assert [columns.digests_at(at, kind).tolist() for at in range(len(PARTS))] == expected
        digests, owners = columns.digests_of(kind)
        assert digests.tolist() == [one for found in expected for one in found]
        assert owners.tolist() == [at for at, found in enumerate(expected) for _ in found]
    assert columns.coarse_sounds(2).tolist() == [digest(reading.coarse) for reading in PARTS[2].readings]


def test_units_are_columns_filled_up(columns: PartColumns) -> None:
    units = columns.units_of(ints(0, 1))
    assert units[:, 0].tolist() == [*PARTS[0].readings[0].units]
    assert units[:, 1].tolist() == [*PARTS[1].readings[0].units, PAD]
    assert columns.units_of(ints()).shape == (1, 0)


def test_some_of_the_parts_are_columns_too(columns: PartColumns) -> None:
    taken = columns.taken(ints(5, 3, 1))
    assert [taken.part(at).written for at in range(taken.count)] == ["林", "ъ", "paco"]
    assert taken.digests_at(2, FORMAL).tolist() == columns.digests_at(1, FORMAL).tolist()
    assert taken.coarse_of(len(taken.soundings) - 1) == PARTS[1].readings[0].coarse.encode()


def test_a_name_has_a_row_for_each_way_to_divide_it() -> None:
    names = [prepare("Karim Haddad"), prepare("김혜은"), prepare(""), prepare("Karim")]
    columns = NameColumns.of(names)
    assert columns.count == 4
    assert columns.row_name.tolist() == [0, 1, 1, 2, 3]
    assert (columns.rows[0] != NO_PART).sum() == 2
    assert columns.rows[3].tolist() == [NO_PART] * 3
    assert columns.rows[4, 0] == columns.rows[0, 0]
    written = [[columns.parts.part(at).written for at in row if at != NO_PART] for row in columns.rows.tolist()]
    assert written == [["karim", "haddad"], ["김", "혜", "은"], ["김혜은"], [], ["karim"]]


def test_more_names_may_be_added_to_gathered_ones() -> None:
    gathered = Gathered()
    gathered.add(prepare("Karim"))
    assert gathered.columns().count == 1
    gathered.add(prepare("Haddad Karim"))
    assert gathered.columns().rows.tolist() == [[0, NO_PART], [1, 0]]
    assert [part.written for part in gathered.parts] == ["karim", "haddad"]


def test_rows_are_filled_up_to_the_longest() -> None:
    assert filled_rows(ints(5, 6, 7), ints(2, 0, 1)).tolist() == [[5, 6], [NO_PART, NO_PART], [7, NO_PART]]
    assert filled_rows(ints(), ints()).shape == (0, 1)
    assert filled_rows(ints(), ints(0)).tolist() == [[NO_PART]]


def test_stretches_of_chosen_rows_follow_each_other() -> None:
    starts = starts_of(ints(2, 0, 3))
    assert starts.tolist() == [0, 2, 2, 5]
    assert stretches(starts, ints(2, 1, 0)).tolist() == [2, 3, 4, 0, 1]
    assert stretches(starts, ints()).tolist() == []
