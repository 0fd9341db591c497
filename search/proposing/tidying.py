"""What a worker does beside comparing: it keeps nothing of what was erased, and gets it out of the database's files.

Whoever erases empties the log right away; where somebody was reading at that moment it is tried here again, until
nothing is left. Drafts whose time is over lose their keys here too, whether or not anybody comes to the portals, and
the place of those that are gone is used again.
"""

import datetime
from collections.abc import Callable

from sqlalchemy import Select, func, select

from search.models import Draft, Record
from search.records.expired_drafts import forget_old_drafts, has_expired
from search.records.prepared_cache import PreparedRecords
from search.records.record_erasure import TABLES
from search.storage.database import Database
from search.storage.scrubbing import Scrubbed

# Bytes of drafts that are gone, on the disk of a PostgreSQL server, before their place is used again.
_DEAD_DRAFTS = 16 * 1024 * 1024


class Tidying:
    """For one worker: `records` are those that it has prepared and keeps."""

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime], records: PreparedRecords) -> None:
        self._database = database
        self._clock = clock
        self._records = records
        self._clean_up_to: datetime.datetime | None = None

    def tidy(self) -> None:
        """Whatever is left to do; two small questions where nothing is."""
        moment = self._clock()
        with self._database.reading() as session:
            newest = session.scalars(select(func.max(Record.erased_at)).where(Record.erased_at.is_not(None))).one()
            erased = session.scalars(self._since()).all() if newest != self._clean_up_to else []
            expired = has_expired(session, moment)
        self._records.forget(set(erased))
        # Whoever floods writes drafts that are shed again at once.
        self._database.reclaim(Draft.__tablename__, dead_bytes=_DEAD_DRAFTS)
        if expired:
            with self._database.transaction() as session:
                forget_old_drafts(session, moment)
        if (erased or expired) and self._database.scrub(TABLES) is not Scrubbed.READERS_HOLD_IT:
            self._clean_up_to = newest

    def _since(self) -> Select[int]:
        """The numbers of what was erased since the files were clean."""
        erased = select(Record.number).where(Record.erased_at.is_not(None))
        return erased if self._clean_up_to is None else erased.where(Record.erased_at >= self._clean_up_to)
