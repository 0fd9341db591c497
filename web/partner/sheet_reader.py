"""Reading a waiting sheet beside the requests: whoever asks waits a moment for it, and is then told to ask again.

A thread of the portal's own watches over the child that reads; where both places are taken the sheet stands in line,
and takes a place when it is asked for again. Nothing is remembered in memory: a process that ends leaves a sheet that
is simply read again.
"""

import threading
from dataclasses import dataclass

from search.access import Actor
from search.commands import ImportSheet
from search.confined.waiting_line import WaitingLine
from search.errors import Busy, SearchError, SheetError
from search.files.pfif_answer import read_confined as read_records
from search.filing.importing_pfif import as_sheet, question_of_pfif
from search.filing.importing_sheets import foresee_sheet, question_of, sheet_sender
from search.filing.sheet_storing import file_digest
from search.filing.waiting_sheets import Understood, WaitingSheets
from search.sheets.parser_process import read_confined
from search.sheets.sheet_reading import SheetReading
from web.context import Context

# So long a request waits for a sheet that is being read: most are read by then.
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class BeingRead:
    """A sheet that is not read yet; `ahead` others are read before its turn comes, and with it at its turn.

    `behind_own`: one of the same organisation is read first. An organisation has one place at a time.
    """

    ahead: int
    behind_own: bool = False


@dataclass(frozen=True, slots=True)
class SheetReader:
    """Reads the waiting sheets of one installation, for one process of its portals."""

    context: Context
    waiting: WaitingSheets

    def understood(self, token: str, actor: Actor) -> Understood | BeingRead:
        """What a sheet says, as soon as somebody has read it."""
        known = self.waiting.understood(token)
        if known is not None:
            return known
        name, owner = self.waiting.name(token), self._owner(actor)
        standing = self._line.stand(name, owner)
        if standing.ahead < self.context.confinement.slots.at_once and not standing.behind_own:
            reading = threading.Thread(target=self._read, args=(token, actor), daemon=True)
            reading.start()
            reading.join(_PATIENCE)
        return self.waiting.understood(token) or BeingRead(standing.ahead, standing.behind_own)

    def _read(self, token: str, actor: Actor) -> None:
        """Read a sheet, unless it or another one of its organisation is read already, or no place is free."""
        name = self.waiting.name(token)
        with self._line.served(name, self._owner(actor)) as served:
            if not served or self.waiting.understood(token) is not None:
                return
            try:
                self._understand(token, actor)
            except Busy:
                return
            except SearchError as error:
                self.waiting.understand(token, Understood(code=error.code, params=error.params))
            self._line.leave(name)

    def _understand(self, token: str, actor: Actor) -> None:
        context = self.context
        sheet = self.waiting.sheet(token)
        if sheet is None:
            return
        reading = self._reading_of(sheet, actor)
        with context.database.reading() as session:
            preview = foresee_sheet(
                session,
                actor,
                reading,
                file_digest(context.database, sheet.content),
                today=context.clock().date(),
                answers=sheet.profile,
            )
        self.waiting.understand(token, Understood(preview), reading)

    def _reading_of(self, sheet: ImportSheet, actor: Actor) -> SheetReading:
        """A sheet by its reader; records of another registry by theirs, in the form of a sheet."""
        context = self.context
        with context.database.reading() as session:
            sender = sheet_sender(session, actor)
        try:
            return read_confined(context.confinement, question_of(sender, sheet, today=context.clock().date()))
        except SheetError as error:
            if error.code != "pfif":
                raise
        records = read_records(context.confinement, question_of_pfif(sender, sheet, now=context.clock()))
        with context.database.reading() as session:
            return as_sheet(session, sender.organisation_id, records)

    def _owner(self, actor: Actor) -> str:
        """Whose place it is, as a word that says nothing else."""
        return self.context.vault.token_digest(f"places of {actor.organisation_id}").hex()

    @property
    def _line(self) -> WaitingLine:
        return WaitingLine(self.context.confinement.slots.folder / "line")
