"""What was sent under a program's key: the same again is the same, and something else under it is refused.

Revision ID: 0023
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty: of what was sent before nobody wrote it down."""
    op.add_column("report_revisions", sa.Column("sent_digest", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Forget what was sent."""
    op.drop_column("report_revisions", "sent_digest")
