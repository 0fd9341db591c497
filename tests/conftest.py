"""Fixtures for all tests, and the closing report of what could not be run."""

import gc
import os
from collections import Counter

import pytest
from hypothesis import settings

pytest_plugins = [
    "tests.fixtures.postgresql",
    "tests.fixtures.databases",
    "tests.fixtures.browser",
    "tests.fixtures.cheap_hashes",
    "tests.fixtures.compiled_pages",
    "tests.fixtures.compiled_rules",
    "tests.fixtures.confined_here",
    "tests.fixtures.conflicts",
    "tests.fixtures.portals",
    "tests.fixtures.switch",
    "tests.fixtures.telling",
]

# No deadline, because a busy machine is not a fault; in CI always the same examples, so that a failure is the change's.
settings.register_profile("project", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("project")
# Twenty thousand tests are found and none of them goes away: a collector that goes through them finds nothing.
gc.disable()
_COLLECTED_EVERY = 20_000


def pytest_collection_finish() -> None:
    """From here on only what the tests themselves make is gone through, and more rarely than in service."""
    gc.freeze()
    gc.set_threshold(_COLLECTED_EVERY)
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end, and loudly, which tests were not run and why: a skip must not pass for a success."""
    reasons = Counter(_reason(report) for report in terminalreporter.getreports("skipped"))
    if not reasons:
        return
    terminalreporter.section("NOT RUN", sep="!", red=True, bold=True)
    for reason, tests in sorted(reasons.items()):
        terminalreporter.line(f"NOT RUN: {reason} ({tests} tests)", red=True)


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return str(report.longrepr)
