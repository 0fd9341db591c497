"""Words for reports, proposals and judgements."""

from enum import StrEnum

import pytest

from matching.record import Remains, Side
from search.vocabulary import (
    GroupReason,
    JudgementKind,
    JudgementReason,
    ProposalState,
    WantsContact,
)
from tests.web.labels.wording import (
    EVERY_LANGUAGE_OF_STAFF,
    codes_of,
    left_in_english,
    shared_words,
    shown,
    without_words,
)
from web.committee.forms import ANSWERS
from web.labels.reports import TABLES

# The words that are the same in another language.
SAME: dict[str, list[str]] = {}


@pytest.mark.parametrize(
    "kind",
    [
        GroupReason,
        Side,
        Remains,
        WantsContact,
        JudgementKind,
        JudgementReason,
        ProposalState,
    ],
)
def test_every_code_has_words_and_no_words_are_of_a_code_that_is_none(kind: type[StrEnum]) -> None:
    worded, codes = codes_of(kind, TABLES)
    assert worded == codes


@EVERY_LANGUAGE_OF_STAFF
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == set(SAME.get(tag, ()))


@EVERY_LANGUAGE_OF_STAFF
@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_of_a_table_read_alike_in_any_language(table: str, tag: str) -> None:
    assert shared_words(TABLES[table], tag) == []


def test_records_of_one_side_have_the_three_answers_that_the_form_takes() -> None:
    assert set(TABLES["duplicate_answer"]) == set(ANSWERS)


@EVERY_LANGUAGE_OF_STAFF
def test_the_same_person_and_another_person_are_never_told_alike(tag: str) -> None:
    answers = shown(TABLES["judgement_kind"], tag)
    assert answers[JudgementKind.POSITIVE] != answers[JudgementKind.NEGATIVE]
    assert shown(TABLES["judgement_kind"], "es")[JudgementKind.NEGATIVE].startswith("No es")
