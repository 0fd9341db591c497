"""Up to where a family had seen what was compared when it last opened its case.

Revision ID: 0038
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0028"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_COLUMNS = (
    ("search_requests", "seen_version", sa.BigInteger()),
    ("search_requests", "seen_at", _MOMENT),
    ("door_sessions", "since_version", sa.BigInteger()),
    ("door_sessions", "since_at", _MOMENT),
)


def upgrade() -> None:
    """Add the columns, empty: nobody has been here before."""
    for table, name, kind in _COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Forget who had seen what."""
    for table, name, _ in reversed(_COLUMNS):
        with op.batch_alter_table(table) as altered:
            altered.drop_column(name)
