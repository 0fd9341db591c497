"""When a family was told that new words were asked for, and which relative wrote a letter or a report.

Revision ID: 0047
Revises: 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0037"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_ADDED = (
    ("word_renewals", "confirmed_at", _MOMENT),
    ("word_renewals", "told_at", _MOMENT),
    ("extortion_reports", "relative_id", sa.Uuid()),
    ("letters", "relative_id", sa.Uuid()),
)


def upgrade() -> None:
    """Add the columns, empty: what was confirmed before opens when it was said to open."""
    for table, name, kind in _ADDED:
        op.add_column(table, sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Forget it."""
    for table, name, _ in _ADDED:
        with op.batch_alter_table(table) as altered:
            altered.drop_column(name)
