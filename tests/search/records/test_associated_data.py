"""Where sealed values lie is written in one file, for ever, and no two of them lie in one place."""

import ast
import uuid
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from search.fields import Encryption, catalogue
from search.models import Base
from search.models.records import SectionKind
from search.records.associated_data import (
    disclosure_reason_place,
    draft_place,
    import_part_place,
    judgement_words_place,
    one_time_code_place,
    packed_record_place,
    photo_picture_place,
    photo_preview_place,
    photo_words_place,
    section_place,
)
from tests.architecture.source import ROOT, name_of, parsed, python_files

HOME = "search/records/associated_data.py"
# Keys are wrapped where keys are derived.
WRAPPED = {"record_keys.wrapped", "drafts.wrapped_key", "self_reports.wrapped_key", "complaints.wrapped_key"}
# And what is held back of a file lies sealed for the place to which it goes.
HELD_BACK = {"staged_rows.wrapped", "staged_rows.packed"}
ROW = uuid.UUID("00000000-0000-0000-0000-00000000000a")
ONE_UUID = (
    judgement_words_place,
    disclosure_reason_place,
    one_time_code_place,
    photo_words_place,
    photo_preview_place,
    photo_picture_place,
)
NUMBERS = st.integers(1, 2**40)
PLACES = st.one_of(
    st.tuples(st.just(section_place), NUMBERS, st.sampled_from(SectionKind), NUMBERS),
    st.tuples(st.just(packed_record_place), NUMBERS, NUMBERS),
    st.tuples(st.sampled_from(ONE_UUID), st.uuids()),
    st.tuples(st.just(import_part_place), st.uuids(), NUMBERS),
    st.tuples(st.just(draft_place), st.binary(min_size=1, max_size=32)),
)


def test_what_was_sealed_by_any_version_opens_in_these_places() -> None:
    assert section_place(7, SectionKind.POST_MORTEM, 2) == "sections.sealed.7.post_mortem.2"
    assert packed_record_place(7, 2) == "packed_records.sealed.7.2"
    assert judgement_words_place(ROW) == f"judgements.words_sealed.{ROW}"
    assert disclosure_reason_place(ROW) == f"disclosures.reason_sealed.{ROW}"
    assert one_time_code_place(ROW) == f"accounts.totp_sealed.{ROW}"
    assert photo_words_place(ROW) == f"photos.words_sealed.{ROW}"
    assert photo_preview_place(ROW) == f"photos.preview_sealed.{ROW}"
    assert photo_picture_place(ROW) == f"photos.picture_sealed.{ROW}"
    assert import_part_place(ROW, 200) == f"import_parts.sealed.{ROW}.200"
    assert draft_place(b"\x01\xff") == "drafts.sealed.01ff"


@given(PLACES, PLACES)
def test_two_values_share_a_place_only_where_they_are_one_value(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert (place(one) == place(other)) == (one == other)


def test_every_sealed_column_has_its_place_here() -> None:
    assert written(HOME) == sealed_columns()


def test_no_other_file_writes_such_a_place() -> None:
    files = {name_of(path) for path in python_files("search", "web", "tools")}
    assert {name: written(name) for name in files if written(name)} == {HOME: sealed_columns()}


def place(asked: tuple[object, ...]) -> str:
    """What the first of these, a function, says of the rest."""
    function, *arguments = asked
    assert callable(function)
    return str(function(*arguments))


@cache
def sealed_columns() -> frozenset[str]:
    columns = (
        {f"{table.name}.{column.name}" for table in Base.metadata.sorted_tables for column in table.columns}
        - WRAPPED
        - HELD_BACK
    )
    return frozenset(path for path in columns if catalogue()[path].encryption is Encryption.SEALED)


@cache
def written(name: str) -> frozenset[str]:
    """The sealed columns with which a string of this file begins a place."""
    nodes = ast.walk(parsed(ROOT / name))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return frozenset(column for column in sealed_columns() if any(f"{column}." in text for text in texts))
