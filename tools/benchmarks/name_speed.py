"""How fast names are compared, beside the fastest thing that does something of the kind, in one run on one machine.

The peer is `rapidfuzz.fuzz.token_sort_ratio` on names put into Latin letters by `anyascii`: it knows nothing of names,
and is what is taken where nothing else is at hand. Each figure says which of the peer's it stands beside: a comparison
of names made ready beside one of names transliterated, one from the text beside one from the text.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from benchmarks.fresh_process import cost_of, index_growth
from matching import NameColumns, PreparedName, compare_batch, prepare_name
from matching.names.name_comparison import prepared_bits
from search.errors import Refused
from search.evaluation.labelled_pairs import GALLERY, PAIRS, Part, pair_paths, read_pairs

Pairs = Sequence[tuple[str, str]]
TIMES = 5
SOUGHT, HELD = 200, 5_000
_LEAST_RESULTS = 1_000

_IMPORT = "import matching"
_COMPARE = "from matching import compare_names\ncompare_names('\\u674e\\u5a1c', 'Li Na')"
_PEER_IMPORT = "from rapidfuzz.fuzz import token_sort_ratio"
_PEER_COMPARE = _PEER_IMPORT + "\nfrom anyascii import anyascii\ntoken_sort_ratio(anyascii('\\u674e\\u5a1c'), 'Li Na')"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `peer` is the one it stands beside, None for the peer's own and where there is none."""

    name: str
    value: float
    unit: str
    peer: "Figure | None" = None


def speed_figures(folder: Path, report: Callable[[str], None]) -> Iterator[Figure]:
    """All figures, as they are measured; Refused for a folder without pairs. `report` is told what is left out."""
    pairs = _pairs(folder)
    yield from _fresh_figures()
    yield from _preparing(list(dict.fromkeys(chain.from_iterable(pairs))))
    yield from _one_by_one(pairs)
    yield from _in_batch(pairs)
    if (folder / GALLERY).is_file():
        yield from _index_figures(folder)
    else:
        report(f"skipped: index, there is no {GALLERY}")


def forget_results() -> None:
    """Empty the engine's caches of names and parts, whatever they are called; its tables stay loaded."""
    modules = [module for name, module in sys.modules.items() if name.startswith("matching.names")]
    for kept in chain.from_iterable(vars(module).values() for module in modules):
        if hasattr(kept, "cache_clear") and (kept.cache_parameters()["maxsize"] or _LEAST_RESULTS) >= _LEAST_RESULTS:
            kept.cache_clear()


def _pairs(folder: Path) -> Pairs:
    pairs = [(pair.one, pair.other) for path in pair_paths(folder) for pair in read_pairs(path, Part.ALL)]
    if not pairs:
        raise Refused("file_missing", name=PAIRS)
    return pairs


def _fresh_figures() -> Iterator[Figure]:
    """What it costs to have the engine at hand: the interpreter's own memory is in all of these."""
    bare = cost_of("pass", TIMES)
    yield Figure("memory of the bare interpreter", bare.megabytes, "MB")
    for what, peer_s, ours_s in (
        ("import", _PEER_IMPORT, _IMPORT),
        ("import and first comparison", _PEER_COMPARE, _COMPARE),
    ):
        theirs, ours = cost_of(peer_s, TIMES), cost_of(ours_s, TIMES)
        seconds = Figure(f"peer: {what}", theirs.seconds, "s")
        memory = Figure(f"peer: memory after {what}", theirs.megabytes, "MB")
        yield from (seconds, Figure(what, ours.seconds, "s", seconds))
        yield from (memory, Figure(f"memory after {what}", ours.megabytes, "MB", memory))


def _preparing(names: Sequence[str]) -> Iterator[Figure]:
    prepare_name(names[0])
    forget_results()
    peer = Figure(
        "peer: names transliterated", _rate(lambda: [anyascii(name) for name in names], len(names)), "names/s"
    )
    yield peer
    ours = _rate(lambda: [prepare_name(name) for name in names], len(names))
    yield Figure("names prepared, caches cold", ours, "names/s", peer)


def _one_by_one(pairs: Pairs) -> Iterator[Figure]:
    count = len(pairs)
    from_text = _rate(lambda: [token_sort_ratio(anyascii(one), anyascii(other)) for one, other in pairs], count)
    peer_text = Figure("peer: pairs from text", from_text, "pairs/s")
    latin = [(anyascii(one), anyascii(other)) for one, other in pairs]
    ready = _rate(lambda: [token_sort_ratio(one, other) for one, other in latin], count)
    peer_ready = Figure("peer: transliterated pairs", ready, "pairs/s")
    yield from (peer_text, peer_ready)
    forget_results()
    cold_text = _rate(lambda: [prepared_bits(prepare_name(a), prepare_name(b)) for a, b in pairs], count)
    yield Figure("pairs from text, caches cold", cold_text, "pairs/s", peer_text)
    forget_results()
    prepared = [(prepare_name(one), prepare_name(other)) for one, other in pairs]
    for caches in ("cold", "warm"):
        rate = _rate(lambda: [prepared_bits(one, other) for one, other in prepared], count)
        yield Figure(f"prepared pairs one by one, caches {caches}", rate, "pairs/s", peer_ready)


def _in_batch(pairs: Pairs) -> Iterator[Figure]:
    """Every so-many-th of the first names against every so-many-th of the other ones."""
    sought = _spread([one for one, _ in pairs], SOUGHT)
    held = _spread([other for _, other in pairs], HELD)
    count = len(sought) * len(held)
    latin, many = [anyascii(name) for name in sought], [anyascii(name) for name in held]
    theirs = _median_rate(lambda: cdist(latin, many, scorer=token_sort_ratio, workers=1), count)
    peer = Figure(f"peer: transliterated pairs in batch, {len(sought)} x {len(held)}", theirs, "pairs/s")
    yield peer
    forget_results()
    queries, names = [prepare_name(name) for name in sought], [prepare_name(name) for name in held]
    started = time.perf_counter()
    columns = NameColumns.of(names)
    yield Figure(f"columns of {len(held)} prepared names", time.perf_counter() - started, "s")
    ours = _median_rate(lambda: _all_compared(queries, columns), count)
    yield Figure(f"prepared pairs in batch, {len(sought)} x {len(held)}", ours, "pairs/s", peer)


def _all_compared(queries: Sequence[PreparedName], columns: NameColumns) -> None:
    for query in queries:
        compare_batch(query, columns)


def _index_figures(folder: Path) -> Iterator[Figure]:
    growth = index_growth(folder)
    yield Figure(f"index of {growth.names} names, adding", growth.adding, "s")
    yield Figure("index, first search, which puts it in order", growth.first_search, "s")
    yield Figure("index, growth of the process", growth.megabytes, "MB")


def _spread(names: Sequence[str], most: int) -> list[str]:
    """Evenly spread over the distinct names, at most so many."""
    distinct = list(dict.fromkeys(names))
    return [distinct[at * len(distinct) // most] for at in range(most)] if len(distinct) > most else distinct


def _rate(work: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)


def _median_rate(work: Callable[[], object], count: int) -> float:
    return statistics.median(_rate(work, count) for _ in range(TIMES))
