"""Splink on two flat tables in DuckDB: trained without any known pair, asked for each sought person's best reports."""

import json
import logging
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker
from splink.internals.exceptions import EMTrainingException
from splink.internals.splink_dataframe import SplinkDataFrame

from benchmarks.peers.flat_rows import COLUMNS, FlatRow
from benchmarks.peers.peer_figures import Linked, WeighedPair
from benchmarks.peers.splink_model import FOUND, SOUGHT, settings, sure_rules, training_rules

_SEED = 7
_U_PAIRS = 1e7
# Numbers and papers stand on one report of eight: the sure rules find about this share of all true pairs.
_RECALL_OF_SURE_RULES = 0.15
# As many of each request, and as many of all, as are kept of our own run.
_BEST = """
SELECT unique_id_l, unique_id_r, match_weight FROM {this}
QUALIFY row_number() OVER (PARTITION BY unique_id_l ORDER BY match_weight DESC, unique_id_r) <= 50
"""
_HEAVIEST = """
SELECT unique_id_l, unique_id_r, match_weight FROM {this}
ORDER BY match_weight DESC, unique_id_l, unique_id_r LIMIT 1000
"""
_CANDIDATES = "candidates"


class SplinkLinkage:
    """One model over two tables, in memory; DuckDB may use so many threads."""

    def __init__(self, sought: Sequence[FlatRow], found: Sequence[FlatRow], threads: int = 1) -> None:
        self._seconds: dict[str, float] = {}
        with self._stage("load"):
            self._connection = duckdb.connect(":memory:", config={"threads": threads})
            database = DuckDBAPI(self._connection)
            self._table(SOUGHT, sought)
            self._table(FOUND, found)
            frames = [database.register(name, dataset_display_name=name) for name in (SOUGHT, FOUND)]
            spoken = any(row.languages for row in sought) and any(row.languages for row in found)
            self._linker = Linker(frames, settings(with_languages=spoken), log_level=logging.ERROR)
            self._database = database

    def train(self) -> None:
        """As documented: the prior from sure rules, u from random pairs, m by expectation maximisation."""
        training = self._linker.training
        with self._stage("train"):
            training.estimate_probability_two_random_records_match(list(sure_rules()), recall=_RECALL_OF_SURE_RULES)
            training.estimate_u_using_random_sampling(max_pairs=_U_PAIRS, seed=_SEED)
            for rule in training_rules():
                # Too few pairs to learn from: the other rules teach what this one would have, or believed values stay.
                with suppress(EMTrainingException, ValueError):
                    training.estimate_parameters_using_expectation_maximisation(rule)

    def link(self) -> Linked:
        """Weigh the pairs that the candidate rules let through."""
        with self._stage("block"):
            self._linker.inference.compute_blocked_pairs_for_predict()
        with self._stage("predict"):
            weighed = self._linker.inference.predict(warning_mode="never")
        return Linked(
            best=_pairs(weighed.query_sql(_BEST)),
            heaviest=_pairs(weighed.query_sql(_HEAVIEST)),
            pairs=_count(weighed),
            seconds=dict(self._seconds),
        )

    def pairs_per_second(self, candidates: Sequence[tuple[str, str]] | None = None) -> float:
        """How many pairs are weighed in a second, making the table of weights included.

        Those of the candidate rules, which are found beforehand and not counted, or these: sought and found ids.
        """
        if candidates is None:
            blocked = self._linker.inference.compute_blocked_pairs_for_predict()
        else:
            blocked = self._registered(candidates)
        count = _count(blocked)
        started = time.perf_counter()
        self._linker.inference.predict(warning_mode="never").drop_table_from_database_and_remove_from_cache()
        return count / (time.perf_counter() - started)

    def _registered(self, candidates: Sequence[tuple[str, str]]) -> SplinkDataFrame:
        """A table of pairs in the shape of Splink's own: source and id on both sides, and the rule that let it in."""
        rows: list[Mapping[str, object]] = [
            {"join_key_l": f"{SOUGHT}-__-{one}", "join_key_r": f"{FOUND}-__-{other}", "match_key": "0"}
            for one, other in candidates
        ]
        columns = {"join_key_l": "VARCHAR", "join_key_r": "VARCHAR", "match_key": "VARCHAR"}
        self._fill(_CANDIDATES, columns, rows)
        frame = self._database.register(_CANDIDATES)
        self._linker.table_management.register_blocked_pairs_for_predict(frame)
        return frame

    def _table(self, name: str, rows: Sequence[FlatRow]) -> None:
        self._fill(name, COLUMNS, [row.as_json() for row in rows])

    def _fill(self, name: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, object]]) -> None:
        """Through a file of JSON lines, as that is the quickest way into DuckDB without another library."""
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch, "rows.jsonl")
            with path.open("w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            read = self._connection.read_json(str(path), format="newline_delimited", columns=dict(columns))
            read.create(name)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self._seconds[name] = time.perf_counter() - started


def link_with_splink(sought: Sequence[FlatRow], found: Sequence[FlatRow], threads: int = 1) -> Linked:
    """Train on the tables themselves and link them."""
    linkage = SplinkLinkage(sought, found, threads)
    linkage.train()
    return linkage.link()


def pairs_per_second_of_splink(
    sought: Sequence[FlatRow],
    found: Sequence[FlatRow],
    candidates: Sequence[tuple[str, str]] | None = None,
    threads: int = 1,
) -> float:
    """How many pairs a trained model weighs in a second: of its own blocking, or of these ids (sought, found)."""
    linkage = SplinkLinkage(sought, found, threads)
    linkage.train()
    return linkage.pairs_per_second(candidates)


def _pairs(frame: SplinkDataFrame) -> list[WeighedPair]:
    return [
        WeighedPair(str(row["unique_id_l"]), str(row["unique_id_r"]), float(row["match_weight"]))
        for row in frame.as_record_list()
    ]


def _count(frame: SplinkDataFrame) -> int:
    return int(frame.query_sql("SELECT count(*) AS pairs FROM {this}").as_record_list()[0]["pairs"])
