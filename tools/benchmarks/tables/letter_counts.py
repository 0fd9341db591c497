"""Which letters met how often in names of one person: learnt from labelled pairs, and written to be read and compared.

The file is what `matching.names.shipped_weights` reads, with a line for every letter of a first side, so that two
versions can be laid side by side.
"""

import datetime
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from matching.errors import TrainingError
from matching.names.letter_learning import Counts, learn_counts
from matching.names.shipped_weights import SoundCounts
from search.errors import Refused
from search.evaluation.labelled_pairs import Part, read_pairs

# In the order in which they are counted.
FILES = (
    "cross_script_pairs.tsv.gz",
    "ethiopic_composed_pairs.tsv.gz",
    "token_pairs.tsv.gz",
    "within_script_pairs.tsv.gz",
)
# Pairs taken from another project's benchmark, which are for measuring only.
_BENCHMARK = "NAMEBENCH"
_FORMAT = "1"


def learn_sounds(folder: Path, part: Part, today: datetime.date) -> SoundCounts:
    """Counts from the true pairs of a part of a folder.

    Raises Refused where the folder lacks a file or has too few true pairs to learn from.
    """
    for name in FILES:
        if not (folder / name).is_file():
            raise Refused("file_missing", name=name)
    pairs = list(_true_pairs(folder, part))
    try:
        counts = learn_counts(pairs)
    except TrainingError as error:
        raise Refused("too_few_true_pairs", pairs=len(pairs)) from error
    made = {
        "date": today.isoformat(),
        "data": "names, all" if part is Part.ALL else f"names, {part} part",
        "command": f"ovillo tables sounds FOLDER FILE --part {part}",
    }
    return SoundCounts(version=f"{_FORMAT}:{today.isoformat()}", made=made, counts=counts)


def counts_as_text(learnt: SoundCounts) -> str:
    """The content of the file: JSON, a line for each letter of a first side, everything in the order it was learnt."""
    written = msgspec.structs.asdict(learnt)
    counts: Counts = written.pop("counts")
    head = "".join(f"{_json(key)}: {_json(value)},\n" for key, value in written.items())
    return f'{{\n{head}"counts": {_object(_ways(counts))}\n}}\n'


def _true_pairs(folder: Path, part: Part) -> Iterator[tuple[str, str]]:
    for name in FILES:
        for pair in read_pairs(folder / name, part):
            if pair.same and pair.other_script != _BENCHMARK:
                yield pair.one, pair.other


def _ways(counts: Counts) -> dict[str, str]:
    return {way: _object({letter: _json(met) for letter, met in letters.items()}) for way, letters in counts.items()}


def _object(members: Mapping[str, str]) -> str:
    """A JSON object with a line for each of its members, whose values are JSON already."""
    return "{\n" + ",\n".join(f"{_json(key)}: {value}" for key, value in members.items()) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
