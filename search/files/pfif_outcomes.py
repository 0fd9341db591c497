"""What becomes of the records of a PFIF file: reports, searches, ends, refusals with a reason each, and questions.

Nothing is decided by silence that could harm: whom a file believes dead, and of whom it says neither that they are
looked for nor that they were found, is taken when the sender answered. Identity is the number of the record alone.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from search.files.pfif_description import person_of
from search.files.pfif_domains import OwnDomains
from search.files.pfif_fields import PfifRecord, domain_of, moment
from search.files.pfif_question import (
    BELIEVED_DEAD,
    BODY,
    FOUND,
    HEADERS,
    LEAVE,
    NO_STATUS,
    SOUGHT,
    Ended,
    PfifQuestion,
    PfifReading,
    SearchRead,
)
from search.files.pfif_reading import PfifDocument
from search.files.pfif_rows import Told, report_of, search_of
from search.files.pfif_status import Said, decided_by, said_at
from search.sheet_summaries import SheetDoubt
from search.sheets.row_outcomes import RowRead, RowRefusal, RowWarning
from search.vocabulary import LIVING_KINDS, MAY_REPORT, ReportKind

NOT_YOURS = "kind_not_yours"


def outcomes_of(document: PfifDocument, question: PfifQuestion) -> PfifReading:
    """Every record of a document with what becomes of it."""
    desk = _Desk(document, question)
    for number, record in enumerate(document.persons, start=1):
        desk.person(number, record)
    for number, (record_id, notes) in enumerate(desk.loose_notes(), start=len(document.persons) + 1):
        desk.notes_alone(number, record_id, notes)
    return desk.reading()


@dataclass(slots=True)
class _Desk:
    document: PfifDocument
    question: PfifQuestion
    rows: list[RowRead] = field(default_factory=list)
    searches: list[SearchRead] = field(default_factory=list)
    loose: list[RowRead] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    refused: list[RowRefusal] = field(default_factory=list)
    asked: dict[str, list[int]] = field(default_factory=dict)
    domains: OwnDomains = field(init=False)
    newest: dict[str, int] = field(default_factory=dict)
    about: dict[str, list[PfifRecord]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.domains = OwnDomains(self.document, self.question)
        for number, record in enumerate(self.document.persons, start=1):
            record_id = record.get("person_record_id")
            earlier = self.newest.get(record_id)
            if earlier is None or said_at(record) >= said_at(self.document.persons[earlier - 1]):
                self.newest[record_id] = number
        for note in self.document.notes:
            if record_id := note.get("person_record_id"):
                self.about.setdefault(record_id, []).append(note)

    def person(self, number: int, record: PfifRecord) -> None:
        """One person of the file, with the notes in it and those of the file that name it."""
        column, code = self._fault(number, record)
        if code:
            self._refuse(number, record, column, code)
            return
        record_id = record.get("person_record_id")
        until = moment(record.get("expiry_date"))
        # A placeholder is what is left of a record whose time is over; blank alone is no news.
        if until is not None and until <= self.question.now:
            self.ended.append(Ended(number, record_id))
            return
        self._told(number, record, (*record.notes, *self.about.get(record_id, ())))

    def notes_alone(self, number: int, record_id: str, notes: Sequence[PfifRecord]) -> None:
        """Notes about a person whose record is not in the file: news, if that person is known."""
        first = notes[0]
        if not record_id:
            self._refuse(number, first, "person_record_id", "id_missing")
        elif code := self.domains.fault(first.get("note_record_id") or record_id, number):
            self._refuse(number, first, "note_record_id", code)
        elif decided_by(notes).said is Said.DEAD:
            self._refuse(number, first, "status", "death_alone")
        else:
            told = Told(
                record=PfifRecord({"person_record_id": record_id}),
                notes=tuple(notes),
                description=person_of(PfifRecord({}), number, today=self._today).description,
                identifiers=person_of(PfifRecord({}), number, today=self._today).identifiers,
            )
            report = report_of(told, self._living or ReportKind.OTHER, alone=True)
            if report is None:
                self._refuse(number, first, "", "nothing_said")
            else:
                self.loose.append(RowRead(number, report, (), "", _cells(first)))

    def loose_notes(self) -> list[tuple[str, tuple[PfifRecord, ...]]]:
        """The notes outside of persons that are of nobody in the file, by whom they are about; "" where none says."""
        about = [(record_id, tuple(notes)) for record_id, notes in self.about.items() if record_id not in self.newest]
        nobodys = [("", (note,)) for note in self.document.notes if not note.get("person_record_id")]
        return [*about, *nobodys]

    def reading(self) -> PfifReading:
        """Everything together."""
        return PfifReading(
            filename=self.question.filename,
            versions=self.document.versions,
            record_count=len(self.document.persons) + len(self.document.notes),
            domains=tuple(sorted(self.domains.own)),
            rows=tuple(self.rows),
            searches=tuple(self.searches),
            loose=tuple(self.loose),
            ended=tuple(self.ended),
            refused=tuple(self.refused),
            doubts=tuple(self._doubts()),
        )

    def _told(self, number: int, record: PfifRecord, notes: tuple[PfifRecord, ...]) -> None:
        # What others say of the person is kept, and decides nothing.
        decided = decided_by([note for note in notes if self._may_speak(note)])
        becomes = self._becomes(number, decided.said)
        person = person_of(record, number, today=self._today)
        told = Told(
            record=record,
            notes=notes,
            description=person.description,
            identifiers=person.identifiers,
            status=decided.note.get("status").lower() if decided.note else "",
        )
        warnings = (*person.warnings, *_unread_dates(number, record))
        if becomes in (NO_STATUS, BELIEVED_DEAD, NOT_YOURS):
            self._refuse(number, record, "status", becomes)
        elif becomes == SOUGHT:
            self._sought(number, told, warnings)
        else:
            self._found(number, told, warnings, becomes)

    def _becomes(self, number: int, said: Said) -> str:
        """What the record becomes: sought, found, body, or the code of the question that is open."""
        if said in (Said.SOUGHT, Said.FOUND):
            return said.value
        code = BELIEVED_DEAD if said is Said.DEAD else NO_STATUS
        if self._options(code) == (LEAVE,):
            return NOT_YOURS
        self.asked.setdefault(code, []).append(number)
        answer = self.question.answers.get(f"sheet.{code}", "")
        return answer if answer in self._options(code) and answer != LEAVE else code

    def _sought(self, number: int, told: Told, warnings: tuple[RowWarning, ...]) -> None:
        command = search_of(told)
        if not self.question.may_search:
            self._refuse(number, told.record, "status", "searches_not_yours")
        elif command is None:
            self._refuse(number, told.record, "", "nothing_said")
        else:
            until = moment(told.record.get("expiry_date"))
            self.searches.append(SearchRead(number, command, warnings, until))

    def _found(self, number: int, told: Told, warnings: tuple[RowWarning, ...], becomes: str) -> None:
        kind = self._dead if becomes == BODY else self._living
        if kind is None:
            self._refuse(number, told.record, "status", NOT_YOURS)
            return
        report = report_of(told, kind)
        if report is None:
            self._refuse(number, told.record, "", "nothing_said")
        else:
            report = replace(report, expires=moment(told.record.get("expiry_date")))
            self.rows.append(RowRead(number, report, warnings, "", _cells(told.record)))

    def _fault(self, number: int, record: PfifRecord) -> tuple[str, str]:
        """The field at fault and why the record cannot be taken; twice "" where it can."""
        record_id = record.get("person_record_id")
        if record.too_long:
            return record.too_long[0], "field_too_long"
        if not record_id:
            return "person_record_id", "id_missing"
        code = self.domains.fault(record_id, number)
        if code:
            return "person_record_id", code
        return ("person_record_id", "older_version") if self.newest[record_id] != number else ("", "")

    def _may_speak(self, note: PfifRecord) -> bool:
        """Whether a note is of a registry that this file speaks for; one without a number is its person's."""
        record_id = note.get("note_record_id")
        return not record_id or self.domains.speaks_for(domain_of(record_id))

    def _refuse(self, number: int, record: PfifRecord, column: str, code: str) -> None:
        self.refused.append(RowRefusal(number, column, code, "", _cells(record)))

    def _doubts(self) -> Iterator[SheetDoubt]:
        yield from self.domains.doubts()
        for code, rows in self.asked.items():
            doubt = SheetDoubt(code=code, rows=tuple(rows), options=self._options(code), must_answer=False)
            answer = self.question.answers.get(doubt.key, "")
            yield replace(doubt, chosen=answer if answer in doubt.options else "")

    def _options(self, code: str) -> tuple[str, ...]:
        searching = (SOUGHT,) if self.question.may_search else ()
        if code == BELIEVED_DEAD:
            return (*searching, *((BODY,) if self._dead else ()), LEAVE)
        return (*searching, *((FOUND,) if self._living else ()), LEAVE)

    @property
    def _living(self) -> ReportKind | None:
        kinds = self._kinds(living=True)
        return ReportKind.OTHER if ReportKind.OTHER in kinds else next(iter(kinds), None)

    @property
    def _dead(self) -> ReportKind | None:
        return next(iter(self._kinds(living=False)), None)

    def _kinds(self, *, living: bool) -> list[ReportKind]:
        kinds = tuple(ReportKind) if self.question.organisation is None else MAY_REPORT[self.question.organisation]
        return [kind for kind in kinds if (kind in LIVING_KINDS) == living]

    @property
    def _today(self) -> datetime.date:
        return self.question.now.date()


def _unread_dates(number: int, record: PfifRecord) -> Iterator[RowWarning]:
    for name in ("source_date", "expiry_date"):
        if record.get(name) and moment(record.get(name)) is None:
            yield RowWarning(number, name, "date_unread")


def _cells(record: PfifRecord) -> tuple[str, ...]:
    return tuple(record.get(name) for name in HEADERS)
