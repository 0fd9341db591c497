"""What is sent as models, and models as answers: the one place that reads and writes the API's JSON."""

import json
from typing import Any, TypeVar

from flask import Response, jsonify, request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import BadRequest

Model = TypeVar("Model", bound=BaseModel)
# Where a complaint is about a whole body and not about a field of it.
_WHOLE = "_schema"


class DoesNotFit(Exception):
    """What was sent does not fit its model; `fields` are the complaints by field, which never repeat what was sent."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        super().__init__("does_not_fit")
        self.fields = fields


def sent_body(model: type[Model]) -> Model:
    """The JSON that was sent, whatever it was called; raises DoesNotFit, and BadRequest for what is no JSON.

    A field that stands twice in one object is refused: of two programs each would read another of the two.
    """
    try:
        sent = json.loads(request.get_data(cache=False), object_pairs_hook=_each_once)
    except ValueError as error:
        raise BadRequest from error
    return _fitted(model, {} if sent is None else sent)


def asked_for(model: type[Model]) -> Model:
    """The query string; raises DoesNotFit."""
    return _fitted(model, request.args.to_dict())


def answer(body: BaseModel, status: int = 200) -> Response:
    """A model as the answer."""
    response = jsonify(body.model_dump(mode="json"))
    response.status_code = status
    return response


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise DoesNotFit({_WHOLE: ["a field stands twice in one object"]})
    return read


def _fitted(model: type[Model], sent: object) -> Model:
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
