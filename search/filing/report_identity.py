"""By what an organisation's report is known again: its own number, or where it came from; never by what it says.

Equal is not the same: six people of one shipwreck may have six equal rows. What a report says only raises the question
whether the sender reported this person before (`essence`).
"""

import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from search.commands import Again, ReportFound
from search.documents.own_names import own_names
from search.documents.report_documents import ReportDocuments
from search.documents.told_values import told
from search.filing.coarse_places import documents_of
from search.models import FoundReport
from search.records.chunks import chunks
from search.records.sections import encode
from search.records.sender_numbers import number_digests
from search.storage.encryption import Vault
from search.vocabulary import LIVING_KINDS, Channel

_ROW, _RETURNED = "row ", "back "


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report on its way in, with the keyed digests by which it may be known.

    `numbers` are those of the sender's number: with what can differ between two files left out, and as it is written.
    `sent` is of everything that a program sent under a key.
    """

    command: ReportFound
    documents: ReportDocuments
    numbers: tuple[int, ...]
    origin: int | None
    essence: int | None
    content: int
    sent: int | None = None

    @property
    def number(self) -> int | None:
        """The digest that a report of this number is stored under."""
        return self.numbers[0] if self.numbers else None


def incoming_of(vault: Vault, command: ReportFound) -> Incoming:
    """A report with the digests by which it may be known."""
    documents = documents_of(command)
    bare = replace(command, channel=Channel.WEB, origin="", again=Again.ASK, alike=None, corrections=(), expires=None)
    return Incoming(
        command=command,
        documents=documents,
        numbers=number_digests(vault, command.sender_number),
        origin=origin_digest(vault, command.origin) if command.origin else None,
        essence=essence_of(vault, documents),
        content=vault.digest("content", encode(bare).hex()),
        sent=_sent(vault, command),
    )


def _sent(vault: Vault, command: ReportFound) -> int | None:
    """Of all that came under a key, corrections and answers too; by which door does not matter."""
    if not is_of_key(command.origin):
        return None
    return vault.digest("sent", encode(replace(command, channel=Channel.WEB)).hex())


def origin_of_key(key: str) -> str:
    """The origin of what a program sends under a key of its own."""
    return f"key {key}"


def origin_of_place(key: str, place: int) -> str:
    """The origin of one of several reports that a program sends together under one key."""
    # No key has a line break, so that no key by itself is another one's place.
    return f"key {key}\n{place}"


def is_of_key(origin: str) -> bool:
    """Whether what was sent came under a key of a program: it says one thing under it, once."""
    return origin.startswith("key ")


def origin_of_form(key: str) -> str:
    """The origin of what is sent off from one opened form."""
    return f"form {key}"


def is_of_form(origin: str) -> bool:
    """Whether what was sent came out of an opened form: sent off twice it is one, changed meanwhile it is another."""
    return origin.startswith("form ")


def origin_of_row(file_digest: int, worksheet: str, row: int) -> str:
    """The origin of a row: the file by its bytes, not by its name, and where in it the row stands."""
    return f"{_ROW}{file_digest} {row} {worksheet}"


def origin_of_returned_row(file_digest: int, worksheet: str, row: int) -> str:
    """That of a row which came back mended: it is of the row that was sent first, and may say something else."""
    return _RETURNED + origin_of_row(file_digest, worksheet, row)


def is_of_returned_row(origin: str) -> bool:
    """Whether a row came back mended; whoever took it for a template wrote of somebody else."""
    return origin.startswith(_RETURNED)


def origin_digest(vault: Vault, origin: str) -> int:
    """What an origin is known by; a row that came back is known as the row that it was."""
    return vault.digest("origin", origin.removeprefix(_RETURNED))


def essence_of(vault: Vault, documents: ReportDocuments) -> int | None:
    """What makes two reports look like one person's; None where too little is said to ask."""
    parts = list(_essence(documents))
    return vault.digest("essence", encode(parts).hex()) if parts else None


def _essence(documents: ReportDocuments) -> Iterator[str]:
    described, identifiers = documents.description, documents.identifiers
    names = sorted({_folded(name) for name in own_names(described)})
    numbers = sorted(
        {told(one) for one in identifiers.phones} | {told(one) for one in identifiers.documents if one.number}
    )
    event = documents.whereabouts.found if documents.whereabouts else described.event
    if names or numbers:
        yield from ("named", *names) if names else ("numbered", *numbers)
        yield from (told(described.sex), told(described.birth or described.age), told(event.when if event else None))
    elif event is not None and event.place is not None and event.when is not None and described.marks:
        life = "living" if documents.kind in LIVING_KINDS else "dead"
        yield from ("seen", life, _folded(told(event.place)), told(event.when), *sorted(map(told, described.marks)))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class KnownReports:
    """Reports of one organisation by what they are known by."""

    by_number: dict[int, FoundReport]
    by_origin: dict[int, FoundReport]
    by_id: dict[uuid.UUID, FoundReport]

    def of(self, one: Incoming) -> FoundReport | None:
        """The report that this is of: the one that the sender named, else of its number, else of its origin.

        The very row of a file that was sent before stays that person's, whoever has the number by now.
        """
        if one.command.alike is not None and one.command.alike in self.by_id:
            return self.by_id[one.command.alike]
        if one.origin in self.by_origin and one.command.origin.startswith(_ROW):
            return self.by_origin[one.origin]
        # As it is written first: an earlier release knew "42" and "00042" as two.
        for digest in reversed(one.numbers):
            if digest in self.by_number:
                return self.by_number[digest]
        report = self.by_origin.get(one.origin) if one.origin is not None else None
        if report is not None and is_of_form(one.command.origin) and report.content_digest != one.content:
            # Somebody went back to a form that was sent off and wrote of somebody else.
            return None
        return report


def known_reports(session: Session, organisation_id: uuid.UUID, incoming: Sequence[Incoming]) -> KnownReports:
    """What the organisation reported before of these, by number, origin, or the report that it named."""
    numbers = {digest for one in incoming for digest in one.numbers}
    origins = {one.origin for one in incoming if one.origin is not None}
    named = {one.command.alike for one in incoming if one.command.alike is not None}
    by_number = _found(session, organisation_id, FoundReport.sender_number_digest, numbers)
    by_origin = _found(session, organisation_id, FoundReport.origin_digest, origins)
    by_id = _found(session, organisation_id, FoundReport.id, named)
    return KnownReports(
        {report.sender_number_digest: report for report in by_number if report.sender_number_digest is not None},
        {report.origin_digest: report for report in by_origin if report.origin_digest is not None},
        {report.id: report for report in by_id if report.erased_at is None},
    )


def alike_reports(
    session: Session, organisation_id: uuid.UUID, essences: Iterable[int | None]
) -> dict[int, list[FoundReport]]:
    """The organisation's own reports that look like these, oldest first."""
    wanted = {essence for essence in essences if essence is not None}
    found: dict[int, list[FoundReport]] = {}
    for report in _found(session, organisation_id, FoundReport.essence_digest, wanted):
        if report.essence_digest is not None and report.withdrawn_at is None:
            found.setdefault(report.essence_digest, []).append(report)
    return {essence: sorted(reports, key=lambda report: report.number) for essence, reports in found.items()}


def _found(
    session: Session, organisation_id: uuid.UUID, column: InstrumentedAttribute[object], wanted: Iterable[object]
) -> list[FoundReport]:
    asked = sorted(wanted, key=str)
    mine = select(FoundReport).where(FoundReport.organisation_id == organisation_id)
    return [report for chunk in chunks(asked) for report in session.scalars(mine.where(column.in_(chunk)))]
