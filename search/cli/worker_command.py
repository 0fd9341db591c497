"""`ovillo worker`: compare whatever waits, until told to stop."""

import logging
import os
import signal
import threading

import click

from i18n.offered_languages import require_languages
from search.asking.adapters.choice import adapters_of
from search.asking.due_work import DueWork
from search.cli.installation import now, open_database, settings
from search.filing.sheet_storing import SheetStoring
from search.proposing.worker import Worker

_NICE = 5


@click.command()
def worker() -> None:
    """Compare whatever waits, until stopped."""
    require_languages(settings().default_language)
    # Whoever waits for a page goes before what can be compared a moment later.
    os.nice(_NICE)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    # What a migration does is said by `setup`; at every start it is noise.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    with open_database() as database:
        sheets, due = SheetStoring(database, now), DueWork(database, now, adapters_of(settings()))
        Worker(database, now).watch(stop, lambda: sheets.store_next() or due.step())
