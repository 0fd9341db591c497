"""What a worker does beside comparing: it keeps nothing of what was erased, and gets it out of the database's files.

Whoever erases empties the log right away; where somebody was reading at that moment it is tried here again, until
nothing is left. Drafts whose time is over lose their keys here too, whether or not anybody comes to the portals, and
the place of those that are gone is used again. Records whose time is over are compared no more. Pairs of searches of
which one was judged get their places in the list anew.
"""

import datetime
from collections.abc import Callable

from sqlalchemy import Select, func, select

from search.access import WORKER
from search.models import Draft, Record
from search.proposing.ended_records import end_due
from search.proposing.ranking_anew import rank_judged, rank_unplaced
from search.proposing.words_over import TABLES as WORD_TABLES
from search.proposing.words_over import erase_words_over, words_are_over
from search.records.expired_drafts import forget_old_drafts, has_expired
from search.records.prepared_cache import PreparedRecords
from search.records.record_erasure import TABLES
from search.storage.database import Database
from search.storage.scrubbing import Scrubbed

# Bytes of drafts that are gone, on the disk of a PostgreSQL server, before their place is used again.
_DEAD_DRAFTS = 16 * 1024 * 1024
# How often the records are looked for whose time is over.
_LOOKED_FOR_EVERY = datetime.timedelta(minutes=15)
# How often what was judged is looked for; a worker that begins looks back so far.
_RANKED_EVERY, _LOOKS_BACK = datetime.timedelta(minutes=1), datetime.timedelta(days=1)


class Tidying:
    """For one worker: `records` are those that it has prepared and keeps."""

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime], records: PreparedRecords) -> None:
        self._database = database
        self._clock = clock
        self._records = records
        self._clean_up_to: datetime.datetime | None = None
        self._ended_at: datetime.datetime | None = None
        self._ranked_up_to: datetime.datetime | None = None

    def tidy(self) -> None:
        """Whatever is left to do; two small questions where nothing is."""
        moment = self._clock()
        with self._database.reading() as session:
            newest = session.scalars(select(func.max(Record.erased_at)).where(Record.erased_at.is_not(None))).one()
            erased = session.scalars(self._since()).all() if newest != self._clean_up_to else []
            expired, words_over = has_expired(session, moment), words_are_over(session, moment)
        self._records.forget(set(erased))
        self._end_due(moment)
        self._rank(moment)
        # Whoever floods writes drafts that are shed again at once.
        self._database.reclaim(Draft.__tablename__, dead_bytes=_DEAD_DRAFTS)
        if expired:
            with self._database.transaction() as session:
                forget_old_drafts(session, moment)
        if words_over:
            with self._database.transaction() as session:
                erase_words_over(session, WORKER, now=moment)
        gone = erased or expired or words_over
        if gone and self._database.scrub((*TABLES, *WORD_TABLES)) is not Scrubbed.READERS_HOLD_IT:
            self._clean_up_to = newest

    def _end_due(self, moment: datetime.datetime) -> None:
        """Once in a while: whatever ends does so by the day, and is looked for among all records."""
        if self._ended_at is not None and moment - self._ended_at < _LOOKED_FOR_EVERY:
            return
        self._ended_at = moment
        more = True
        while more:
            with self._database.transaction() as session:
                more = end_due(session, WORKER, now=moment) > 0

    def _rank(self, moment: datetime.datetime) -> None:
        """Once in a while: whatever was judged since, and pairs of before there were places."""
        since = self._ranked_up_to or moment - _LOOKS_BACK
        if self._ranked_up_to is not None and moment - since < _RANKED_EVERY:
            return
        with self._database.transaction() as session:
            rank_judged(session, WORKER, since=since, up_to=moment, today=moment.date())
        more = True
        while more:
            with self._database.transaction() as session:
                more = rank_unplaced(session, WORKER, today=moment.date()) > 0
        self._ranked_up_to = moment

    def _since(self) -> Select[int]:
        """The numbers of what was erased since the files were clean."""
        erased = select(Record.number).where(Record.erased_at.is_not(None))
        return erased if self._clean_up_to is None else erased.where(Record.erased_at >= self._clean_up_to)
