"""How well names are compared and found again, by script: tables of labelled pairs and of queries to a gallery.

Pairs: the area under the ROC curve of the match weight, and recall at a false-positive rate of 1 %, whose threshold is
set on the untrue pairs of the same script. Queries: recall at 1, 10 and 50, mean reciprocal rank, milliseconds.
"""

import statistics
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.names.name_comparison import prepare, prepared_bits
from matching.names.name_index import NameIndex
from search.errors import Refused
from search.evaluation.labelled_pairs import (
    GALLERY,
    PAIRS,
    QUERIES,
    LabelledPair,
    Part,
    pair_paths,
    read_gallery,
    read_pairs,
    read_queries,
)

Line = tuple[str, ...]
Report = Callable[[str], None]
FALSE_POSITIVES = 0.01
RANKS = (1, 10, 50)
_FEWEST = 2
_ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one query: the rank of the right answer from 1, None when it is not among those found."""

    rank: int | None
    milliseconds: float


def name_lines(folder: Path, part: Part, report: Report, *, retrieval: bool) -> Iterator[Line]:
    """Both tables, line by line as they are measured; Refused for a folder with nothing to measure.

    `report` is told what is left out and why.
    """
    paths = pair_paths(folder)
    absent = [name for name in (GALLERY, QUERIES) if not (folder / name).is_file()]
    if not paths and (absent or not retrieval):
        raise Refused("file_missing", name=PAIRS)
    if paths:
        yield from _pair_lines(paths, part, report)
    else:
        report(f"skipped: pairs, there is no {PAIRS}")
    if retrieval and absent:
        report(f"skipped: retrieval, there is no {' and no '.join(absent)}")
    elif retrieval:
        yield from _retrieval_lines(folder, part, report)


def roc_auc(true: Sequence[float], untrue: Sequence[float]) -> float:
    """The chance that a true pair scores higher than an untrue one, a tie counting half; neither may be empty."""
    low = sorted(untrue)
    return sum((bisect_left(low, score) + bisect_right(low, score)) / 2 for score in true) / (len(true) * len(low))


def recall_at_false_positives(true: Sequence[float], untrue: Sequence[float], rate: float = FALSE_POSITIVES) -> float:
    """The share of true pairs over the score that this share of the untrue ones reaches; neither may be empty."""
    high = sorted(untrue, reverse=True)
    threshold = high[min(int(rate * len(high)), len(high) - 1)]
    return sum(score > threshold for score in true) / len(true)


def _pair_lines(paths: Sequence[Path], part: Part, report: Report) -> Iterator[Line]:
    yield ("set", "script", "positives", "negatives", "roc_auc", "recall_at_1pct_fpr", "pairs_per_s")
    for path in paths:
        groups: dict[str, list[LabelledPair]] = defaultdict(list)
        for pair in read_pairs(path, part):
            groups[_group(path, pair)].append(pair)
        name = path.name.split(".")[0]
        for script, pairs in sorted(groups.items()):
            line = _compared(pairs)
            if line:
                yield (name, script, *line)
            else:
                report(f"skipped: {name} {script}, fewer than {_FEWEST} true or untrue pairs")


def _group(path: Path, pair: LabelledPair) -> str:
    """Pairs are taken together by the first name's script; two Latin names also by how the pair was chosen."""
    chosen = pair.negative.split("/")[0] if "within" in path.name and pair.script == "LATIN" else ""
    return f"{pair.script}/{chosen}" if chosen else pair.script


def _compared(pairs: Sequence[LabelledPair]) -> Line:
    """The figures of one group, empty when there are too few pairs."""
    started = time.perf_counter()
    scores = [(prepared_bits(prepare(pair.one), prepare(pair.other)), pair.same) for pair in pairs]
    seconds = time.perf_counter() - started
    true = [score for score, same in scores if same]
    untrue = [score for score, same in scores if not same]
    if min(len(true), len(untrue)) < _FEWEST:
        return ()
    separation = (f"{roc_auc(true, untrue):.4f}", f"{recall_at_false_positives(true, untrue):.4f}")
    return (str(len(true)), str(len(untrue)), *separation, str(int(len(pairs) / seconds)))


def _retrieval_lines(folder: Path, part: Part, report: Report) -> Iterator[Line]:
    queries = read_queries(folder / QUERIES, part)
    started = time.perf_counter()
    index = NameIndex(read_gallery(folder / GALLERY))
    report(f"gallery of {len(index)} names: index built in {time.perf_counter() - started:.1f} s")
    groups: dict[str, list[Found]] = defaultdict(list)
    for query in queries:
        found = _sought(index, query.name, query.answer)
        groups[query.script].append(found)
        groups[_ALL].append(found)
    yield ("script", "queries", *(f"recall_{rank}" for rank in RANKS), "mrr", "ms_median", "ms_p95")
    for script, hits in sorted(groups.items()):
        yield (script, str(len(hits)), *retrieval_figures(hits))


def _sought(index: NameIndex[str], name: str, answer: str) -> Found:
    started = time.perf_counter()
    ids = [one for one, _ in index.search(name, RANKS[-1])]
    milliseconds = (time.perf_counter() - started) * 1000
    return Found(ids.index(answer) + 1 if answer in ids else None, milliseconds)


def retrieval_figures(hits: Sequence[Found]) -> Line:
    """Recall by rank, mean reciprocal rank, median and 95th percentile of milliseconds; there must be a hit."""
    ranks = [hit.rank for hit in hits if hit.rank is not None]
    times = sorted(hit.milliseconds for hit in hits)
    recalls = [sum(rank <= most for rank in ranks) / len(hits) for most in RANKS]
    reciprocal = sum(1 / rank for rank in ranks) / len(hits)
    slowest = times[int(0.95 * (len(times) - 1))]
    shares = (f"{share:.4f}" for share in (*recalls, reciprocal))
    return (*shares, f"{statistics.median(times):.2f}", f"{slowest:.2f}")
