"""What a clerk heard is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import Engine, MatchRecord, Sex
from matching.candidate_index import CandidateIndex
from matching.names.ear_codes import wide_ear_code
from matching.prepared_record import PreparedRecord
from tests.matching.records import LIVING, SOUGHT, called, person

ENGINE = Engine.load()


@pytest.mark.parametrize(
    ("written", "heard"), [("Csaba Sulyok", "Chaba Shuyok"), ("Wojciech Szczepański", "Voytsekh Shchepanski")]
)
def test_a_name_written_by_ear_is_found_among_countrymen_by_nothing_else(written: str, heard: str) -> None:
    def named(record: MatchRecord, name: str) -> PreparedRecord:
        return person(record, names=called(name), nationalities=("XX",), sex=Sex.MALE)

    sought = ENGINE.sought_keys(named(SOUGHT, written))
    kept = [ENGINE.blocking_keys(named(LIVING, name)) for name in ("Béla Kun", heard, "István Nagy")]
    assert CandidateIndex(kept).candidates(sought) == [1]
    assert {key.partition(":")[0] for key in sought & kept[1]} == {"heard-nation"}


@given(st.text(max_size=30))
def test_any_text_has_one_code_or_none(text: str) -> None:
    assert wide_ear_code(text) == wide_ear_code.__wrapped__(text)
    assert wide_ear_code(text).isascii()
