"""Whether the libraries of an engine are here: they are extras, and the portals run without them."""

from importlib.util import find_spec

from search.errors import Refused

LOCAL = ("duckdb", "pyarrow")
SPARK = ("pyspark", "pyarrow")
FILES = ("pyarrow",)


def check_installed(*libraries: str) -> None:
    """Refused, before anything is read, where one cannot be imported (`pip install .[scale]` or `.[spark]`)."""
    for library in libraries:
        if find_spec(library) is None:
            raise Refused("scale_not_installed", library=library)
