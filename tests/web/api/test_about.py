"""The pages about the API: an example that works as it stands, and what each problem means."""

import html
import json
import re
import shlex
import shutil
import subprocess

import pytest
from werkzeug.test import Client

from i18n.division import Catalogue
from tests.fixtures.languages import walked
from tests.fixtures.serving import serving
from tests.web.api.conftest import Caller
from web.api.problems import CODES
from web.context import Context
from web.labels import error_sentences, staff_error_sentences
from wsgi import compose

CURL = shutil.which("curl")
TAGS = [row.tag for row in walked(Catalogue.STAFF)]


@pytest.mark.parametrize("tag", TAGS)
def test_the_first_page_speaks_the_readers_language_and_keeps_no_cookie(call: Caller, tag: str) -> None:
    asked, linked = call("GET", "/", headers={"Accept-Language": tag}), call("GET", f"/?lang={tag}")
    for page in (asked, linked):
        assert (page.status_code, page.mimetype) == (200, "text/html")
        assert f'<html lang="{tag}"' in page.text
        assert "Set-Cookie" not in page.headers
        assert "curl" in page.text


def test_the_example_of_the_page_is_taken_as_it_stands(call: Caller, shelter: str) -> None:
    page = call("GET", "/").text
    found = re.search(r"<code>(curl .*?)</code>", page, re.DOTALL)
    assert found is not None
    words = shlex.split(html.unescape(found[1]))
    assert (words[0], words[1]) == ("curl", "http://localhost/v1/reports")
    headers = dict(words[place + 1].split(": ") for place, word in enumerate(words) if word == "-H")
    assert headers.pop("Authorization") == "Bearer TOKEN"
    body = words[words.index("-d") + 1]
    assert json.loads(body)["kind"] == "shelter"
    for status in (201, 200):
        answer = call("POST", "/v1/reports", shelter, data=body.encode(), headers=headers)
        assert answer.status_code == status


@pytest.mark.skipif(CURL is None, reason="there is no curl here")
def test_curl_sends_the_example_of_a_served_page(context: Context, shelter: str) -> None:
    with serving(compose(context)) as address:
        page = Client(compose(context)).get("/api/", base_url=address).text
        found = re.search(r"<code>(curl .*?)</code>", page, re.DOTALL)
        assert found is not None
        example = html.unescape(found[1]).replace("TOKEN", shelter)
        done = subprocess.run(["sh", "-c", example], capture_output=True, text=True, timeout=120, check=True)
    assert json.loads(done.stdout)["outcome"] == "accepted"


def test_every_problem_that_the_api_answers_has_a_page_at_its_type(call: Caller, shelter: str) -> None:
    answers = [
        call("GET", "/v1/reports"),
        call("GET", "/v1/nowhere"),
        call("PUT", "/v1/reports"),
        call("GET", "/v1/reports?after=x", shelter),
        call("POST", "/v1/reports", shelter, json={}),
        call("POST", "/v1/reports", shelter, json={"kind": "shelter"}),
    ]
    for answer in answers:
        assert answer.json is not None
        page = call("GET", answer.json["type"])
        assert (page.status_code, page.mimetype) == (200, "text/html")
        assert answer.json["code"] in page.text


def test_every_code_is_explained_in_every_language_and_no_other_address_is_a_page(call: Caller) -> None:
    codes = sorted({*CODES.values(), *error_sentences.SENTENCES, *staff_error_sentences.SENTENCES})
    for tag in TAGS:
        pages = {code: call("GET", f"/problems/{code}", headers={"Accept-Language": tag}) for code in codes}
        assert {code: page.status_code for code, page in pages.items() if page.status_code != 200} == {}
        assert not any("%(" in page.text for page in pages.values())
    assert call("GET", "/problems/nothing_of_the_kind").status_code == 404


def test_a_description_that_is_known_is_not_sent_again(call: Caller) -> None:
    etag = call("GET", "/openapi.json").headers["ETag"]
    assert call("GET", "/openapi.json", headers={"If-None-Match": etag}).status_code == 304
