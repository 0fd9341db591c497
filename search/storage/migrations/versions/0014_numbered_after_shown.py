"""A file is shown at once, and its records are given the change number of that moment little by little.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("import_batches", sa.Column("version", sa.BigInteger(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """Back."""
    op.drop_column("import_batches", "version")
