"""Thousands of calls that are made of the API's description, right ones and broken, about what is there and not."""

from collections import Counter
from pathlib import Path

import pytest

from tests.web.api.called_rightly import called_rightly
from tests.web.api.test_generated_calls import call_all
from web.context import Context

OF_EACH = 260


@pytest.mark.measurement
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_thousands_of_generated_calls_are_answered_as_the_description_says(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Counter[int] = Counter()
    call_all(called_rightly(context, tmp_path), counted, monkeypatch, OF_EACH)
    print(f"calls={counted.total()} answers={dict(sorted(counted.items()))}")  # noqa: T201 - what is measured
    assert counted.total() >= 5000
