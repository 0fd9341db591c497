"""From the schemas of the API to the commands of filing, and from whole reports back to the schemas."""

import datetime
from typing import Any

import msgspec
from flask import request

from search.commands import ReportFound
from search.documents import FieldNote, Identifiers, Provenance
from search.documents.field_notes import Noted
from search.documents.odd_dates import BIRTH_IN_FUTURE, odd_dates
from search.fields.contradictions import contradictions
from search.filing.own_reports import WholeReport
from search.filing.report_identity import origin_of_key
from search.filing.report_round_trip import as_sent
from search.summaries import OwnReport, ReportReceipt
from search.vocabulary import Channel, ReportKind
from web.api.json_bodies import DoesNotFit
from web.api.schemas import OwnReportOut, PatchIn, ReceiptOut, ReportIn, ReportOut, ReportParts, require_kind

LONGEST_KEY = 200
_TWO_ANSWERS = "has a value, and a note that answers none or unknown: send one of them"
# How the documents of a command are called in a body.
_NAMES = {"description": "found"}
# What a body says beside the fields of the command.
_BESIDE = frozenset({"as_meant"})


def report_command(sent: ReportIn, today: datetime.date, origin: str = "") -> ReportFound:
    """One report as it is to be filed. Raises DoesNotFit where it contradicts itself, or has a date to look at again.

    The schema's fields are named as the command's documents are, so that one conversion fills them all.
    """
    return _checked(sent, today, {"kind": sent.kind.value, "origin": origin})


def news_command(sent: PatchIn, kind: ReportKind, today: datetime.date) -> ReportFound:
    """News of a report that is of this kind unless they say otherwise. Raises DoesNotFit likewise."""
    try:
        require_kind(sent.kind or kind, sent)
    except ValueError as error:
        raise DoesNotFit({"_schema": [str(error)]}) from None
    return _checked(sent, today, {"kind": (sent.kind or kind).value})


def sent_key() -> str:
    """The key that the program gave what it sends; empty without one.

    Raises DoesNotFit for one that is too long, or of letters that headers do not carry alike.
    """
    key = request.headers.get("Idempotency-Key", "").strip()
    if len(key) > LONGEST_KEY:
        raise DoesNotFit({"Idempotency-Key": [f"longer than {LONGEST_KEY} characters"]})
    if not (key.isascii() and key.isprintable()):
        raise DoesNotFit({"Idempotency-Key": ["must be of the letters and signs of ASCII"]})
    return key


def sent_origin() -> str:
    """Where one report came from, by its key."""
    key = sent_key()
    return origin_of_key(key) if key else ""


def receipt_out(receipt: ReportReceipt) -> ReceiptOut:
    """What became of one report."""
    told = {name: part for name, part in msgspec.to_builtins(receipt).items() if name in ReceiptOut.model_fields}
    return ReceiptOut.model_validate(told)


def line_out(one: OwnReport) -> OwnReportOut:
    """One line of the list of own reports."""
    return OwnReportOut(
        report_id=one.report_id,
        kind=one.kind,
        sender_number=one.sender_number,
        entry_date=one.entry_date,
        names=tuple(name.text for name in one.found.names),
    )


def report_out(whole: WholeReport) -> ReportOut:
    """One report whole, in the fields in which it is sent."""
    sent = as_sent(whole)
    provenance: Provenance = whole.documents.get("provenance", Provenance())
    notes: tuple[FieldNote, ...] = provenance.notes
    return ReportOut(
        report_id=whole.report_id,
        revision=whole.revision,
        kind=whole.kind,
        entry_date=whole.entry_date,
        sender_number=provenance.sender_number,
        source_date=provenance.source_date,
        told_by=provenance.told_by,
        told_by_contact=provenance.told_by_contact,
        found=sent.found,
        identifiers=whole.documents.get("identifiers", Identifiers()),
        whereabouts=sent.whereabouts,
        post_mortem=whole.documents.get("post_mortem"),
        provenance_notes=notes,
    )


def _checked(sent: ReportParts, today: datetime.date, beside: dict[str, Any]) -> ReportFound:
    said = {name: value for name, value in sent.model_dump(mode="json").items() if name not in _BESIDE}
    command = msgspec.convert({**said, **beside, "channel": Channel.API.value}, ReportFound)
    _refuse_contradictions(command)
    _refuse_odd_dates(command, sent, today)
    return command


def _refuse_contradictions(command: ReportFound) -> None:
    """Raises DoesNotFit with each field that has "none" or "unknown" as its answer and a value besides."""
    documents: dict[str, Noted | None] = {
        "found": command.found,
        "identifiers": command.identifiers,
        "whereabouts": command.whereabouts,
        "post_mortem": command.post_mortem,
    }
    paths = {name: contradictions(document) for name, document in documents.items() if document is not None}
    fields = {f"{name}.{path.partition('.')[2]}": [_TWO_ANSWERS] for name, listed in paths.items() for path in listed}
    if fields:
        raise DoesNotFit(fields)


def _refuse_odd_dates(command: ReportFound, sent: ReportParts, today: datetime.date) -> None:
    """Raises DoesNotFit with each date that can hardly be meant, unless the body says that it is."""
    odd = [
        one
        for one in odd_dates(command.found, command.source_date, today)
        if one.code == BIRTH_IN_FUTURE or one.code not in sent.as_meant
    ]
    if odd:
        fields: dict[str, list[str]] = {}
        for one in odd:
            fields.setdefault(_field(one.path), []).append(one.code)
        raise DoesNotFit(fields, code=odd[0].code)


def _field(path: str) -> str:
    section, _, rest = path.partition(".")
    return rest if section == "provenance" else f"{_NAMES.get(section, section)}.{rest}"
