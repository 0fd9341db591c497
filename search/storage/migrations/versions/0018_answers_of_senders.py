"""Layouts of senders: what was remembered of them was guesses that nobody had touched.

Revision ID: 0018
Revises: 0019
"""

from alembic import op

revision = "0018"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forget the profiles: nothing in them says which of their answers somebody gave."""
    op.execute("DELETE FROM sender_profiles")


def downgrade() -> None:
    """Nothing is brought back: the next sheet of each layout is asked about again."""
