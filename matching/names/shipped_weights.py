"""Where the learned weights come from: the shipped counts, read once."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from matching.errors import ParametersError
from matching.names.letter_weights import AllWeights


class SoundCounts(msgspec.Struct, frozen=True):
    """A file of counts: its version, how it was made, and by way of writing which letters met how often."""

    version: str
    made: dict[str, str]
    counts: dict[str, dict[str, dict[str, float]]]


def read_counts(content: bytes) -> SoundCounts:
    """From the content of a file; raises ParametersError for anything else."""
    try:
        return msgspec.json.decode(content, type=SoundCounts)
    except msgspec.MsgspecError as error:
        raise ParametersError("not a file of sound counts") from error


@lru_cache(maxsize=1)
def shipped_weights() -> AllWeights:
    """The weights made from `parameters/sounds.json`; raises ParametersError when it speaks of unknown letters."""
    try:
        return AllWeights(shipped_counts().counts)
    except KeyError as error:
        raise ParametersError("sound counts of other letters") from error


@lru_cache(maxsize=1)
def shipped_counts() -> SoundCounts:
    """The shipped file of counts."""
    return read_counts(files("matching").joinpath("parameters", "sounds.json").read_bytes())
