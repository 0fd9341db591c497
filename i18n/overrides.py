"""Names of countries and languages for which the CLDR has none in a language, or that of another language.

`overrides/<table>/<tag>.tsv` has a code and a name a line, under a line that says where they are from; only what is
missing or unusable stands there. A language without such a file needs none.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

OVERRIDES = Path(__file__).parent / "overrides"


@cache
def own_names(table: str, tag: str, folder: Path = OVERRIDES) -> Mapping[str, str]:
    """Our own names of a table (`countries`, `languages`) in a language, by code."""
    path = folder / table / f"{tag}.tsv"
    if not path.is_file():
        return {}
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#")
    return {code: name.strip() for code, name in (line.split("\t") for line in lines)}
