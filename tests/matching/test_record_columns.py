"""What is packed is read again, and nothing else is."""

import dataclasses

import numpy as np
import pytest

from matching import (
    AgeRange,
    Effect,
    Engine,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    Place,
    Remains,
    Sex,
    Trait,
)
from matching.errors import PackingError
from matching.names.name_columns import NO_PART
from matching.prepared_record import NameRole, PreparedRecord
from matching.record_columns import RecordColumns
from matching.record_packing import MOST, REMAINS, SEXES, code, pack
from tests.matching.records import BODY, LIVING, SOUGHT, at, called, day, numbers, person

ENGINE = Engine.load()

HOME = Place("", ("HN", "GT"), 15.5, -88.0)
TALKATIVE = person(
    SOUGHT,
    names=called("Karim Haddad", "كريم حداد") + called("Kimo", kind=NameKind.NICKNAME),
    sex=Sex.MALE,
    birth=day("1991-07-21"),
    age=AgeRange(28, 33),
    nationalities=("SV", "HN"),
    languages=("es", "ar"),
    event=Event(day("2022-05"), Place("", ("MX",), 27.5, -99.5)),
    phones=numbers("+50499990001", "007"),
    documents=(IdentityDocument("E-2733021"),),
    height=HeightRange(168, 171),
    marks=(Mark("scar", "hand", "left"), Mark("tattoo", "neck", "", "rose")),
    effects=(Effect("jacket", "blue"), Effect("ring")),
    traits=(Trait("eyes", "brown"), Trait("build", "slim")),
    companions=called("Rosa Quispe"),
    birth_place=HOME,
    community="Garífuna",
)
SILENT = person(LIVING)
DEAD = person(BODY, remains=Remains.SKELETAL, age=AgeRange(20, 30), event=at("2022-06-01"), marks=(Mark("gold_tooth"),))
EVERYBODY = RecordColumns.of([SILENT, TALKATIVE, DEAD, SILENT])
ROWS = np.array([1, 0, 2])


def _names(columns: RecordColumns, record: int) -> list[tuple[NameRole, bool, list[tuple[str, ...]]]]:
    """Role, shortness and ways of a record's names, as written parts."""
    names, parts = columns.names, columns.parts
    told = []
    for at_name in range(names.name_starts[record], names.name_starts[record + 1]):
        rows = names.rows[names.segmentation_starts[at_name] : names.segmentation_starts[at_name + 1]]
        segmentations = [tuple(parts.part(one).written for one in row.tolist() if one != NO_PART) for row in rows]
        told.append((NameRole(names.table["role"][at_name]), bool(names.table["short"][at_name]), segmentations))
    return told


def _prepared_names(record: PreparedRecord) -> list[tuple[NameRole, bool, list[tuple[str, ...]]]]:
    return [
        (role, name.short, [tuple(part.written for part in segmentation) for segmentation in name.name.segmentations])
        for role, name in record.every_name
    ]


def test_what_a_record_says_once_is_read_again() -> None:
    row = EVERYBODY.table[1]
    assert row["has"] == TALKATIVE.has
    assert (row["dead"], row["assessed"], SEXES[row["sex"]], REMAINS[row["remains"]]) == (False, False, Sex.MALE, None)
    assert row["born"].tolist() == [1991, 7, 21]
    for field, days in (("birth", TALKATIVE.birth), ("births", TALKATIVE.birth), ("when", TALKATIVE.when)):
        assert days is not None
        assert row[field].tolist() == [days.first, days.last]
    assert row["height"].tolist() == [168, 171]
    assert row["nationalities"].tolist() == [code("HN"), code("SV"), 0, 0]
    assert row["languages"].tolist()[:3] == [code("ar"), code("es"), 0]


def test_places_are_read_again_with_coordinates_radius_and_countries() -> None:
    place, home = EVERYBODY.table["place"][1], EVERYBODY.table["home"][1]
    assert (place["latitude"], place["longitude"], place["radius"]) == (27.5, -99.5, 0.0)
    assert place["countries"].tolist() == [code("MX"), 0, 0, 0]
    assert home["countries"].tolist() == [code("GT"), code("HN"), 0, 0]
    assert EVERYBODY.table["routes"][1]
    assert np.isnan(EVERYBODY.table["home"]["latitude"][0])


def test_a_body_is_read_again_as_one_with_its_years_of_birth() -> None:
    row = EVERYBODY.table[2]
    assert DEAD.birth_from_age is not None
    assert (row["dead"], row["assessed"], REMAINS[row["remains"]]) == (True, True, Remains.SKELETAL)
    assert row["birth"].tolist() == [0, 0]
    assert row["births"].tolist() == [DEAD.birth_from_age.first, DEAD.birth_from_age.last]


def test_what_a_record_says_several_times_is_read_again_and_filled_up() -> None:
    assert EVERYBODY.phones(ROWS).tolist() == [[1_50499990001, 1_007], [0, 0], [0, 0]]
    assert EVERYBODY.documents(ROWS).tolist() == [[b"E2733021"], [b""], [b""]]
    scar, tattoo = [code("scar"), code("hand"), code("left"), 0], [code("tattoo"), code("neck"), 0, code("rose")]
    assert EVERYBODY.marks(ROWS).tolist() == [
        [scar, tattoo],
        [[0] * 4, [0] * 4],
        [[code("gold_tooth"), 0, 0, 0], [0] * 4],
    ]
    assert EVERYBODY.effects(ROWS)[0].tolist() == [[code("jacket"), code("blue")], [code("ring"), 0]]
    assert EVERYBODY.traits(ROWS)[0].tolist() == [[code("build"), code("slim")], [code("eyes"), code("brown")]]


def test_names_are_read_again_with_their_roles_ways_and_parts() -> None:
    assert _names(EVERYBODY, 1) == _prepared_names(TALKATIVE)
    assert {role for role, _, _ in _names(EVERYBODY, 1)} == {NameRole.OWN, NameRole.COMPANION, NameRole.COMMUNITY}
    assert _names(EVERYBODY, 0) == _names(EVERYBODY, 3) == []


def test_no_records_are_columns_too() -> None:
    nobody = ENGINE.columns([])
    assert nobody.count == 0
    assert nobody.phones(np.zeros(0, dtype=np.int64)).shape == (0, 1)


def test_bytes_that_are_cut_or_go_on_are_refused() -> None:
    packed = pack(TALKATIVE)
    for other in (packed[:-1], packed[: len(packed) // 2], packed + b"\0"):
        with pytest.raises(PackingError):
            ENGINE.columns([pack(SILENT), other])


@pytest.mark.parametrize("length", [0, 1, 60])
def test_bytes_shorter_than_a_row_are_refused(length: int) -> None:
    with pytest.raises(PackingError):
        ENGINE.columns([pack(SILENT)[:length]])


def test_a_record_that_was_packed_with_other_tables_is_refused() -> None:
    packed = bytearray(pack(TALKATIVE))
    packed[0] ^= 1
    with pytest.raises(PackingError):
        ENGINE.columns([pack(SILENT), bytes(packed)])


def test_of_very_many_things_the_first_are_kept_and_the_others_do_not_disturb_what_follows() -> None:
    many = dataclasses.replace(
        TALKATIVE,
        phones=tuple(f"5049999{number:04}" for number in range(30)),
        marks=tuple(Mark("scar", f"place-{number}") for number in range(30)),
        effects=tuple(Effect("ring", f"colour-{number}") for number in range(30)),
    )
    columns = RecordColumns.of([many, TALKATIVE])
    assert columns.phones(np.array([0]))[0].tolist() == [int(f"15049999{number:04}") for number in range(MOST)]
    assert columns.marks(np.array([0]))[0, :, 1].tolist() == [code(f"place-{number}") for number in range(MOST)]
    assert columns.effects(np.array([0]))[0, :, 1].tolist() == [code(f"colour-{number}") for number in range(MOST)]
    assert columns.phones(np.array([1])).tolist() == [[1_50499990001, 1_007]]
    assert _names(columns, 0) == _names(columns, 1) == _prepared_names(TALKATIVE)


def test_a_phone_of_very_many_digits_keeps_its_last_ones() -> None:
    long = RecordColumns.of([person(SOUGHT, phones=numbers("9" * 13 + "12345678901234567"))])
    assert long.phones(np.array([0])).tolist() == [[1_12345678901234567]]


def test_a_document_number_of_very_many_letters_keeps_its_first_ones() -> None:
    long = RecordColumns.of([person(SOUGHT, documents=(IdentityDocument("AB" * 30),))])
    assert long.documents(np.array([0])).tolist() == [[b"AB" * 12]]
