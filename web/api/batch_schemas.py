"""What the API takes and gives of many reports at once."""

from typing import Annotated, Any

from pydantic import Field

from search.filing.report_batches import MOST
from web.api.schema_parts import Strict
from web.api.schemas import HeldOut, Problem, ReceiptOut

_ONE_REPORT = {
    "description": "A report as it is sent alone. One that does not fit is answered with its own problem.",
    "anyOf": [{"$ref": "#/components/schemas/ReportIn"}, {"type": "object"}],
}


class BatchAsked(Strict):
    """`all_or_none`: where one report cannot be taken, none of the others is stored either."""

    all_or_none: bool = False


class BatchIn(Strict):
    """Up to five hundred reports. Each is looked at by itself, so that one that does not fit keeps no other out."""

    reports: Annotated[tuple[dict[str, Any], ...], Field(min_length=1, max_length=MOST)]

    @classmethod
    def model_json_schema(cls, *arguments: Any, **named: Any) -> dict[str, Any]:
        """Its schema, which says what a report should be, although anything is looked at."""
        schema = super().model_json_schema(*arguments, **named)
        schema["properties"]["reports"]["items"] = _ONE_REPORT
        return schema


class BatchLineOut(Strict):
    """What became of one report: `status` is what it would have been answered with alone.

    `place` counts from 0. Neither receipt nor problem: it could be taken, but not all could.
    """

    place: int
    status: int | None
    receipt: ReceiptOut | None = None
    problem: HeldOut | None = None


class BatchOut(Strict):
    """The answer to each report, in their order, and how many there are of each kind."""

    accepted: int
    updated: int
    already_known: int
    refused: int
    results: tuple[BatchLineOut, ...]


class BatchRefused(Problem):
    """Nothing was stored; `results` say because of which reports, where reports are at fault."""

    results: tuple[BatchLineOut, ...] = ()
