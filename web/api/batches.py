"""Many reports at once: each answered, each stored for itself or all of them or none."""

import hashlib
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request

from search.commands import ReportFound
from search.errors import SearchError
from search.filing.report_batches import ReportBatches
from search.filing.report_identity import origin_of_place
from search.summaries import ReportReceipt
from web.api.batch_schemas import BatchAsked, BatchIn, BatchLineOut, BatchOut, BatchRefused
from web.api.error_answers import misfit_parts, problem_parts
from web.api.json_bodies import DoesNotFit, answer, asked_for, fitted, sent_body
from web.api.openapi import Operation
from web.api.problems import problem, problem_body
from web.api.report_bodies import receipt_out, report_command, sent_key
from web.api.schemas import HeldOut, Problem, ReportIn
from web.context import now, shared
from web.labels import error_words
from web.session_cookies import current_actor

batch_addresses = Blueprint("batches", __name__)
_ADDRESS = "/v1/batches"
# As the list of what an organisation sent names them.
_NAME = "API"
_Read = ReportFound | DoesNotFit


@batch_addresses.post(_ADDRESS)
def batch() -> Response:
    """Report up to five hundred persons at once.

    Each report is answered in its place. Idempotent by each `sender_number`, or by the header `Idempotency-Key` and the
    place in the batch; without both, by the very bytes of the whole body.
    """
    asked, key = asked_for(BatchAsked), sent_key()
    read = _read(sent_body(BatchIn).reports, key or f"body {_body_digest()}")
    with shared().batches_in_hand.one(current_actor().organisation_id):
        return _all_or_none(read) if asked.all_or_none else _each(read)


def _read(sent: Sequence[dict[str, Any]], key: str) -> list[_Read]:
    """Each report as it is to be filed, or what does not fit in it."""
    return [_read_one(one, origin_of_place(key, place)) for place, one in enumerate(sent)]


def _read_one(sent: dict[str, Any], origin: str) -> _Read:
    try:
        return report_command(fitted(ReportIn, sent), now().date(), origin)
    except DoesNotFit as error:
        return error


def _body_digest() -> int:
    """What tells this body from others, by its bytes and its key."""
    told = hashlib.sha256(request.get_data()).hexdigest()
    return shared().vault.digest("batch", f"{told} {sent_key()}")


def _each(read: Sequence[_Read]) -> Response:
    fit = [one for one in read if isinstance(one, ReportFound)]
    stored = iter(_batches().store_each(current_actor(), fit, _NAME, _body_digest()).answers)
    lines = [_line(place, one if isinstance(one, DoesNotFit) else next(stored)) for place, one in enumerate(read)]
    return answer(_told(lines))


def _all_or_none(read: Sequence[_Read]) -> Response:
    fit = [one for one in read if isinstance(one, ReportFound)]
    if len(fit) < len(read):
        return _refused([_line(place, one if isinstance(one, DoesNotFit) else None) for place, one in enumerate(read)])
    done = _batches().store_all(current_actor(), fit, _NAME, _body_digest())
    lines = [_line(place, one) for place, one in enumerate(done.answers)]
    return answer(_told(lines)) if done.stored else _refused(lines)


def _batches() -> ReportBatches:
    return ReportBatches(shared().database, now)


def _line(place: int, one: ReportReceipt | SearchError | DoesNotFit | None) -> BatchLineOut:
    if one is None:
        return BatchLineOut(place=place, status=None)
    if isinstance(one, ReportReceipt):
        status = 201 if one.outcome == "accepted" else 200
        return BatchLineOut(place=place, status=status, receipt=receipt_out(one))
    status, code, detail, members = misfit_parts(one) if isinstance(one, DoesNotFit) else problem_parts(one)
    told = HeldOut.model_validate(problem_body(status, code, detail, **members))
    return BatchLineOut(place=place, status=status, problem=told)


def _told(lines: Sequence[BatchLineOut]) -> BatchOut:
    outcomes = [line.receipt.outcome if line.receipt else "refused" for line in lines]
    return BatchOut(
        accepted=outcomes.count("accepted"),
        updated=outcomes.count("updated"),
        already_known=outcomes.count("already_known"),
        refused=outcomes.count("refused"),
        results=tuple(lines),
    )


def _refused(lines: Sequence[BatchLineOut]) -> Response:
    code = "batch_refused"
    return problem(422, code, error_words(code), results=[line.model_dump(mode="json") for line in lines])


OPERATIONS = (
    Operation(
        method="POST",
        path=_ADDRESS,
        tag="Reports",
        view=batch,
        body=BatchIn,
        query=BatchAsked,
        takes_key=True,
        answers={
            200: (BatchOut, "Each report was answered in its place."),
            409: (Problem, "All or none was asked, and one of the reports changed meanwhile; nothing was stored."),
            422: (BatchRefused, "The batch itself does not fit; or all or none was asked, and it was none."),
        },
    ),
)
