"""Short forms, and names that one person bears in several languages."""

from matching.names.nicknames import equivalents, formal_names
from matching.names.tables import read_rows


def test_a_short_form_stands_for_every_name_that_it_is_short_for() -> None:
    assert formal_names()["paku"] == {"fransisku"}
    assert formal_names()["lula"] == {"luis", "luiz", "duluris"}
    assert {"albirtu", "rubirtu", "humbirtu"} <= formal_names()["bitu"]


def test_a_formal_name_is_short_for_none() -> None:
    assert "fransisku" not in formal_names()


def test_a_name_and_its_forms_in_other_languages_are_one_name() -> None:
    table = equivalents()
    assert table["Jon"] >= {"john"}
    assert table["Juan"] >= {"john"}
    assert table["yohanes"] >= {"john"}
    assert table["Juan"].isdisjoint(table["pedro"])


def test_a_form_may_belong_to_two_names() -> None:
    assert equivalents()["Jakobo"] == {"james", "jacob"} or {"james", "jacob"} <= equivalents()["jakobo"]


def test_every_row_has_a_name_its_forms_and_a_language() -> None:
    for table in ("nicknames.tsv", "name_equivalents.tsv"):
        assert [row for row in read_rows(table) if len(row) != 3 or not row[1].split()] == []
