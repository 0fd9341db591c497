"""What is sent as models, and models as answers: the one place that reads and writes the API's JSON."""

import json
from typing import Any, TypeVar

from flask import Response, jsonify, request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from search.files.shared_searches_json import stated

Model = TypeVar("Model", bound=BaseModel)
# Where a complaint is about a whole body and not about a field of it.
_WHOLE = "_schema"


class DoesNotFit(Exception):
    """What was sent does not fit its model; `fields` are the complaints by field, which never repeat what was sent.

    `code` is of the problem that it is answered as.
    """

    def __init__(self, fields: dict[str, list[str]], code: str = "does_not_fit") -> None:
        super().__init__(code)
        self.fields = fields
        self.code = code


def sent_body(model: type[Model]) -> Model:
    """The JSON that was sent.

    Raises DoesNotFit, UnsupportedMediaType for what is called something else, and BadRequest for what is no JSON.
    A field that stands twice in one object is refused: of two programs each would read another of the two.
    """
    require_media_type("application/json")
    return fitted(model, read_json(request.get_data()))


def read_json(content: bytes) -> Any:
    """What bytes say as JSON; raises BadRequest where they say nothing, and DoesNotFit where a field stands twice."""
    try:
        return json.loads(content, object_pairs_hook=_each_once, parse_constant=_no_number)
    except ValueError as error:
        raise BadRequest from error


def require_media_type(*taken: str) -> None:
    """Raises UnsupportedMediaType for a body of another type, or one that was packed: nothing unpacks it."""
    packed = request.headers.get("Content-Encoding", "identity").strip().lower()
    if request.mimetype not in taken or packed not in ("", "identity"):
        raise UnsupportedMediaType


def asked_for(model: type[Model]) -> Model:
    """The query string; raises DoesNotFit."""
    asked = request.args.to_dict(flat=False)
    twice = {name: ["stands twice"] for name, values in asked.items() if len(values) > 1}
    if twice:
        raise DoesNotFit(twice)
    return fitted(model, {name: values[0] for name, values in asked.items()})


def answer(body: BaseModel, status: int = 200) -> Response:
    """A model as the answer."""
    return _json(body.model_dump(mode="json"), status)


def answer_stated(body: BaseModel) -> Response:
    """A model as the answer, its documents without what is empty."""
    return _json({name: stated(value) for name, value in body.model_dump(mode="json").items()}, 200)


def _json(plain: dict[str, Any], status: int) -> Response:
    response = jsonify(plain)
    response.status_code = status
    return response


def _no_number(name: str) -> None:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise DoesNotFit({_WHOLE: ["a field stands twice in one object"]})
    return read


def fitted(model: type[Model], sent: object) -> Model:
    """What was sent as its model; raises DoesNotFit."""
    try:
        return model.model_validate(sent)
    except ValidationError as error:
        raise DoesNotFit(_by_field(error)) from None


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    """The complaints by the dotted path of the field: `found.names.0.text`."""
    fields: dict[str, list[str]] = {}
    for complaint in error.errors(include_url=False, include_input=False):
        path = ".".join(str(step) for step in complaint["loc"])
        fields.setdefault(path or _WHOLE, []).append(complaint["msg"])
    return fields
