"""The declarative base: names of constraints, column types, and a `repr` that tells ids only."""

import datetime
import uuid
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Integer, LargeBinary, MetaData, Uuid, inspect
from sqlalchemy.orm import DeclarativeBase

from search.storage.types import UTCDateTime

# SQLite counts rows by itself only in a column declared INTEGER.
RowNumber = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """Base of all models."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: Uuid(),
        bytes: LargeBinary(),
        datetime.datetime: UTCDateTime(),
    }

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {inspect(self).identity}>"
