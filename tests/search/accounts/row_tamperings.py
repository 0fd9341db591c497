"""Hands that tamper with rows that the audit vouches for: they take out, change, move, swap, add and put back."""

import datetime
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, UniqueConstraint, and_, delete, insert, select, update

from search.models import (
    FoundReport,
    Record,
    RecordKey,
    RegistryClock,
    SearchRequest,
)
from search.records.vouched_tables import NOT_ANCHORED
from tests.search.accounts.lived_in import READ
from tests.search.accounts.tamperings import Hand, Tampering, unbind
from tests.search.models.tables import table_of

Row = Mapping[str, Any]
_SEARCHES, _REPORTS, _RECORDS = table_of(SearchRequest), table_of(FoundReport), table_of(Record)
# What is told by entries beside the anchors, and has hands of its own here.
_TOLD_OTHERWISE = "records.matched_version"


def tables() -> tuple[Table, ...]:
    """Every table with a row of its own that verifying reads; a key is held by whether it opens."""
    return READ


def rows_of(hand: Hand, table: Table) -> Sequence[Row]:
    asked = select(table).order_by(*table.primary_key.columns)
    return [dict(row._mapping) for row in hand.session.execute(asked)]


def row_of(hand: Hand, table: Table) -> Row:
    rows = rows_of(hand, table)
    return rows[hand.draw(len(rows))]


def this(table: Table, row: Row) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key.columns))


def other_than(value: Any, column: Column[Any], number: int) -> Any:
    """Another value of a column's kind; a made up one where it is empty."""
    kind = type(column.type).__name__
    if value is None:
        when = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=number % 10**6)
        made_up = {
            "Uuid": uuid.UUID(int=number),
            "LargeBinary": b"x",
            "JSONText": [],
            "String": "x",
            "Date": when.date(),
            "Boolean": True,
        }
        return made_up.get(kind, when if "DateTime" in kind else number % 10**6)
    if isinstance(value, bool):
        return not value
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=value.int ^ (1 + number % 2**32))
    if isinstance(value, datetime.date):
        return value - datetime.timedelta(days=1 + number % 300)
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1]) if value else b"x"
    if isinstance(value, str):
        return ("y" if value[:1] == "x" else "x") + value[1:]
    if isinstance(value, int | float):
        return value - 1 - number % 1000
    return [value]


def _changing(table: Table) -> Tampering:
    """Any column of any row, the primary key too, which moves the row."""
    held = [one for one in table.columns if f"{table.name}.{one.name}" not in NOT_ANCHORED]
    # Under which master key a key is wrapped shows by that it does not open, and a number that is not there does too.
    wanted = [one for one in held if one.name != "side" or table is not _RECORDS]

    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        row, column = row_of(hand, table), wanted[hand.draw(len(wanted))]
        changed = other_than(row[column.name], column, hand.draw(2**32))
        hand.session.execute(update(table).where(this(table, row)).values({column: changed}))

    return _named(tamper, f"a row of {table.name} changed")


def _deleting(table: Table) -> Tampering:
    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        hand.session.execute(delete(table).where(this(table, row_of(hand, table))))

    return _named(tamper, f"a row of {table.name} taken out")


def _emptying(table: Table) -> Tampering:
    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        hand.session.execute(delete(table))

    return _named(tamper, f"{table.name} emptied")


def _adding(table: Table) -> Tampering:
    """A copy of a row under another key, with other values in what no two rows share."""

    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        row, number = row_of(hand, table), hand.draw(2**32)
        alone = {column.name for one in _unique(table) for column in one}
        made = {
            name: other_than(value, table.c[name], number) if name in alone else value for name, value in row.items()
        }
        hand.session.execute(insert(table), [made])

    return _named(tamper, f"a row of {table.name} added")


def _swapping(table: Table) -> Tampering:
    """What two rows say, in a column in which they differ and that others may share."""
    alone = {column.name for one in _unique(table) for column in one}
    names = [one.name for one in table.columns if one.name not in alone]
    told = [name for name in names if f"{table.name}.{name}" not in NOT_ANCHORED and name != "side"]

    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        rows = rows_of(hand, table)
        pairs = [(a, b, n) for a in rows for b in rows for n in told if a[n] != b[n]]
        if not pairs:
            return _changing(table)(hand)
        one, two, name = pairs[hand.draw(len(pairs))]
        hand.session.execute(update(table).where(this(table, one)).values({name: two[name]}))
        hand.session.execute(update(table).where(this(table, two)).values({name: one[name]}))
        return None

    return _named(tamper, f"two rows of {table.name} swapped")


def put_an_old_row_back(hand: Hand) -> None:
    """As it was halfway: changed since, or gone."""
    unbind(hand.session)
    older = [(table, row) for table in READ for row in hand.lived.halfway[table] if _is_other(hand, table, row)]
    table, row = older[hand.draw(len(older))]
    hand.session.execute(delete(table).where(this(table, row)))
    hand.session.execute(insert(table), [row])


def put_a_table_back(hand: Hand) -> None:
    unbind(hand.session)
    changed = [table for table in READ if any(_is_other(hand, table, row) for row in hand.lived.halfway[table])]
    table = changed[hand.draw(len(changed))]
    hand.session.execute(delete(table))
    for row in hand.lived.halfway[table]:
        hand.session.execute(insert(table), [row])


def put_all_rows_back_under_the_new_chain(hand: Hand) -> None:
    unbind(hand.session)
    for table in READ:
        hand.session.execute(delete(table))
        for row in hand.lived.halfway[table]:
            hand.session.execute(insert(table), [row])


def take_a_record_with_all_that_hangs_on_it(hand: Hand) -> None:
    """A search or a report, its key, sections, photos, and the pairs that it is in."""
    unbind(hand.session)
    number = row_of(hand, _RECORDS)["number"]
    for table in READ:
        for column in table.columns:
            points = {key.column.table.name for key in column.foreign_keys}
            if points & {"records", "search_requests", "found_reports"} or (
                table is _RECORDS and column.name == "number"
            ):
                hand.session.execute(delete(table).where(column == number))


def say_that_it_was_compared(hand: Hand) -> None:
    """So that nobody compares it again, or compares it at all."""
    row = row_of(hand, _RECORDS)
    further = row["matched_version"] + 1 + hand.draw(10**6)
    hand.session.execute(update(_RECORDS).where(this(_RECORDS, row)).values(matched_version=further))


def turn_the_clock_back(hand: Hand) -> None:
    hand.session.execute(update(RegistryClock).values(value=hand.draw(3)))


def add_a_record_of_neither_side(hand: Hand) -> None:
    row = row_of(hand, _RECORDS)
    made = {**row, "number": 10**6 + hand.draw(99), "id": uuid.UUID(int=hand.draw(2**64)), "version": 1}
    hand.session.execute(insert(_RECORDS), [made])


def give_a_record_the_key_of_another(hand: Hand) -> None:
    keys = rows_of(hand, table_of(RecordKey))
    one, two = keys[0], keys[1 + hand.draw(len(keys) - 1)]
    hand.session.execute(
        update(RecordKey).where(RecordKey.record_number == one["record_number"]).values(wrapped=two["wrapped"])
    )


def give_a_case_the_words_of_another(hand: Hand) -> None:
    hashes = [row["passphrase_hash"] for row in rows_of(hand, _SEARCHES) if row["passphrase_hash"]]
    wanted = SearchRequest.__table__.c.passphrase_hash
    hand.session.execute(update(_SEARCHES).where(wanted == hashes[0]).values(passphrase_hash=hashes[-1]))


def bring_an_erased_record_back(hand: Hand) -> None:
    gone = hand.session.scalars(select(_RECORDS.c.number).where(_RECORDS.c.erased_at.is_not(None))).all()
    made = {"record_number": gone[hand.draw(len(gone))], "master": "1", "wrapped": b"k" * 60}
    hand.session.execute(insert(RecordKey), [made])


def forget_that_it_was_erased(hand: Hand) -> None:
    gone = hand.session.scalars(select(_RECORDS.c.number).where(_RECORDS.c.erased_at.is_not(None))).all()
    hand.session.execute(update(_RECORDS).where(_RECORDS.c.number == gone[hand.draw(len(gone))]).values(erased_at=None))


def _is_other(hand: Hand, table: Table, row: Row) -> bool:
    told = [one.name for one in table.columns if f"{table.name}.{one.name}" not in NOT_ANCHORED]
    now = hand.session.execute(select(*(table.c[name] for name in told)).where(this(table, row))).one_or_none()
    return now is None or tuple(now) != tuple(row[name] for name in told)


def _unique(table: Table) -> list[list[Column[Any]]]:
    sets = [list(table.primary_key.columns)]
    sets += [list(one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    return sets + [list(index.columns) for index in table.indexes if index.unique]


def _named(tamper: Callable[[Hand], None], name: str) -> Tampering:
    tamper.__name__ = name
    return tamper


OF_EACH = (_changing, _changing, _deleting, _emptying, _swapping, _adding)
KINDS: tuple[Tampering, ...] = (
    *(kind(table) for kind in OF_EACH for table in READ),
    *(put_an_old_row_back,) * 20, *(put_a_table_back,) * 5, put_all_rows_back_under_the_new_chain,
    take_a_record_with_all_that_hangs_on_it, say_that_it_was_compared, turn_the_clock_back,
    add_a_record_of_neither_side, give_a_record_the_key_of_another, give_a_case_the_words_of_another,
    bring_an_erased_record_back, forget_that_it_was_erased,
)  # fmt: skip
