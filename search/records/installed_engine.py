"""The one matching engine of this process, loaded at first use."""

import json
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

from matching import Engine, MatchingError
from matching.model import Model, load_model, parse_model
from matching.names.name_comparison import forget_prepared
from matching.names.part_rarity import refresh, refreshed_version
from search.errors import Refused
from search.records.part_frequency_file import read_frequencies


@cache
def shared_engine() -> Engine:
    """The engine with the parameters in force: immutable, so that everybody may share it.

    Its version tells the part frequencies in force too, because weights made with others are not to be mixed.
    """
    model, refreshed = _parameters(), refreshed_version()
    return Engine(replace(model, version=f"{model.version}+{refreshed}") if refreshed else model)


@cache
def _parameters() -> Model:
    """The shipped parameters, or those of a file; a file's version tells its content too."""
    chosen = _in_force.get("parameters")
    if chosen is None:
        return load_model()
    try:
        content = chosen.read_bytes()
        model = parse_model(json.loads(content))
        Engine(model)
    except (OSError, ValueError, MatchingError) as error:
        raise Refused("parameters_unreadable", name=chosen.name) from error
    return replace(model, version=f"{model.version}.{zlib.crc32(content):08x}")


_in_force: dict[str, Path] = {}


def use_parameters(path: Path | None) -> None:
    """Put a parameters file in force, or the shipped one; once, before anything else is done.

    Raises Refused where the file cannot be used.
    """
    if _in_force.get("parameters") == path:
        return
    _in_force.clear()
    if path is not None:
        _in_force["parameters"] = path
    _parameters.cache_clear()
    shared_engine.cache_clear()
    _parameters()


def use_frequencies(path: Path | None) -> None:
    """Put a file of part frequencies in force, or the shipped ones alone; once, before anything else is done.

    Raises Refused where the file cannot be used: weights that differ from the other processes' would not show.
    """
    if refresh(read_frequencies(path) if path is not None else {}):
        forget_prepared()
        shared_engine.cache_clear()
