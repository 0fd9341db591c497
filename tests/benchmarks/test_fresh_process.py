"""A fresh process measures itself: what it imports, and what an index adds to it."""

from pathlib import Path

import pytest

from benchmarks import fresh_process
from benchmarks.fresh_process import Cost, cost_of, index_growth
from tests.search.evaluation.names_folder import write_names_folder


def test_statements_are_run_in_a_process_of_their_own(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    cost = cost_of(f"open({str(mark)!r}, 'a').write('x'); time.sleep(0.1)", 1)
    # Once that is not counted, and once that is.
    assert mark.read_text() == "xx"
    assert 0.1 <= cost.seconds < 5
    assert 5 < cost.megabytes < 500


def test_the_median_is_told_and_the_first_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([[99.0, 990.0], [3.0, 10.0], [1.0, 30.0], [2.0, 20.0]])
    monkeypatch.setattr(fresh_process, "_answer", lambda *_words: next(answers))
    assert cost_of("pass", 3) == Cost(2.0, 20.0)


def test_an_index_is_measured_by_itself(tmp_path: Path) -> None:
    growth = index_growth(write_names_folder(tmp_path))
    assert growth.names == 100
    assert growth.adding > 0
    assert growth.first_search > 0
    assert growth.megabytes >= 0
