"""Column types that both databases keep the same way."""

import datetime
import json
from typing import Any

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator


class UTCDateTime(TypeDecorator[datetime.datetime]):
    """An aware moment in UTC; a naive one is refused instead of guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """To UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(datetime.UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime.datetime | None:
        """Aware again: SQLite forgets the zone."""
        if value is None:
            return None
        moment: datetime.datetime = value
        return moment.replace(tzinfo=datetime.UTC) if moment.tzinfo is None else moment.astimezone(datetime.UTC)


class JSONText(TypeDecorator[Any]):
    """A small JSON document as text, with sorted keys so that equal documents are equal bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """To text."""
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        """From text."""
        return None if value is None else json.loads(value)
