"""The table of fields: every line fits the type it stands for, and nothing is named that does not exist."""

import typing
from enum import StrEnum
from typing import Any

import pytest

from matching.record import AgeRange, HeightRange, PartialDate, PersonName, Place
from search.documents import WeightRange
from search.fields.conditions import conditions
from search.fields.document_types import DOCUMENTS, nested_document, type_at, without_none
from search.fields.table import AskedOf, FieldRow, Widget, asked_rows, catalogue, kinds_of, list_of, parts_of, rule_of
from search.sheets.column_targets import Target
from search.vocabulary.code_sets import CODE_SETS

FIELDS = [row for row in catalogue().values() if row.widget is not None]
EACH = pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.path)
# What a sheet may have a column for that is no field of a document.
NO_FIELD = {"kind", "outcome", "contact_phones", "document_kind", "reporter", "row_counter", "ignore", "birth_year"}


def value_type(row: FieldRow) -> Any:
    """What the field's value is; a list of plain values as `(type,)`."""
    kind = without_none(type_at(row.path))
    if typing.get_origin(kind) is tuple:
        element = typing.get_args(kind)[0]
        return element if row.kind else (element,)
    return kind


FITTING: dict[Widget, tuple[Any, ...]] = {
    Widget.LINE: (str,),
    Widget.TEXT: (str,),
    Widget.LINES: ((str,),),
    Widget.NAME: (PersonName,),
    Widget.OWN_NAME: ((PersonName,),),
    Widget.NAMES: ((PersonName,),),
    Widget.YES_NO: (bool,),
    Widget.DATE: (PartialDate,),
    Widget.AGE: (AgeRange,),
    Widget.HEIGHT: (HeightRange,),
    Widget.WEIGHT: (WeightRange,),
    Widget.NUMBER: (int,),
    Widget.PLACE: (Place,),
    Widget.COUNTRY: (str,),
    Widget.COUNTRIES: ((str,),),
    Widget.LANGUAGES: ((str,),),
    Widget.PHONE: (str,),
}


@EACH
def test_a_field_is_asked_in_a_way_that_fits_its_type(row: FieldRow) -> None:
    kind = value_type(row)
    if row.widget is Widget.ITEMS:
        assert nested_document(type_at(row.path)) is not None
        assert parts_of(row.path)
    elif row.widget is Widget.CHOICE:
        assert kind is str or kind.__name__ == "Trait" or issubclass(kind, StrEnum)
        assert row.codes in CODE_SETS
    elif row.widget is Widget.DAY:
        assert kind.__name__ == "date"
    else:
        assert kind in FITTING[row.widget or Widget.LINE]


@EACH
def test_the_codes_of_a_choice_are_those_of_its_type(row: FieldRow) -> None:
    kind = value_type(row)
    if row.widget is Widget.CHOICE and isinstance(kind, type) and issubclass(kind, StrEnum):
        offered = CODE_SETS[row.codes]
        assert {*offered.family, *offered.partner} <= {code.value for code in kind}
        assert offered.family
        assert offered.partner
    assert (row.widget is Widget.CHOICE) is bool(row.codes)


@EACH
def test_answers_conditions_and_sheets_name_what_exists(row: FieldRow) -> None:
    assert set(row.answers) <= {"none", "unknown"}
    assert set(row.sheet) <= set(Target)
    for condition in conditions(row.when):
        asked = catalogue()[condition.path]
        assert condition.codes <= set(CODE_SETS[asked.codes].family)
        assert list_of(condition.path) in (None, list_of(row.path))


@EACH
def test_a_field_that_somebody_is_asked_for_belongs_to_a_part_of_the_case(row: FieldRow) -> None:
    assert row.group
    assert (AskedOf.SOUGHT in row.asked_of) is bool(row.page)


def test_every_meaning_of_a_column_of_a_sheet_has_its_field() -> None:
    filled = {target for row in FIELDS for target in row.sheet}
    assert set(Target) - filled - NO_FIELD == set()


def test_the_fields_of_one_page_stand_together() -> None:
    pages = [row.page for row in asked_rows(AskedOf.SOUGHT)]
    changes = [page for before, page in zip(["", *pages], pages, strict=False) if page != before]
    assert len(changes) == len(set(changes))


def test_a_kind_of_a_list_is_no_more_secret_and_no_less_than_the_list() -> None:
    kinds = [row for row in catalogue().values() if row.kind]
    assert kinds
    for row in kinds:
        assert row.level is catalogue()[row.path.partition(":")[0]].level


def test_of_a_part_of_an_element_not_to_know_is_the_only_answer_besides_a_value() -> None:
    assert {row.answers for row in FIELDS if list_of(row.path) is not None} == {(), ("unknown",)}


def test_a_path_goes_by_the_nearest_line_above_it() -> None:
    assert rule_of("description.birth.earliest") is catalogue()["description.birth"]
    assert rule_of("description.names:father.text") is catalogue()["description.names:father"]
    assert rule_of("description.names:uncle") is catalogue()["description.names"]
    assert rule_of("matching.anything.at.all") is catalogue()["matching"]
    assert rule_of("description.shoe_size") is rule_of("description") is rule_of("") is None


def test_a_list_knows_its_parts_and_its_kinds() -> None:
    assert [row.path for row in parts_of("identifiers.phones")] == [
        "identifiers.phones.number",
        "identifiers.phones.role",
    ]
    assert kinds_of("description.names") == ("full", "nickname", "father", "mother")
    assert kinds_of("description.marks") == ()
    assert list_of("description.marks.kind") is catalogue()["description.marks"]
    assert list_of("description.journey.vessel") is list_of("description.birth") is None


def test_every_document_of_the_table_is_one_that_is_stored() -> None:
    assert {row.section for row in FIELDS} <= set(DOCUMENTS)
