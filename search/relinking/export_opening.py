"""Opening an export where an engine runs: the manifest must be whole, and this machine's engine the portal's."""

from dataclasses import dataclass
from pathlib import Path

from matching import Engine
from search.errors import Refused
from search.relinking.export_folder import Manifest, check_manifest, read_manifest
from search.relinking.export_sealing import ExportCipher
from search.relinking.key_files import EngineKey


@dataclass(frozen=True, slots=True)
class OpenedExport:
    """A folder whose manifest was made by whoever made the key, and the engine that reads what it holds."""

    folder: Path
    manifest: Manifest
    engine_key: EngineKey
    engine: Engine

    def cipher(self) -> ExportCipher:
        """What opens its parts and records."""
        return ExportCipher(self.engine_key.export_id, self.engine_key.key)


def open_export(folder: Path, engine_key: EngineKey, engine: Engine) -> OpenedExport:
    """Refused where the engine or its tables differ from those of the export, SealBroken where the key is another's."""
    opened = OpenedExport(folder, read_manifest(folder), engine_key, engine)
    check_manifest(opened.manifest, opened.cipher())
    if (opened.manifest.engine_version, opened.manifest.layout) != (engine.version, engine.layout):
        raise Refused("engine_differs", exported=opened.manifest.engine_version, here=engine.version)
    return opened
