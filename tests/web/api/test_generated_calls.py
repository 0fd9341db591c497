"""Calls that are made of the API's description, right ones and broken ones: no fault of ours, nothing undescribed.

A small part of them, the same each time; `make api-fuzz` makes thousands (`tests/security/test_thousands_of_calls.py`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from werkzeug.test import Client

from tests.search.photos.drawn import planted
from tests.web.api.called_rightly import Api
from wsgi import compose

FEW = 3
MOST_CALLS = 10**9
# Whether what fits the schema is taken, more is asked than a schema can say; and a right call that was aimed at what is
# there is no wrong one for that.
NOT_ASKED: Mapping[GenerationMode, Sequence[Any]] = {
    GenerationMode.POSITIVE: (positive_data_acceptance, negative_data_rejection),
    GenerationMode.NEGATIVE: (positive_data_acceptance,),
}


@pytest.fixture
def counted() -> Counter[int]:
    """How many answers there were of each status."""
    return Counter()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_generated_calls_are_answered_as_the_description_says(
    api: Api, counted: Counter[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    call_all(api, counted, monkeypatch, FEW)
    assert {200, 201, 404, 422} <= set(counted)


def call_all(api: Api, counted: Counter[int], monkeypatch: pytest.MonkeyPatch, examples: int) -> None:
    """Call every operation so many times rightly and as often wrongly, and hold each answer against the description."""
    monkeypatch.setattr("search.accounts.api_tokens.CALLS_AT_ONCE", MOST_CALLS)
    application = compose(api.context)
    described = schemathesis.openapi.from_dict(without_security(Client(application).get("/api/openapi.json").json))
    described.app = application
    for result in described.get_all_operations():
        assert isinstance(result, Ok), result.err()
        for mode in NOT_ASKED:
            run(result.ok().as_strategy(generation_mode=mode), mode, api, counted, examples)


def without_security(document: Any) -> Any:
    """The description as for somebody whose token is sent by itself; who may what is asked elsewhere."""
    for path in document["paths"].values():
        for operation in path.values():
            del operation["security"]
    return document


def run(cases: Any, mode: GenerationMode, api: Api, counted: Counter[int], examples: int) -> None:
    headers = {"Authorization": f"Bearer {api.token}"}

    @seed(12)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def called(case: Any) -> None:
        if mode is GenerationMode.POSITIVE:
            aim(case, api, counted.total())
        response = case.call(headers=headers)
        counted[response.status_code] += 1
        case.validate_response(response, headers=headers, excluded_checks=list(NOT_ASKED[mode]))

    called()


def aim(case: Any, api: Api, number: int) -> None:
    """Two of three calls are about what is there, and say what this organisation may say."""
    if number % 3 == 0:
        return
    case.path_parameters.update({name: api.ids[name] for name in case.path_parameters if name in api.ids})
    if "If-Match" in case.headers:
        case.headers["If-Match"] = api.newest()
    if isinstance(case.body, dict):
        for report in (case.body, *case.body.get("reports", ())):
            may_say(report)
    elif str(case.media_type).startswith("image/"):
        case.body = planted()["JPEG"]
        case.query.update({"kind": "portrait", "agreed": True})


def may_say(report: dict[str, Any]) -> None:
    """Takes out what nearly always is refused where it was made by chance: notes, corrections, ids."""
    for name in ("post_mortem", "corrections", "provenance_notes", "alike", "source_date"):
        report.pop(name, None)
    if "kind" in report:
        report["kind"] = "shelter"
    for part in ("found", "identifiers", "whereabouts"):
        if isinstance(report.get(part), dict):
            report[part].pop("notes", None)
