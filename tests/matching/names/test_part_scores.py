"""Parts against many at once: the same bits as one by one."""

import itertools

import numpy as np
import pytest

from matching.names.name_columns import PartColumns
from matching.names.name_parts import prepare_part
from matching.names.part_scores import TAKEN, kernel_of, part_scores
from matching.names.part_similarity import APART, part_bits
from tests.matching.golden_tables import golden_rows

# Every kind of reason, in several scripts: initials, endings, look-alikes, short forms, languages, beginnings.
WRITTEN = tuple(
    word
    for line in (
        "karim karima karimov k l كريم كريمة muhammad محمد hasan husein حسن omar amr عمرو jamil jamal",
        "paco francisco john juan youssef yusuf יוסף tim timothy ti tesfaye ተስፋዬ tesfay kidane ኪዳነ",
        "김 金 민 문 明 明德 林 hayashi lim けん 健 иван ivan ivana yohannes yonas mario maria mary xuan ъ qarz",
        "qarzomir csaba chaba",
    )
    for word in line.split()
)


def test_every_pair_has_the_bits_of_the_pair_alone() -> None:
    parts = [prepare_part(written) for written in WRITTEN]
    columns = PartColumns.of(parts)
    everywhere = np.arange(len(columns.soundings))
    scores = part_scores(columns, columns, lambda _: everywhere)
    assert scores.shape == (len(parts), len(parts) + 1)
    wrong = [
        f"{one.written} {other.written}: {scores[i, j]} not {part_bits(one, other)}"
        for (i, one), (j, other) in itertools.product(enumerate(parts), enumerate(parts))
        if abs(scores[i, j] - part_bits(one, other)) > 0.002
    ]
    assert wrong == []


def test_the_golden_parts_have_the_bits_of_the_pair_alone() -> None:
    rows = golden_rows("parts.tsv")
    ones, others = ([prepare_part(row[side].casefold()) for row in rows] for side in ("one", "other"))
    many = PartColumns.of(others)
    everywhere = np.arange(len(many.soundings))
    scores = part_scores(PartColumns.of(ones), many, lambda _: everywhere)
    expected = [part_bits(one, other) for one, other in zip(ones, others, strict=True)]
    assert scores[np.arange(len(rows)), np.arange(len(rows))] == pytest.approx(expected, abs=0.002)


def test_no_part_has_so_few_bits_that_it_is_never_taken() -> None:
    columns = PartColumns.of([prepare_part("karim")])
    scores = part_scores(columns, columns, lambda _: np.arange(1))
    assert scores[0, -1] == TAKEN < APART


def test_what_is_not_to_be_aligned_has_nothing_in_common() -> None:
    one, other = PartColumns.of([prepare_part("tesfaye")]), PartColumns.of([prepare_part("tesfay")])
    nowhere = np.zeros(0, dtype=np.int64)
    assert part_scores(one, other, lambda _: np.arange(1))[0, 0] > 5.0
    assert part_scores(one, other, lambda _: nowhere)[0, 0] == APART


def test_nothing_is_compared_with_nothing() -> None:
    one, none = PartColumns.of([prepare_part("karim")]), PartColumns.of([])
    assert part_scores(one, none, lambda _: np.zeros(0, dtype=np.int64)).shape == (1, 1)


def test_a_kernel_is_made_once() -> None:
    assert kernel_of("latin") is kernel_of("latin")
