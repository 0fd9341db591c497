"""Alarms about programs that come with an organisation's tokens: about no account.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let an alarm be about nobody."""
    with op.batch_alter_table("alarms") as table:
        table.alter_column("account_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    """Forget the alarms about programs."""
    op.execute("DELETE FROM alarms WHERE account_id IS NULL")
    with op.batch_alter_table("alarms") as table:
        table.alter_column("account_id", existing_type=sa.Uuid(), nullable=False)
