"""More parts of names than are shipped, from a folder of labelled parts: the same part at home and in Latin letters."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.invented.culture_name_parts import Part as NamePart
from search.errors import Refused
from search.evaluation.labelled_pairs import Part, read_pairs

_FILE = "token_pairs.tsv.gz"
# Whose parts those of a script may be. Others' transcribe foreign names and are nobody's at home.
_CULTURES: Mapping[str, tuple[str, ...]] = {
    "ARABIC-tok": ("arabic", "persian"),
    "CYRILLIC-tok": ("russian", "ukrainian"),
    "ETHIOPIC-tok": ("ethiopic",),
}


def read_more_parts(folder: Path) -> Mapping[str, Sequence[NamePart]]:
    """Parts by culture, each once; Refused where the folder lacks the file."""
    path = folder / _FILE
    if not path.is_file():
        raise Refused("file_missing", name=_FILE)
    spellings: dict[tuple[str, str], dict[str, None]] = {}
    for pair in read_pairs(path, Part.ALL):
        if pair.same:
            spellings.setdefault((pair.script, pair.one), {})[pair.other.title()] = None
    found: dict[str, list[NamePart]] = {}
    for (script, native), latin in spellings.items():
        for culture in _CULTURES.get(script, ()):
            titled = native.title() if script == "CYRILLIC-tok" else native
            found.setdefault(culture, []).append(NamePart(titled, tuple(latin)))
    return found
