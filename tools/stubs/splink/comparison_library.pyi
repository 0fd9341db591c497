from collections.abc import Sequence
from typing import Self

from splink.comparison_level_library import ComparisonLevelCreator

class ComparisonCreator:
    def configure(self, *, term_frequency_adjustments: bool = ...) -> Self: ...

class CustomComparison(ComparisonCreator):
    def __init__(
        self, comparison_levels: Sequence[ComparisonLevelCreator], output_column_name: str | None = ...
    ) -> None: ...

class ExactMatch(ComparisonCreator):
    def __init__(self, col_name: str) -> None: ...

class DamerauLevenshteinAtThresholds(ComparisonCreator):
    def __init__(self, col_name: str, distance_threshold_or_thresholds: Sequence[int] = ...) -> None: ...

class ArrayIntersectAtSizes(ComparisonCreator):
    def __init__(self, col_name: str, size_threshold_or_thresholds: Sequence[int] = ...) -> None: ...
