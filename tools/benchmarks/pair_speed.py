"""How many pairs a second the engine weighs by all the evidence, beside what others weigh of the same pairs.

The pairs are candidates of an invented registry, found as the worker finds them. On one core, everything ready in
memory: ours packed, rapidfuzz's put into Latin letters by anyascii, Splink's in DuckDB tables with a trained model.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from anyascii import anyascii
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cpdist

from benchmarks.invented import Size, invent_registry
from benchmarks.name_speed import Figure
from matching import Engine, PreparedRecord
from matching.candidate_index import CandidateIndex
from matching.pairs import Pairs
from matching.record import MatchRecord, Side

_TIMES = 3


@dataclass(frozen=True, slots=True)
class _Sides:
    sought: list[PreparedRecord]
    found: list[PreparedRecord]
    candidates: list[list[int]]

    @property
    def pairs(self) -> int:
        return sum(map(len, self.candidates))


def pair_figures(size: Size, seed: int, splink: Callable[..., float] | None) -> Iterator[Figure]:
    """All figures, as they are measured; `splink` is `pairs_per_second_of_splink` where it is installed."""
    engine = Engine.load()
    records = [account.record for account in invent_registry(size, random.Random(seed))]  # noqa: S311 - invented
    started = time.perf_counter()
    prepared = [engine.prepare(record) for record in records]
    yield Figure("records prepared, caches cold", len(records) / (time.perf_counter() - started), "records/s")
    packed = [engine.pack(one) for one in prepared]
    yield Figure("a packed record", sum(map(len, packed)) / len(packed), "bytes")
    yield Figure("packed records read into columns", _rate(lambda: engine.columns(packed), len(packed)), "records/s")
    sides = _sides(engine, prepared)
    yield Figure("candidate pairs", sides.pairs, "pairs")
    names = Figure("peer: rapidfuzz on anyascii, names alone", _rapidfuzz(sides), "pairs/s")
    yield names
    by_splink = _splink(splink, sides) if splink else None
    if by_splink is not None:
        yield by_splink
    sought, found = ([engine.pack(one) for one in side] for side in (sides.sought, sides.found))
    ours = _rate(lambda: _weighed(engine, sought, found, sides.candidates), sides.pairs)
    yield Figure("all evidence, search by search", ours, "pairs/s", by_splink or names)
    threshold = engine.threshold_among(len(found))
    heavy = _rate(lambda: _weighed(engine, sought, found, sides.candidates, threshold), sides.pairs)
    yield Figure("all evidence, those over the threshold", heavy, "pairs/s", by_splink or names)


def _sides(engine: Engine, prepared: Sequence[PreparedRecord]) -> _Sides:
    sought = [one for one in prepared if one.record.side is Side.SOUGHT]
    found = [one for one in prepared if one.record.side is Side.FOUND]
    index = CandidateIndex(engine.blocking_keys(one) for one in found)
    return _Sides(sought, found, [index.candidates(engine.sought_keys(one)) for one in sought])


def _weighed(
    engine: Engine,
    sought: Sequence[bytes],
    found: Sequence[bytes],
    candidates: Sequence[Sequence[int]],
    threshold: float | None = None,
) -> None:
    """From packed records to weights, of all pairs or of those at or above the threshold, as the worker does it."""
    for own, met in zip(sought, candidates, strict=True):
        if met:
            pairs = Pairs.one_with_all(engine.columns([own]), engine.columns([found[at] for at in met]))
            if threshold is None:
                engine.score(pairs)
            else:
                engine.score_above(pairs, threshold)


def _rapidfuzz(sides: _Sides) -> float:
    ours, theirs = ([_latin(one.record) for one in side] for side in (sides.sought, sides.found))
    i = np.repeat(np.arange(len(ours)), [len(met) for met in sides.candidates])
    j = np.array([at for met in sides.candidates for at in met], dtype=np.int64)
    left, right = [ours[at] for at in i.tolist()], [theirs[at] for at in j.tolist()]
    return _rate(lambda: cpdist(left, right, scorer=token_sort_ratio, workers=1), sides.pairs)


def _splink(pairs_per_second: Callable[..., float], sides: _Sides) -> Figure:
    from benchmarks.peers.flat_rows import flat  # noqa: PLC0415 - only where the peer is there

    sought = [flat(f"s{at}", one.record) for at, one in enumerate(sides.sought)]
    found = [flat(f"f{at}", one.record) for at, one in enumerate(sides.found)]
    candidates = [(f"s{at}", f"f{other}") for at, met in enumerate(sides.candidates) for other in met]
    rate = pairs_per_second(sought, found, candidates, threads=1)
    return Figure("peer: Splink, all columns that it can compare", rate, "pairs/s")


def _latin(record: MatchRecord) -> str:
    return anyascii(record.names[0].text).lower() if record.names else ""


def _rate(work: Callable[[], object], count: int) -> float:
    """The best of three runs."""
    seconds = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return count / min(seconds)
