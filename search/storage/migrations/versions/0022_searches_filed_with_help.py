"""Searches that an organisation filed together with a relative: who, what was read aloud, and when words changed.

Revision ID: 0022
Revises: 0018
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0022"
down_revision = "0018"
branch_labels = None
depends_on = None

_COLUMNS: dict[str, TypeEngine[Any]] = {
    "filed_by_organisation": sa.Uuid(),
    "filed_by_account": sa.Uuid(),
    "read_digest": sa.LargeBinary(),
    "read_language": sa.String(16),
    "read_at": sa.DateTime(timezone=True),
    "first_opened_at": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    """Add the columns, empty: whatever was filed before, a family filed alone."""
    for name, kind in _COLUMNS.items():
        op.add_column("search_requests", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Forget who helped whom."""
    for name in reversed(_COLUMNS):
        op.drop_column("search_requests", name)
