"""`ovillo questions`, `ovillo notices`: what is asked on common days, and whether families could be told of them."""

import click
from sqlalchemy import func, select

from search.access import WORKER
from search.asking.adapters.choice import adapters_of
from search.asking.due_work import DueWork
from search.asking.slot_days import day_of, slot_at
from search.asking.slot_drawing import draw_slots, read_pool
from search.cli.installation import now, open_database, settings
from search.errors import Refused
from search.models import DueNotice


@click.group()
def questions() -> None:
    """Questions to families on common days."""


@questions.command()
@click.option("--now", "at_once", is_flag=True, help="Draw the open slot for all who filed until now.")
def draw(*, at_once: bool) -> None:
    """Draw what is due, for every open search alike; a worker does this by itself."""
    with open_database() as database:
        if not at_once:
            drawn = DueWork(database, now, {}).all_due()
        else:
            if not settings().demonstration:
                raise Refused("only_in_demonstration")
            with database.reading() as session:
                pool = read_pool(session, WORKER, slot=slot_at(now()), filed=now())
            drawn = 0
            more = True
            while more:
                with database.transaction() as session:
                    more = draw_slots(session, WORKER, pool, now=now()) > 0
                    drawn += more
    click.echo(f"searches: {drawn}  next day: {day_of(slot_at(now()) + 1).date().isoformat()}")


@click.group()
def notices() -> None:
    """Telling families that a day of questions came."""


@notices.command()
def state() -> None:
    """How many notices of the present day were sent, wait, or failed and why."""
    sent = select(DueNotice.sent_at.is_not(None), DueNotice.fault, func.count()).where(DueNotice.slot == slot_at(now()))
    with open_database() as database, database.reading() as session:
        rows = session.execute(sent.group_by(DueNotice.sent_at.is_not(None), DueNotice.fault)).all()
    click.echo(f"channels: {', '.join(sorted(one.value for one in adapters_of(settings()))) or 'none'}")
    for was_sent, fault, number in rows:
        click.echo(f"{'sent' if was_sent else fault or 'waits'}: {number}")
