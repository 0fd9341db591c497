"""Bits that may be told: the weight of a pair without what would say where somebody living is.

Revision ID: 0031
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column, empty until a pair is weighed again."""
    op.add_column("match_proposals", sa.Column("shown_weight", sa.Double(), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("match_proposals", "shown_weight")
