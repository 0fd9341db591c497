"""Without the extras the portals run, and the command says what is missing."""

import subprocess
import sys

import pytest

from search.errors import Refused
from search.relinking.installed_extras import LOCAL, check_installed

pytestmark = pytest.mark.slow

_LOADED = """
import sys
import search.cli, search.proposing.worker, wsgi
print(sorted({"duckdb", "pyarrow", "pyspark", "pandas"} & set(sys.modules)))
"""


def test_a_missing_library_is_named() -> None:
    check_installed(*LOCAL)
    with pytest.raises(Refused, match="scale_not_installed library=no_such_library"):
        check_installed("json", "no_such_library")


def test_neither_the_portals_nor_the_command_line_load_what_only_relinking_needs() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
