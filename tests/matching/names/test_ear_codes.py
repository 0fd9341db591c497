"""What a clerk heard is found again, agrees where nothing else does, and disturbs no name that was spelled."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import Engine, MatchRecord, Sex, compare_names
from matching.candidate_index import CandidateIndex
from matching.names.ear_codes import close_ear_code, wide_ear_code
from matching.names.name_columns import PartColumns
from matching.names.name_parts import prepare_part
from matching.names.part_scores import part_scores
from matching.names.part_similarity import BY_EAR, are_alike_by_ear, part_bits
from matching.prepared_record import PreparedRecord
from tests.matching.records import LIVING, SOUGHT, called, person

ENGINE = Engine.load()
TEXTS = st.text(max_size=30)
# Two spellings that our own sounds and skeletons keep apart.
HEARD = [("leanne", "lian"), ("cissé", "ceesay"), ("youssouf", "yusufu"), ("gracie", "greisi"), ("τσερνόφ", "чернов")]


@pytest.mark.parametrize(("one", "other"), HEARD)
def test_a_part_written_by_ear_does_not_contradict(one: str, other: str) -> None:
    assert part_bits(prepare_part(one), prepare_part(other)) == BY_EAR


@pytest.mark.parametrize(("one", "other"), HEARD)
def test_one_with_many_agrees_by_ear_as_one_by_one(one: str, other: str) -> None:
    many = PartColumns.of([prepare_part(other), prepare_part("shaban"), prepare_part("سامي")])
    everywhere = np.arange(len(many.soundings))
    scores = part_scores(PartColumns.of([prepare_part(one)]), many, lambda _: everywhere)
    assert scores[0, 0] == BY_EAR
    assert (scores[0, 1:-1] < 0).all()


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Karim Haddad", "Karima Haddad", "a man's name and a woman's"),
        ("Hasan Haddad", "Husayn Haddad", "two common names"),
        ("ნინო გელაშვილი", "ნანა გელაშვილი", "people spell the letters of their own language"),
        ("サトウ ケイコ", "サイトウ ケイコ", "signs that are written as they are said"),
        ("Mario Haddad", "Mauro Haddad", "two names that many bear"),
        ("Tamás Kelemen", "Tímea Kelemen", "another last consonant"),
    ],
)
def test_names_that_are_two_stay_two(one: str, other: str, why: str) -> None:
    assert compare_names(one, other).match_weight < 8.0, why


def test_the_card_says_that_a_part_was_perhaps_written_by_ear() -> None:
    parts = compare_names("Gracie Mora", "Greisi Mora").parts
    assert sorted(part.reason for part in parts) == ["by_ear", "same"]


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


@pytest.mark.parametrize("name", ["", "12", "李", "K", "@~"])
def test_what_says_nothing_has_no_code(name: str) -> None:
    assert close_ear_code(name) == ""


@given(TEXTS)
def test_any_text_has_one_code_or_none(text: str) -> None:
    for code_of in (wide_ear_code, close_ear_code):
        assert code_of(text) == code_of.__wrapped__(text)
        assert code_of(text).isascii()


@given(TEXTS.filter(bool), TEXTS.filter(bool))
def test_to_be_alike_by_ear_is_mutual(one: str, other: str) -> None:
    a, b = prepare_part(one.casefold()), prepare_part(other.casefold())
    assert are_alike_by_ear(a, b) == are_alike_by_ear(b, a)
    assert part_bits(a, b) == pytest.approx(part_bits(b, a), abs=1e-6)
