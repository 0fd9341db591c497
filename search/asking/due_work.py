"""What a worker does on the common days beside comparing: drawing what is asked, and telling those who wished it."""

import datetime
import logging
from collections.abc import Callable, Mapping

from search.access import WORKER
from search.asking.adapters.adapter import Adapter, Message, NotSent
from search.asking.notice_sending import note_due, note_outcome, note_untold, take_next
from search.asking.notice_texts import subject_and_text
from search.asking.slot_days import slot_to_draw
from search.asking.slot_drawing import Pool, draw_slots, read_pool
from search.asking_summaries import Notice
from search.storage.database import Database
from search.vocabulary import NoticeChannel

_log = logging.getLogger(__name__)
# How often it is looked whether there is anything to do.
_EVERY = datetime.timedelta(seconds=60)


class DueWork:
    """For one worker. A slot is drawn a few searches at a time, from one pool; notices leave one by one."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime.datetime],
        adapters: Mapping[NoticeChannel, Adapter],
    ) -> None:
        self._database, self._clock, self._adapters = database, clock, adapters
        self._pool: Pool | None = None
        self._idle_since: datetime.datetime | None = None

    def step(self) -> bool:
        """Do a little of what is due; never keeps a worker from comparing, so it says that it did nothing."""
        moment = self._clock()
        if self._idle_since is not None and moment - self._idle_since < _EVERY:
            return False
        did = self._draw(moment) + self._tell(moment)
        self._idle_since = None if did else moment
        return False

    def all_due(self) -> int:
        """Do all of what is due now; returns for how many searches something was drawn."""
        drawn = 0
        while more := self._draw(self._clock()):
            drawn += more
        while self._tell(self._clock()):
            continue
        return drawn

    def _draw(self, moment: datetime.datetime) -> int:
        slot = slot_to_draw(moment)
        if slot < 0:
            return 0
        if self._pool is None or self._pool.slot != slot:
            with self._database.reading() as session:
                self._pool = read_pool(session, WORKER, slot=slot)
        with self._database.transaction() as session:
            return draw_slots(session, WORKER, self._pool, now=moment)

    def _tell(self, moment: datetime.datetime) -> int:
        """Note what is due, then hand over one notice, outside any transaction."""
        if not self._adapters:
            return 0
        with self._database.transaction() as session:
            noted = note_due(session, WORKER, now=moment) + note_untold(session, WORKER, now=moment)
            notice = take_next(session, WORKER, list(self._adapters), now=moment)
        if notice is not None:
            fault = self._handed_over(notice)
            with self._database.transaction() as session:
                note_outcome(session, WORKER, notice, fault, now=self._clock())
        return noted + (notice is not None)

    def _handed_over(self, notice: Notice) -> str:
        subject, text = subject_and_text(notice.language)
        try:
            self._adapters[notice.channel].send(Message(notice.address, subject, text))
        except NotSent as error:
            _log.warning("notice not sent: channel=%s fault=%s", notice.channel.value, error.code)
            return error.code
        return ""
