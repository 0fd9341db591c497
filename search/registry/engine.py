"""The one matching engine of this process, loaded at first use."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from matching import Engine
from matching.model import load_model
from matching.names.comparison import forget_prepared
from matching.names.frequency import refresh, refreshed_version
from search.registry.frequencies import read_frequencies


@cache
def shared_engine() -> Engine:
    """The engine with its shipped parameters: immutable, so that everybody may share it.

    Its version tells the part frequencies in force too, because weights made with others are not to be mixed.
    """
    model, refreshed = load_model(), refreshed_version()
    return Engine(replace(model, version=f"{model.version}+{refreshed}") if refreshed else model)


def use_frequencies(path: Path | None) -> None:
    """Put a file of part frequencies in force, or the shipped ones alone; once, before anything else is done.

    Raises Refused where the file cannot be used: weights that differ from the other processes' would not show.
    """
    if refresh(read_frequencies(path) if path is not None else {}):
        forget_prepared()
        shared_engine.cache_clear()
