"""What the demonstration's files hold: enough people, in many scripts, with known pairs, and nobody real."""

import datetime
import re
import unicodedata

import pytest

from search.demonstration.demonstration_loading import (
    MATERIAL,
    SHEETS,
    WALK_THROUGH,
    DemonstrationAccount,
    demonstration_accounts,
)
from search.files.request_lines import RequestRead, read_requests
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table
from tests.search.demonstration import material

_TODAY = datetime.date(2025, 3, 1)
# Ranges kept for fiction (United Kingdom, France, North America), or a number whose last six digits begin with 000.
_INVENTED_NUMBER = re.compile(r"\+447700900\d{3}|\+336399\d{5}|\+1\d{3}55501\d{2}|\+\d+000\d{3}")


def test_there_are_enough_searches_reports_and_known_pairs() -> None:
    assert len(material.requests()) >= 66
    assert len(material.rows()) >= 130
    assert len(material.pairs()) >= 45


def test_many_people_on_both_sides_have_no_partner() -> None:
    pairs = material.pairs()
    assert len(material.requests()) - len({reference for reference, _, _ in pairs}) >= 20
    assert len(material.rows()) - len({pair[1:] for pair in pairs}) >= 60


def test_both_ends_of_every_pair_exist_and_stand_in_no_other_pair() -> None:
    pairs = material.pairs()
    references, reports = [pair[0] for pair in pairs], [pair[1:] for pair in pairs]
    assert set(references) <= {request["ref"] for request in material.requests()}
    assert set(reports) <= material.rows().keys()
    assert len(set(references)) == len(set(reports)) == len(pairs)


def test_references_of_searches_are_unique() -> None:
    references = [request["ref"] for request in material.requests()]
    assert len(set(references)) == len(references)


@pytest.mark.parametrize(
    "script", ["ETHIOPIC", "ARABIC", "CYRILLIC", "DEVANAGARI", "BENGALI", "GURMUKHI", "CJK", "LATIN"]
)
def test_people_are_sought_in_each_of_these_scripts(script: str) -> None:
    names = [name["full"] for request in material.requests() for name in request["sought"]["names"]]
    assert any(unicodedata.name(name[0]).startswith(script) for name in names)


def test_every_kind_of_sender_writes_its_own_layout() -> None:
    sheets = [one.sheet for one in demonstration_accounts() if one.sheet]
    headers = {(SHEETS / sheet).read_bytes().splitlines()[0] for sheet in sheets}
    assert len(sheets) == len(headers) == 5
    assert {path.name for path in SHEETS.iterdir()} == set(sheets)


def test_the_mortuarys_sheet_is_not_written_in_unicode() -> None:
    with pytest.raises(UnicodeDecodeError):
        (SHEETS / "mortuary_es.csv").read_bytes().decode("utf-8")


def test_every_line_of_the_searches_is_understood() -> None:
    with (MATERIAL / "requests.jsonl").open("rb") as lines:
        read = list(read_requests(lines, today=_TODAY))
    assert not [one for one in read if not isinstance(one, RequestRead) or one.warnings]


@pytest.mark.parametrize("account", [one for one in demonstration_accounts() if one.sheet], ids=lambda one: one.sheet)
def test_every_value_of_a_sheet_is_understood_without_anybodys_help(account: DemonstrationAccount) -> None:
    table = read_table((SHEETS / account.sheet).read_bytes(), account.sheet)
    mapping = propose_mapping(table, organisation=account.kind, sender=account.organisation)
    outcomes = list(read_rows(table, mapping, SheetContext(today=_TODAY)))
    assert table.encoding == material.LAYOUTS[account.sheet][0]
    assert not mapping.doubts
    assert len(outcomes) == len(table.rows)
    assert [one for one in outcomes if not isinstance(one, RowRead) or one.warnings] == []


def test_no_name_of_a_search_without_partner_stands_in_a_sheet() -> None:
    paired = {reference for reference, _, _ in material.pairs()}
    cells = {cell for row in material.rows().values() for cell in row}
    alone = [request for request in material.requests() if request["ref"] not in paired]
    assert not [request["ref"] for request in alone for name in request["sought"]["names"] if name["full"] in cells]


def test_every_telephone_number_is_of_a_range_that_nobody_answers() -> None:
    text = "\n".join(str(request) for request in material.requests())
    text += "\n".join(" ".join(row) for row in material.rows().values())
    numbers = re.findall(r"\+\d{6,}", text)
    assert len(numbers) > 100
    assert not [number for number in numbers if not _INVENTED_NUMBER.fullmatch(number)]


def test_the_walk_through_is_a_mothers_search_told_in_tigrinya() -> None:
    first = material.requests()[0]
    assert (first["ref"], first["language"]) == (WALK_THROUGH, "ti")
    assert first["enquirer"]["relationship"] == "mother"
    row = {pair[0]: material.rows()[pair[1:]] for pair in material.pairs()}[WALK_THROUGH]
    assert first["enquirer"]["phones"][0] in row
