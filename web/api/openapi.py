"""The OpenAPI 3.1 document, put together from the models, which are JSON Schema already, and the views' docstrings."""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from web.api.problems import MEDIA_TYPE

Document = dict[str, Any]
# `<uuid:report_id>`, as addresses are served.
_VARIABLE = re.compile(r"<(\w+):(\w+)>")
_SCHEMAS = "#/components/schemas/"
PROBLEM = "Problem"
# Errors by what of an operation makes them possible: status and description.
_ALWAYS = (
    (401, "No token, or one that is unknown, expired or revoked"),
    (403, "The token was not made for this"),
    (429, "The token calls faster than it may; wait as long as `Retry-After` says"),
)
_WITH_ID = ((404, "Not there, or not open to this organisation"),)
_WITH_JSON = ((400, "What was sent is no JSON"),)
_WITH_BODY = (
    (413, "What was sent is too large"),
    (415, "What was sent is of another type, or packed"),
    (503, "Still busy with earlier requests; send it again after `Retry-After`"),
)
_WITH_INPUT = ((422, "What was sent does not fit, or cannot be taken; see `code` and `fields`"),)
_WITH_MATCH = (
    (412, "The report changed since the revision that `If-Match` names"),
    (428, "`If-Match` is missing"),
)
_WAITS = frozenset({429, 503})
_RETRY_AFTER: Document = {"description": "Seconds to wait", "required": True, "schema": {"type": "integer"}}
_ETAG: Document = {"description": "The revision of the report", "required": True, "schema": {"type": "string"}}
_PACE = {
    "RateLimit-Limit": "How many calls a token may make in a row",
    "RateLimit-Remaining": "How many of them are left",
    "RateLimit-Reset": "Seconds until it may make as many again",
}
_KEY: Document = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "A name of your own for what you send: sent again under it, it is the same and not another one.",
    "schema": {"type": "string", "maxLength": 200, "pattern": "^[ -~]*$"},
}
_MATCH: Document = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "description": "The `ETag` of the revision that was read.",
    "schema": {"type": "string", "minLength": 1},
}
_KNOWN: Document = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "description": "The `ETag` of the revision that is known already.",
    "schema": {"type": "string"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What one method of one address takes and gives; its view's docstring says what it does.

    `path` is the address as it is served. `files` are the media types of a body that is a file. `answers` has a model
    and a description for each status that is no error; None where the answer has no body. `takes_key`: it is done once
    under an `Idempotency-Key`. `gives_etag`, `needs_match`: it answers with a revision, it asks for the one that was
    read. `gives` is the media type of an answer that is no JSON.
    """

    method: str
    path: str
    tag: str
    view: Callable[..., object]
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    files: tuple[str, ...] = ()
    takes_key: bool = False
    gives_etag: bool = False
    needs_match: bool = False
    gives: str = ""
    answers: Mapping[int, tuple[type[BaseModel] | None, str]] = field(default_factory=dict)


def openapi_document(info: Document, operations: Sequence[Operation], failure: type[BaseModel]) -> Document:
    """The description of all operations, behind bearer tokens, with every error in one shape."""
    paths: dict[str, Document] = {}
    for one in operations:
        paths.setdefault(_VARIABLE.sub(r"{\2}", one.path), {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": info,
        # Where `wsgi` mounts it.
        "servers": [{"url": "/api"}],
        "tags": [{"name": tag} for tag in dict.fromkeys(one.tag for one in operations)],
        "paths": paths,
        "components": {
            "schemas": _schemas(operations, failure),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Operation) -> Document:
    summary, _, rest = (inspect.getdoc(one.view) or "").partition("\n")
    described: Document = {
        "summary": summary,
        "tags": [one.tag],
        "security": [{"bearer": []}],
        "parameters": [*_variables(one.path), *(_parameters(one.query) if one.query else []), *_headers(one)],
        "responses": _responses(one),
    }
    if rest.strip():
        described["description"] = rest.strip()
    if one.files:
        described["requestBody"] = {"required": True, "content": {kind: {"schema": {}} for kind in one.files}}
    if one.body:
        described["requestBody"] = {"required": True, "content": _json(one.body.__name__)}
    return described


def _headers(one: Operation) -> list[Document]:
    """The headers that change what is done."""
    asked = [(_KEY, one.takes_key), (_MATCH, one.needs_match), (_KNOWN, one.gives_etag and one.method == "GET")]
    return [header for header, is_asked in asked if is_asked]


def _responses(one: Operation) -> Document:
    good = {str(status): _good(one, status, model, words) for status, (model, words) in one.answers.items()}
    return {str(status): _failure(status, words) for status, words in _failures(one)} | good


def _good(one: Operation, status: int, model: type[BaseModel] | None, words: str) -> Document:
    headers = _pace(status) | ({"ETag": _ETAG} if one.gives_etag and status < 400 else {})
    content = {} if model is None else {"content": _json(model.__name__, _media_type(status))}
    if one.gives and status < 400:
        content = {"content": {one.gives: {"schema": {"type": "string"}}}}
    return {"description": words, "headers": headers, **content}


def _failures(one: Operation) -> list[tuple[int, str]]:
    """Every error that the operation can answer with; a fault of ours, which none should, is not among them."""
    has_body = one.body is not None or bool(one.files)
    found = [
        *_ALWAYS,
        *(_WITH_ID if _variables(one.path) else ()),
        *(_WITH_JSON if one.body is not None else ()),
        *(_WITH_BODY if has_body else ()),
        *(_WITH_INPUT if has_body or one.query is not None else ()),
        *(_WITH_MATCH if one.needs_match else ()),
    ]
    return sorted(found)


def _failure(status: int, words: str) -> Document:
    waits: Document = {"Retry-After": _RETRY_AFTER} if status in _WAITS else {}
    return {"description": words, "headers": _pace(status) | waits, "content": _json(PROBLEM, _media_type(status))}


def _pace(status: int) -> Document:
    """What is left of the token's pace; nobody's where there is no token."""
    if status == 401:
        return {}
    return {name: {"description": says, "schema": {"type": "integer"}} for name, says in _PACE.items()}


def _media_type(status: int) -> str:
    return "application/json" if status < 400 else MEDIA_TYPE


def _json(schema: str, media_type: str = "application/json") -> Document:
    return {media_type: {"schema": {"$ref": _SCHEMAS + schema}}}


def _parameters(query: type[BaseModel]) -> list[Document]:
    schema = _schema(query)
    required = schema.get("required", [])
    return [
        {"in": "query", "name": name, "required": name in required, "schema": one}
        | ({"deprecated": True} if one.pop("deprecated", False) else {})
        for name, one in schema["properties"].items()
    ]


def _variables(path: str) -> list[Document]:
    """The variables of an address, each of which is an id."""
    return [
        {"in": "path", "name": name, "required": True, "schema": {"type": "string", "format": kind}}
        for kind, name in _VARIABLE.findall(path)
    ]


def _schemas(operations: Sequence[Operation], failure: type[BaseModel]) -> dict[str, Document]:
    """Each model under its name, and what it is made of under its name and theirs: `ReportIn.NameIn`."""
    taken = [one.body for one in operations if one.body]
    given = [model for one in operations for model, _ in one.answers.values() if model not in (None, failure)]
    asked = [one.query for one in operations if one.query]
    schemas: dict[str, Document] = {}
    for model in dict.fromkeys([*taken, *given, *asked]):
        schema = _schema(model)
        parts = schema.pop("$defs", {})
        # Those of a query stand among the parameters of its operation.
        schemas |= {} if model in asked else {model.__name__: schema}
        schemas |= {f"{model.__name__}.{name}": _closed(part) for name, part in parts.items()}
    return schemas | {PROBLEM: failure.model_json_schema()}


def _schema(model: type[BaseModel]) -> Document:
    """The schema of a model, whose parts are among those of the whole document."""
    return model.model_json_schema(ref_template=f"{_SCHEMAS}{model.__name__}.{{model}}")


def _closed(part: Document) -> Document:
    """A part that is a plain record of ours has the fields that it lists and no other."""
    return part if part.get("type") != "object" else {"additionalProperties": False} | part
