from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from splink.comparison_library import ComparisonCreator
from splink.internals.blocking_rule_creator import BlockingRuleCreator
from splink.internals.splink_dataframe import SplinkDataFrame

class DuckDBAPI:
    def __init__(self, connection: str | DuckDBPyConnection = ...) -> None: ...
    def register(
        self, table: str, *, dataset_display_name: str | None = ..., table_name: str | None = ...
    ) -> SplinkDataFrame: ...

class SettingsCreator:
    def __init__(
        self,
        link_type: str,
        comparisons: Sequence[ComparisonCreator] = ...,
        blocking_rules_to_generate_predictions: Sequence[BlockingRuleCreator] = ...,
        retain_matching_columns: bool = ...,
        retain_intermediate_calculation_columns: bool = ...,
    ) -> None: ...

class LinkerTraining:
    def estimate_probability_two_random_records_match(
        self, deterministic_matching_rules: list[BlockingRuleCreator], recall: float
    ) -> None: ...
    def estimate_u_using_random_sampling(self, max_pairs: float = ..., seed: int | None = ...) -> None: ...
    def estimate_parameters_using_expectation_maximisation(self, blocking_rule: BlockingRuleCreator) -> object: ...

class LinkerInference:
    def compute_blocked_pairs_for_predict(self) -> SplinkDataFrame: ...
    def predict(self, *, warning_mode: str = ...) -> SplinkDataFrame: ...

class LinkerTableManagement:
    def register_blocked_pairs_for_predict(self, input_data: SplinkDataFrame) -> SplinkDataFrame: ...

class Linker:
    training: LinkerTraining
    inference: LinkerInference
    table_management: LinkerTableManagement
    def __init__(
        self, splink_dataframe_or_dataframes: Sequence[SplinkDataFrame], settings: SettingsCreator, log_level: int = ...
    ) -> None: ...

def block_on(*col_names_or_exprs: str, arrays_to_explode: list[str] | None = ...) -> BlockingRuleCreator: ...
