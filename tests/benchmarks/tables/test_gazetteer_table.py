"""The gazetteer is made from lists of towns: which towns, which of their names, and always the same bytes."""

import lzma
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.commands.tables import tables
from benchmarks.tables.alternate_place_names import worthwhile_names
from benchmarks.tables.gazetteer_table import City, Gazetteer, gazetteer_of
from matching.places.atlas import Atlas
from matching.places.place_skeletons import name_skeletons


def _city(number: int, country: str, population: int, *names: str) -> City:
    return City(
        geonameid=number,
        name=names[0],
        latitude=10.123,
        longitude=-20.987,
        countrycode=country,
        population=population,
        admin1code="01",
        alternatenames=list(names),
    )


def _table(*cities: City) -> Gazetteer:
    return gazetteer_of({str(city["geonameid"]): city for city in cities})


def _lines(gazetteer: Gazetteer) -> list[str]:
    return lzma.decompress(gazetteer.content).decode().splitlines()


def test_small_towns_are_kept_where_people_are_lost_near_them() -> None:
    made = _table(
        _city(1, "MX", 1_200, "Aldea"),
        _city(2, "GT", 900, "Caserío"),
        _city(3, "KE", 5_200, "Kijiji"),
        _city(4, "KE", 4_800, "Shamba"),
        _city(5, "NZ", 14_000, "Township"),
        _city(6, "NZ", 15_500, "Borough"),
    )
    assert [line.split("\t")[5] for line in _lines(made)] == ["kijiji", "aldea", "borough"]
    assert made.places == 3


def test_a_line_holds_region_rounded_numbers_names_and_sounds() -> None:
    line = _lines(_table(_city(1, "LY", 33_887, "Zuwārah", "Zuwara", "زوارة", "ZUWARAH", "WAX")))[0]
    *told, sounds = line.split("\t")
    assert told == ["LY", "01", "34000", "10.12", "-20.99", "zuwarah", "zuwara", "زواره"]
    assert sounds.split() == list(name_skeletons("zuwarah"))


def test_the_engine_reads_what_was_made() -> None:
    made = _table(_city(1, "LY", 30_000, "Zuwārah", "زوارة"), _city(2, "LY", 50_000, "Mislatah"))
    atlas = Atlas(lzma.decompress(made.content))
    assert [town.name for town in atlas.named("زواره".encode())] == ["zuwarah"]
    assert atlas.is_capital(atlas.named(b"mislatah")[0])


def test_the_order_of_the_list_does_not_change_the_bytes() -> None:
    one, other = _city(1, "LY", 30_000, "Zuwārah"), _city(2, "LY", 50_000, "Mislatah")
    assert _table(one, other).content == _table(other, one).content


@pytest.mark.parametrize("name", ["TIJ", "zuwart", "ju'oyaraha", "https://example.org/x", "22000", "ʿegadeዝ", "A" * 80])
def test_codes_links_and_machine_transliterations_are_no_names(name: str) -> None:
    assert worthwhile_names([name], "LY", 1_000_000) == ()


@pytest.mark.parametrize("name", ["Zuwārah", "al-Khums", "زوارة", "ዙዋራህ", "Хомс", "মংডু"])
def test_names_of_all_scripts_are_kept(name: str) -> None:
    assert worthwhile_names([name], "LY", 10_000) == (name,)


def test_east_asian_scripts_are_kept_for_large_cities_and_at_home() -> None:
    assert worthwhile_names(["祖瓦拉"], "LY", 10_000) == ()
    assert worthwhile_names(["祖瓦拉"], "LY", 400_000) == ("祖瓦拉",)
    assert worthwhile_names(["祖瓦拉"], "CN", 10_000) == ("祖瓦拉",)


def test_the_command_writes_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        import_module("benchmarks.commands.tables"), "make_gazetteer", lambda: Gazetteer(b"table", 2, 5)
    )
    file = tmp_path / "gazetteer.tsv.xz"
    result = CliRunner().invoke(tables, ["places", str(file)])
    assert result.exit_code == 0
    assert result.output.startswith("2 places with 5 names")
    assert file.read_bytes() == b"table"
