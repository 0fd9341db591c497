"""Telephone numbers out of a cell, however many and however they were spaced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import PhoneRole
from search.values.phone_numbers import is_only_phones, phone_number, read_phones


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+52 664 123 4567", ["+526641234567"]),
        ("0039 333 1234567", ["+393331234567"]),
        ("664-123-4567", ["+526641234567"]),
        ("5512345678; 5587654321", ["+525512345678", "+525587654321"]),
        ("+218 91 234 5678 (hermano), +216 20 123 456", ["+218912345678", "+21620123456"]),
        ("+52 1 55 1234 5678", ["+525512345678"]),
        ("+9835762753", ["+9835762753"]),
        ("12/08/2021", []),
        ("no tiene", []),
    ],
)
def test_phones_are_found_in_a_cell(text: str, numbers: list[str]) -> None:
    assert [phone.number for phone in read_phones(text, ("MX",))] == numbers


@pytest.mark.parametrize(
    ("text", "regions", "number"),
    [
        ("12345", (), ""),
        ("123456", (), "123456"),
        ("523456789012346", (), "523456789012346"),
        ("5234567890123466", (), ""),
        ("+12345", (), ""),
        ("+999 123456", (), "+999123456"),
        ("+999123456789012", (), "+999123456789012"),
        ("+9991234567890123", (), ""),
        ("0044 7911 123456", (), "+447911123456"),
        ("001234568", (), "001234568"),
        ("0012345679", (), "+12345679"),
        ("+44 (0)7911 123456", (), "+447911123456"),
        ("447911123456", (), "+447911123456"),
        ("07911 123456", ("GB",), "+447911123456"),
        ("07911 123456", (), "07911123456"),
        ("07911 123456", ("MX", "GB"), "+447911123456"),
        ("447911123456", ("*", "US"), "+447911123456"),
        ("+52 1 664 123 4567", (), "+526641234567"),
        ("٠٧٩١١ ١٢٣٤٥٦", ("GB",), "+447911123456"),
    ],
)
def test_a_number_is_international_where_its_country_can_be_told(
    text: str, regions: tuple[str, ...], number: str
) -> None:
    assert phone_number(text, regions) == number


@pytest.mark.parametrize(
    "text",
    [
        "664 123 4567 y 664 765 4321",
        "664 123 4567 / 664 765 4321",
        "664 123 4567|664 765 4321",
        "6641234567/6647654321",
        "664 123 4567    664 765 4321",
        "casa: 664 123 4567, tía: 664-765-4321",
        "(664) 123 4567; (664) 765 4321; 664 123 4567",
    ],
)
def test_two_numbers_in_one_cell_are_two(text: str) -> None:
    assert [phone.number for phone in read_phones(text, ("MX",))] == ["+526641234567", "+526647654321"]


@pytest.mark.parametrize("text", ["2021-08-12", "12.08.2021", "12345", "ext. 1234567", ""])
def test_dates_short_numbers_and_extensions_are_no_phones(text: str) -> None:
    assert read_phones(text, ("MX",)) == ()


def test_a_phone_keeps_the_role_that_its_column_has() -> None:
    assert [phone.role for phone in read_phones("664 123 4567", ("MX",), PhoneRole.CARRIED)] == [PhoneRole.CARRIED]


def test_twenty_numbers_are_kept_and_two_thousand_characters_read() -> None:
    assert len(read_phones(";".join(f"664 123 45{n:02}" for n in range(30)), ("MX",))) == 20
    assert read_phones("x" * 1990 + " 6641234567", ("MX",)) != read_phones("x" * 1980 + " 6641234567", ("MX",))


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(phone.number.lstrip("+").isdigit() for phone in read_phones(text, ("MX",)))


def test_a_cell_is_understood_as_a_whole_where_nothing_else_stands_in_it() -> None:
    assert all(
        is_only_phones(cell)
        for cell in (
            "+526641234567",
            "600 111 222; 600 111 333",
        )
    )
    assert not any(
        is_only_phones(cell)
        for cell in (
            "600 111 222 (mother)",
            "12",
        )
    )


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("584125551234.0", ["+584125551234"]),
        ("612345678.0", ["612345678"]),
        ("+34 612 345 678.00", ["+34612345678"]),
        ("5.21555123456E+11", ["521555123456"]),
        ("5.2155E+11", []),
        ("04125551234 04145556677", ["04125551234", "04145556677"]),
        ("612345678-698765432", ["612345678", "698765432"]),
        ("513140867.513140868", ["513140867", "513140868"]),
        ("0412 555 1234 0414 555 6677", ["04125551234", "04145556677"]),
        ("0412-555-12-3X", []),
        ("O412 5551234", ["04125551234"]),
        ("06l23456 7B", []),
        ("03/123456", ["03123456"]),
        ("071/234567", ["071234567"]),
        ("0000000000", []),
        ("0414-0000000; 04145556677", ["04145556677"]),
        ("(530) 583-6985 x302", ["5305836985"]),
    ],
)
def test_numbers_are_read_as_clerks_and_programs_spoil_them(cell: str, numbers: list[str]) -> None:
    assert [phone.number for phone in read_phones(cell)] == numbers
