"""The client of the documentation against a served portal: what it promises is so."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.examples.ovillo_client import Client, Problem
from search.vocabulary import OrganisationKind
from tests.fixtures.photos import with_places
from tests.fixtures.serving import serving
from tests.fixtures.staff import SHELTER, add_staff, token_of
from tests.search.photos.drawn import planted
from web.context import Context
from wsgi import compose

ROSA: dict[str, Any] = {
    "kind": "shelter",
    "sender_number": "CI-9",
    "found": {"names": [{"text": "Rosa Inventada"}], "sex": "female"},
}


@pytest.fixture
def engine_name() -> str:
    """The client asks for nothing that depends on the database."""
    return "sqlite"


@pytest.fixture
def slept() -> list[float]:
    """How long the client waited, each time."""
    return []


@pytest.fixture
def client(context: Context, slept: list[float]) -> Iterator[Client]:
    """A shelter's program."""
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    with serving(compose(context)) as address:
        yield Client(f"{address}/api", token_of(context, SHELTER), tries=3, sleep=slept.append)


def test_a_report_is_sent_read_changed_and_listed(client: Client) -> None:
    receipt = client.report(ROSA)
    assert (receipt["outcome"], receipt["revision"]) == ("accepted", 1)
    report = client.read(receipt["report_id"])
    assert (report.etag, report.content["found"]["names"][0]["text"]) == ('"1"', "Rosa Inventada")
    changed = client.change(report, {"found": {"religion": "none"}})
    assert [one["path"] for one in changed["changes"]] == ["description.religion"]
    with pytest.raises(Problem) as problem:
        client.change(report, {"found": {"religion": "other"}})
    assert (problem.value.status, problem.value.code) == (412, "precondition_failed")
    assert [line["sender_number"] for line in client.own()] == ["CI-9"]
    assert list(client.shared_searches()) == []


def test_a_report_that_is_sent_again_is_the_same_one(client: Client) -> None:
    unnumbered = {"kind": "shelter", "found": {"names": [{"text": "Rosa Inventada"}]}}
    ids = [client.report(unnumbered, key=key)["report_id"] for key in ("night 1", "night 1", "night 2")]
    assert ids[0] == ids[1] != ids[2]


def test_a_number_of_somebody_else_is_a_question_that_can_be_answered(client: Client) -> None:
    client.report(ROSA)
    another = {**ROSA, "found": {"names": [{"text": "Wilmar Inventado"}], "sex": "male"}}
    with pytest.raises(Problem) as problem:
        client.report(another)
    assert (problem.value.status, problem.value.code) == (409, "number_used_again")
    assert problem.value.told["contradictions"] == ["sex", "names"]
    assert client.report({**another, "again": "other"})["outcome"] == "accepted"


def test_a_batch_is_answered_report_by_report(client: Client) -> None:
    reports = [{**ROSA, "sender_number": f"B-{number}"} for number in range(60)]
    done = client.batch([*reports, {"kind": "barracks"}])
    assert (done["accepted"], done["refused"], done["results"][60]["status"]) == (60, 1, 422)
    assert len(list(client.own())) == 60
    with pytest.raises(Problem) as problem:
        client.batch([{"kind": "barracks"}], all_or_none=True)
    assert problem.value.code == "batch_refused"


def test_a_photo_is_added_to_a_report(context: Context, tmp_path: Path) -> None:
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    with serving(compose(with_places(context, tmp_path))) as address:
        client = Client(f"{address}/api", token_of(context, SHELTER))
        report_id = client.report(ROSA)["report_id"]
        photos = {client.add_photo(report_id, planted()["JPEG"], kind="portrait", agreed=True) for _time in range(2)}
    assert len(photos) == 1


def test_what_does_not_fit_is_named_by_field_and_in_the_callers_language(context: Context, client: Client) -> None:
    with pytest.raises(Problem) as problem:
        client.report({"kind": "shelter", "found": {"age": {"low": "30", "high": 40}}})
    assert list(problem.value.fields) == ["found.age.low"]
    with serving(compose(context)) as address, pytest.raises(Problem) as problem:
        Client(f"{address}/api", "wrong", language="es").report(ROSA)
    assert (problem.value.status, "clave" in str(problem.value)) == (401, True)


def test_a_client_that_is_too_fast_waits_as_long_as_it_is_told(
    client: Client, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.accounts.api_tokens.CALLS_AT_ONCE", 2)
    client.report(ROSA)
    client.report(ROSA)
    with pytest.raises(Problem) as problem:
        client.report(ROSA)
    assert (problem.value.status, slept) == (429, [1.0, 1.0])


def test_a_line_that_breaks_is_tried_again_and_then_told() -> None:
    slept: list[float] = []
    with pytest.raises(OSError, match="refused"):
        next(Client("http://127.0.0.1:9", "token", tries=3, sleep=slept.append).own())
    assert slept == [1.0, 1.0]


def test_an_address_that_is_no_address_of_the_web_is_not_called() -> None:
    with pytest.raises(ValueError, match="https"):
        Client("file:///etc/passwd", "token")
