"""What is left of a token's pace is said with every answer to it, and to nobody else."""

import pytest

from search.accounts.api_tokens import CALLS_AT_ONCE
from tests.web.api.conftest import Caller

PACE = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_each_answer_counts_down_to_the_one_that_is_refused(call: Caller, shelter: str) -> None:
    answers = [call("GET", "/v1/reports", shelter) for _ in range(CALLS_AT_ONCE + 1)]
    told = [tuple(int(answer.headers[name]) for name in PACE) for answer in answers]
    assert [left for _, left, _ in told] == [*range(CALLS_AT_ONCE - 1, -1, -1), 0]
    assert {limit for limit, _, _ in told} == {CALLS_AT_ONCE}
    assert (told[0][2], told[-2][2]) == (1, CALLS_AT_ONCE // 2)
    assert answers[-1].headers["Retry-After"] == answers[-1].headers["RateLimit-Reset"]


def test_whoever_has_no_token_is_told_no_pace(call: Caller) -> None:
    for address in ("/v1/reports", "/openapi.json"):
        assert not set(PACE) & set(call("GET", address).headers.keys())
    assert not set(PACE) & set(call("GET", "/v1/reports", "x" * 43).headers.keys())
