import json
import re
from typing import Any

import pytest

from tests.web.api.conftest import Caller
from web.api import create_api_application
from web.api.about import OPERATIONS
from web.context import Context

DESCRIPTION = ("GET", "/openapi.json")
# What is for people, or for their browsers.
PAGES = {("GET", "/"), ("GET", "/problems/<code>"), ("GET", "/static/<digest>/<path:name>")}


@pytest.fixture
def document(call: Caller) -> dict[str, Any]:
    read: dict[str, Any] | None = call(*DESCRIPTION).json
    assert read is not None
    return read


def test_every_address_but_the_description_itself_and_the_pages_is_described(context: Context) -> None:
    rules = create_api_application(context).url_map.iter_rules()
    served = {(method, rule.rule) for rule in rules for method in rule.methods or () if method != "HEAD"}
    assert served == {DESCRIPTION, *PAGES, *((one.method, one.path) for one in OPERATIONS)}


def test_every_schema_that_is_pointed_to_is_there_and_every_one_that_is_there_is_pointed_to(
    document: dict[str, Any],
) -> None:
    pointed_to = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert "#/$defs" not in json.dumps(document)
    assert pointed_to == set(document["components"]["schemas"])
    assert "ReportIn.NameIn" in pointed_to


def test_every_operation_says_what_it_does_in_the_words_of_its_view(document: dict[str, Any]) -> None:
    posted = document["paths"]["/v1/reports"]["post"]
    assert posted["summary"] == "Report one person."
    assert posted["description"].startswith("Idempotent by `sender_number`")
    read = document["paths"]["/v1/reports"]["get"]
    assert read["summary"].endswith("newest first.")
    assert "description" not in document["paths"]["/v1/reports/{report_id}/photos"]["get"]


def test_what_is_taken_and_given_is_told_by_status(document: dict[str, Any]) -> None:
    posted = document["paths"]["/v1/reports"]["post"]
    schemas = {status: named(answer) for status, answer in posted["responses"].items()}
    errors = dict.fromkeys(("400", "401", "403", "404", "413", "415", "422", "429", "503"), "Problem")
    assert schemas == {"200": "ReceiptOut", "201": "ReceiptOut", "409": "HeldOut", **errors}
    assert named(posted["requestBody"]) == "ReportIn"
    after, page = document["paths"]["/v1/reports"]["get"]["parameters"]
    assert (after["in"], after["name"], after["required"]) == ("query", "after", False)
    assert (page["in"], page["name"], page["required"], page["deprecated"]) == ("query", "page", False, True)
    (number, _) = page["schema"]["anyOf"]
    assert (number["minimum"], number["maximum"]) == (1, 100_000)


def test_an_error_is_a_problem_and_a_good_answer_is_json_or_the_feed(document: dict[str, Any]) -> None:
    answers = [
        (int(status), list(answer.get("content", {})))
        for path in document["paths"].values()
        for operation in path.values()
        for status, answer in operation["responses"].items()
    ]
    errors = [kinds for status, kinds in answers if status >= 400]
    assert errors
    assert [kinds for kinds in errors if kinds != ["application/problem+json"]] == []
    good = [kinds for status, kinds in answers if status < 400 and kinds not in (["application/json"], [])]
    assert good == [["application/atom+xml"]]


def test_the_conditions_of_a_change_are_among_its_parameters(document: dict[str, Any]) -> None:
    one = document["paths"]["/v1/reports/{report_id}"]
    asked = {method: {row["name"] for row in one[method]["parameters"]} for method in ("get", "patch")}
    assert asked == {"get": {"report_id", "If-None-Match"}, "patch": {"report_id", "If-Match"}}
    assert "ETag" in one["patch"]["responses"]["200"]["headers"]


def test_what_is_not_listed_in_a_body_is_refused_by_the_description_too(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    objects = {name: schema for name, schema in schemas.items() if schema["type"] == "object"}
    assert len(objects) > 10
    assert [name for name, schema in objects.items() if schema["additionalProperties"] is not False] == []


def named(content: dict[str, Any]) -> str:
    (told,) = content["content"].values()
    reference: str = told["schema"]["$ref"]
    return reference.rpartition("/")[2]
