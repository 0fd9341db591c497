"""The OpenAPI 3.1 document, put together from the models, which are JSON Schema already, and the views' docstrings."""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

Document = dict[str, Any]
# `<uuid:report_id>`, as addresses are served.
_VARIABLE = re.compile(r"<(\w+):(\w+)>")
_SCHEMAS = "#/components/schemas/"
_ERROR, _DOES_NOT_FIT = "HTTPError", "ValidationError"
# Errors by what of an operation makes them possible: status, name of the schema, description.
_ALWAYS = (
    (401, _ERROR, "No token, or one that is unknown, expired or revoked"),
    (403, _ERROR, "The token was not made for this"),
    (429, _ERROR, "The token calls faster than it may; wait as long as `Retry-After` says"),
)
_WITH_ID = ((404, _ERROR, "Not there, or not open to this organisation"),)
_WITH_JSON = ((400, _ERROR, "The body is no JSON"),)
_WITH_BODY = (
    (413, _ERROR, "The body is too large"),
    (503, _ERROR, "Enough of this is in hand already; send it again after `Retry-After`"),
)
_WITH_INPUT = ((422, _DOES_NOT_FIT, "What was sent does not fit, or cannot be taken; see `error` and `fields`"),)
_WAITS = frozenset({429, 503})
_RETRY_AFTER: Document = {"description": "Seconds to wait", "required": True, "schema": {"type": "integer"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What one method of one address takes and gives; its view's docstring says what it does.

    `path` is the address as it is served. `files` are the media types of a body that is a file. `answers` has a model
    and a description for each status that is no error; None where the answer has no body.
    """

    method: str
    path: str
    tag: str
    view: Callable[..., object]
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    files: tuple[str, ...] = ()
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
        "parameters": [*_variables(one.path), *(_parameters(one.query) if one.query else [])],
        "responses": _responses(one),
    }
    if rest.strip():
        described["description"] = rest.strip()
    if one.files:
        described["requestBody"] = {"required": True, "content": {kind: {"schema": {}} for kind in one.files}}
    if one.body:
        described["requestBody"] = {"required": True, "content": _json(one.body.__name__)}
    return described


def _responses(one: Operation) -> Document:
    good = {
        str(status): _response(None if model is None else model.__name__, words)
        for status, (model, words) in one.answers.items()
    }
    return good | {str(status): _failure(status, name, words) for status, name, words in _failures(one)}


def _failures(one: Operation) -> list[tuple[int, str, str]]:
    """Every error that the operation can answer with; a fault of ours, which none should, is not among them."""
    has_body = one.body is not None or bool(one.files)
    found = [
        *_ALWAYS,
        *(_WITH_ID if _variables(one.path) else ()),
        *(_WITH_JSON if one.body is not None else ()),
        *(_WITH_BODY if has_body else ()),
        *(_WITH_INPUT if has_body or one.query is not None else ()),
    ]
    return sorted(found)


def _failure(status: int, schema: str, words: str) -> Document:
    waits: Document = {"headers": {"Retry-After": _RETRY_AFTER}} if status in _WAITS else {}
    return _response(schema, words) | waits


def _response(schema: str | None, words: str) -> Document:
    return {"description": words, **({"content": _json(schema)} if schema else {})}


def _json(schema: str) -> Document:
    return {"application/json": {"schema": {"$ref": _SCHEMAS + schema}}}


def _parameters(query: type[BaseModel]) -> list[Document]:
    schema = query.model_json_schema()
    required = schema.get("required", [])
    return [
        {"in": "query", "name": name, "required": name in required, "schema": one}
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
    given = [model for one in operations for model, _ in one.answers.values() if model is not None]
    schemas: dict[str, Document] = {}
    for model in dict.fromkeys([*taken, *given]):
        schema = model.model_json_schema(ref_template=f"{_SCHEMAS}{model.__name__}.{{model}}")
        parts = schema.pop("$defs", {})
        schemas[model.__name__] = schema
        schemas |= {f"{model.__name__}.{name}": part for name, part in parts.items()}
    return schemas | {name: failure.model_json_schema() for name in (_ERROR, _DOES_NOT_FIT)}
