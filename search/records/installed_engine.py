"""The matching engine of an installation: the shipped one, or with its own parameters and part frequencies.

It is built once from the settings; the database that it works for carries it into every session.
"""

import json
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from matching import Engine, MatchingError
from matching.model import Model, load_model, parse_model
from matching.names.part_rarity import part_rarities
from search.errors import Refused
from search.records.part_frequency_file import read_frequencies
from search.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFiles:
    """What an installation has in place of what is shipped; None for what it does not."""

    parameters: Path | None = None
    part_frequencies: Path | None = None


def engine_files(settings: Settings) -> EngineFiles:
    """The files that the settings name."""
    return EngineFiles(parameters=settings.parameters, part_frequencies=settings.part_frequencies)


def load_engine(files: EngineFiles) -> Engine:
    """The engine that these files make; raises Refused where one cannot be used.

    Its version tells their content, because weights made with others are not to be mixed.
    """
    counted = read_frequencies(files.part_frequencies) if files.part_frequencies else {}
    model = load_model() if files.parameters is None else _read_model(files.parameters)
    try:
        return Engine(model, part_rarities(counted))
    except MatchingError as error:
        raise Refused("parameters_unreadable", name=files.parameters.name if files.parameters else "") from error


def engine_of(session: Session) -> Engine:
    """The engine that this session's database was opened with."""
    engine: Engine = session.info["engine"]
    return engine


def _read_model(path: Path) -> Model:
    if not path.is_file():
        # Neither a folder nor a pipe, from which one could wait for ever.
        raise Refused("parameters_unreadable", name=path.name)
    try:
        content = path.read_bytes()
        model = parse_model(json.loads(content))
    except (OSError, RecursionError, ValueError, MatchingError) as error:
        raise Refused("parameters_unreadable", name=path.name) from error
    return replace(model, version=f"{model.version}.{zlib.crc32(content):08x}")
