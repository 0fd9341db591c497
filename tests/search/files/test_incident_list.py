"""Published lists of incidents are read cell by cell: what is odd is unknown, and a bad row takes no other with it."""

import datetime

import pytest

from search.errors import SheetError
from search.files.incident_list import IncidentRow, read_incidents
from search.sheets.row_outcomes import RowRefusal
from tests.search.incident_lists import EXPORT_HEADER, GLOBAL_HEADER, export, global_list

DAY = datetime.date


def rows(content: bytes) -> list[IncidentRow]:
    found = list(read_incidents(content))
    assert [one for one in found if isinstance(one, RowRefusal)] == []
    return [one for one in found if isinstance(one, IncidentRow)]


def refusals(content: bytes) -> list[tuple[int, str]]:
    return [(one.number, one.code) for one in read_incidents(content) if isinstance(one, RowRefusal)]


def test_the_export_knows_the_day_month_first() -> None:
    (row,) = rows(export({"date": "Wed, 02/03/2026 - 12:00"}))
    assert (row.first_day, row.last_day) == (DAY(2026, 2, 3), DAY(2026, 2, 3))
    assert (row.source_id, row.dead, row.missing, row.survivors) == ("2025.INV0001", 3, 40, None)
    assert (row.latitude, row.longitude, row.place) == (33.1, 12.1, "20 km off Zuwara, Libya")


def test_the_older_list_knows_the_month_only() -> None:
    (row,) = rows(global_list({"year": "2020", "month": "February"}))
    assert (row.first_day, row.last_day) == (DAY(2020, 2, 1), DAY(2020, 2, 29))


def test_a_day_that_does_not_exist_leaves_the_month_and_an_unknown_month_the_year() -> None:
    month, year = rows(export({"date": "13/45/2025"}, {"id": "b", "date": "", "month": "Unknown"}))
    assert (month.first_day, month.last_day) == (DAY(2025, 6, 1), DAY(2025, 6, 30))
    assert (year.first_day, year.last_day) == (DAY(2025, 1, 1), DAY(2025, 12, 31))


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("33.1, 12.1", (33.1, 12.1)),
        ("-3.5,-78", (-3.5, -78.0)),
        ("33.1; 12.1", (33.1, 12.1)),
        ("(33.1, 12.1)", (33.1, 12.1)),
        ("", (None, None)),
        ("Unknown", (None, None)),
        ("33.1", (None, None)),
        ("133.1, 12.1", (None, None)),
        ("33.1, 212.1", (None, None)),
        ("33.1, 12.1, 5", (None, None)),
    ],
)
def test_coordinates_are_two_numbers_on_the_globe_or_unknown(
    written: str, point: tuple[float | None, float | None]
) -> None:
    (row,) = rows(export({"coordinates": written}))
    assert (row.latitude, row.longitude) == point


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("12", 12),
        ("1,022", 1022),
        ("1 022", 1022),
        ("1.022", 1022),
        ("3.0", 3),
        ("0", 0),
        ("", None),
        ("Unknown", None),
        ("-1", None),
        ("about 12", None),
        ("999999999999", None),
    ],
)
def test_a_number_of_people_is_read_with_its_separators_or_unknown(written: str, count: int | None) -> None:
    (row,) = rows(export({"dead": written}))
    assert row.dead == count


def test_words_for_unknown_say_nothing() -> None:
    (row,) = rows(export({"origins": "Unknown", "route": "", "source": "n/a"}))
    assert (row.origins, row.route, row.source) == ("", "", "")


def test_rows_without_an_id_are_known_again_and_alike_ones_are_told_apart() -> None:
    content = global_list({}, {}, {"place": "Another bay"})
    first, again = rows(content), rows(content)
    assert [row.source_id for row in first] == [row.source_id for row in again]
    assert len({row.source_id for row in first}) == 3


def test_corrected_numbers_do_not_make_another_incident_of_a_row_without_an_id() -> None:
    (before,), (after,) = rows(global_list({"dead": "3"})), rows(global_list({"dead": "5"}))
    assert before.source_id == after.source_id
    assert (before.dead, after.dead) == (3, 5)


def test_every_id_fits_its_column() -> None:
    (row,) = rows(export({"id": "X" * 300}))
    assert len(row.source_id) <= 32


def test_a_bad_row_is_refused_with_its_line_and_no_other_is_lost() -> None:
    content = export(
        {"id": "a"},
        {"id": "b", "date": "", "year": "", "month": ""},
        {"id": "c", "place": "", "coordinates": ""},
        {"id": "a"},
        {"id": "d", "place": "Two\nlines"},
        {"id": "e"},
    )
    assert refusals(content) == [(3, "no_date"), (4, "no_place"), (5, "id_twice")]
    kept = [one.source_id for one in read_incidents(content) if isinstance(one, IncidentRow)]
    assert kept == ["a", "d", "e"]


def test_a_quotation_mark_that_nothing_closes_spoils_its_own_line_only() -> None:
    good = [line.decode() for line in global_list({}, {}, {}, {}).split(b"\r\n")[1:5]]
    broken = [good[0], good[1].replace('"Drowning"', '"Drowning'), *good[2:]]
    content = "\n".join([GLOBAL_HEADER, *broken]).encode()
    assert refusals(content) == [(3, "quote_unclosed")]
    two_broken = [broken[1], good[0], broken[1], good[2]]
    content = "\n".join([GLOBAL_HEADER, *two_broken]).encode()
    assert [code for _, code in refusals(content)] == ["quote_unclosed", "quote_unclosed"]
    assert sum(isinstance(one, IncidentRow) for one in read_incidents(content)) == 2


def test_a_row_with_more_cells_than_the_header_is_refused_and_a_shorter_one_is_read() -> None:
    content = f'{EXPORT_HEADER}\n1,a,,"Tue, 06/10/2025 - 12:00",,,,,,,Somewhere\n' + "x," * 30 + "x\n"
    assert refusals(content.encode()) == [(3, "too_many_cells")]
    assert [one.place for one in read_incidents(content.encode()) if isinstance(one, IncidentRow)] == ["Somewhere"]


@pytest.mark.parametrize("content", [b"", b"name,age\nx,3\n", b"PK\x03\x04 rubbish", b"\xff\xfe\x00"])
def test_any_other_file_is_refused_as_a_whole(content: bytes) -> None:
    with pytest.raises(SheetError) as caught:
        list(read_incidents(content))
    assert caught.value.code == "not_an_incident_list"
