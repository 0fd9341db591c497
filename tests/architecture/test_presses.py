"""What a browser presses says whether another page follows: a bare click does not wait, and what is read next may be
the page before or half of the next. Such a test fails once in a thousand runs, and nobody has done anything wrong.
"""

import ast

from tests.architecture.source import name_of, python_files

_DIRECT = {"click", "dblclick", "tap"}
_PRESSES = "tests/fixtures/browser.py"
"""Where `leads_on`, `stays` and `leaves` are, which everybody else uses."""


def _clicks(source: str) -> list[int]:
    """The lines in which something is clicked on directly."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in _DIRECT]


def test_tests_press_through_the_two_ways_that_know_what_follows() -> None:
    direct = {name_of(path): lines for path in python_files("tests") if (lines := _clicks(path.read_text("utf-8")))}
    assert set(direct) == {_PRESSES}, direct


def test_a_direct_click_is_seen() -> None:
    assert _clicks("page.locator('a').first.click()\nleads_on(page.locator('a'))\nbox.tap()") == [1, 3]
