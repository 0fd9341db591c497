"""Of a sheet there is kept what became of its rows, and of its sender how the columns were understood."""

from search.models import ImportBatch, SenderProfile
from search.storage.types import JSONText
from tests.search.models.tables import table_of


def test_a_sender_has_one_profile_for_each_layout_of_columns() -> None:
    assert [column.name for column in table_of(SenderProfile).primary_key.columns] == ["organisation_id", "fingerprint"]


def test_of_the_sheet_there_is_kept_its_name_and_what_was_not_taken_and_that_sealed() -> None:
    kinds = {column.name: type(column.type).__name__ for column in table_of(ImportBatch).columns}
    assert {name for name, kind in kinds.items() if kind == "LargeBinary"} == {"name_sealed", "refused_sealed"}
    assert {name for name, kind in kinds.items() if kind == JSONText.__name__} == {"outcomes"}
