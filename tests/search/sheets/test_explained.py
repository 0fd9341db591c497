"""What was understood of a sheet as a plain document: every value at its place, None where nothing is known."""

import datetime
import json

from search.sheets.explained import Explained, explain_reading, explain_refusal
from search.sheets.sheet_reading import SheetQuestion
from search.sheets.sheet_understanding import understand
from search.vocabulary import OrganisationKind

_FULL = (
    "Case No;Full name;Sex;Date of birth;Height;Found on;Found at;Phone;Passport;Bunk words\n"
    "C-7;Ana Núñez;F;13/05/1990;165;2024-03-02;Tapachula;+34 600 000 001;X1234567;upper one since yesterday\n"
)


def _explained(text: str, kind: OrganisationKind | None = None) -> Explained:
    question = SheetQuestion(
        filename="list.csv", content=text.encode(), today=datetime.date(2024, 6, 1), organisation=kind, sender=""
    )
    return explain_reading(understand(question))


def test_every_value_of_a_row_is_told_with_days_in_iso_form() -> None:
    explained = _explained(_FULL, OrganisationKind.SHELTER)
    assert (explained["refused"], explained["kind"]) == (None, "shelter")
    (row,) = explained["rows"]
    assert (row["number"], row["own_number"], row["sex"]) == (2, "C-7", "female")
    assert row["names"] == [{"text": "Ana Núñez", "kind": "full"}]
    assert row["birth"] == {"earliest": "1990-05-13", "latest": "1990-05-13"}
    assert row["found"] == {"earliest": "2024-03-02", "latest": "2024-03-02"}
    assert (row["place"], row["height"], row["age"]) == ("Tapachula", [165, 165], None)
    assert row["phones"] == ["+34600000001"]
    assert row["documents"] == ["X1234567"]
    assert any("upper one since yesterday" in line for line in row["words"])


def test_a_column_is_told_with_its_question_or_with_none() -> None:
    columns = {one["header"]: one for one in _explained(_FULL)["columns"]}
    assert columns["Full name"] == {"header": "Full name", "target": "full_name", "doubt": None}
    assert columns["Bunk words"]["doubt"] == "unknown_column"


def test_what_a_row_does_not_say_is_none_or_an_empty_list() -> None:
    (row,) = _explained("Name;Notes\nOmar Haddad;\n")["rows"]
    assert {key for key, value in row.items() if value is None} == {
        "own_number", "sex", "birth", "age", "found", "place", "height",
    }  # fmt: skip
    assert {key for key, value in row.items() if value == []} == {"phones", "documents", "words", "warnings"}


def test_an_explanation_is_plain_json() -> None:
    explained = _explained(_FULL)
    assert json.loads(json.dumps(explained)) == explained


def test_a_refused_file_has_its_code_and_nothing_else() -> None:
    assert explain_refusal("no_rows") == {"refused": "no_rows", "kind": None, "columns": [], "rows": []}
