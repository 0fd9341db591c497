import json
import re
from typing import Any

import pytest
from flask import Flask

from tests.web.api.conftest import Caller
from web.api.photos import photo_addresses
from web.api.routes import OPERATIONS, reports

DESCRIPTION = ("GET", "/openapi.json")


@pytest.fixture
def document(call: Caller) -> dict[str, Any]:
    read: dict[str, Any] | None = call(*DESCRIPTION).json
    assert read is not None
    return read


def test_every_address_but_the_description_itself_is_described() -> None:
    app = Flask("alone", static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.register_blueprint(reports)
    app.register_blueprint(photo_addresses)
    served = {
        (method, rule.rule) for rule in app.url_map.iter_rules() for method in rule.methods or () if method != "HEAD"
    }
    assert served == {DESCRIPTION, *((one.method, one.path) for one in OPERATIONS)}


def test_every_schema_that_is_pointed_to_is_there_and_every_one_that_is_there_is_pointed_to(
    document: dict[str, Any],
) -> None:
    pointed_to = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert pointed_to == set(document["components"]["schemas"])
    assert "ReportIn.NameIn" in pointed_to


def test_every_operation_says_what_it_does_in_the_words_of_its_view(document: dict[str, Any]) -> None:
    posted = document["paths"]["/v1/reports"]["post"]
    assert posted["summary"] == "Report one person."
    assert posted["description"].startswith("Idempotent by `sender_number`")
    read = document["paths"]["/v1/reports"]["get"]
    assert read["summary"].endswith("newest first.")
    assert "description" not in read


def test_what_is_taken_and_given_is_told_by_status(document: dict[str, Any]) -> None:
    posted = document["paths"]["/v1/reports"]["post"]
    schemas = {status: named(answer) for status, answer in posted["responses"].items()}
    errors = dict.fromkeys(("400", "401", "403", "413", "429", "503"), "HTTPError")
    assert schemas == {"200": "ReceiptOut", "201": "ReceiptOut", "409": "HeldOut", **errors, "422": "ValidationError"}
    assert named(posted["requestBody"]) == "ReportIn"
    (page,) = document["paths"]["/v1/reports"]["get"]["parameters"]
    assert (page["in"], page["name"], page["required"]) == ("query", "page", False)
    assert (page["schema"]["minimum"], page["schema"]["maximum"]) == (1, 100_000)


def test_what_is_not_listed_in_a_body_is_refused_by_the_description_too(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    objects = {name: schema for name, schema in schemas.items() if schema["type"] == "object"}
    assert len(objects) > 10
    assert [name for name, schema in objects.items() if schema["additionalProperties"] is not False] == []


def named(content: dict[str, Any]) -> str:
    reference: str = content["content"]["application/json"]["schema"]["$ref"]
    return reference.rpartition("/")[2]
