"""Sessions last longer while they are used, and never longer than four hours."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward: whoever is signed in signs in again."""
    op.execute("DELETE FROM door_sessions")
    with op.batch_alter_table("door_sessions") as table:
        table.add_column(sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("door_sessions") as table:
        table.drop_column("ends_at")
