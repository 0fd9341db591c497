"""Sends: numbered files with their names, and with the rows that were not taken, sealed.

Revision ID: 0019
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what a send keeps; those of before have no number, which the audit would not vouch for."""
    op.add_column("import_batches", sa.Column("number", sa.Integer(), nullable=True))
    for name in ("name_sealed", "refused_sealed"):
        op.add_column("import_batches", sa.Column(name, sa.LargeBinary(), nullable=True))
    op.create_index("ix_import_batches_number", "import_batches", ["organisation_id", "number"], unique=True)


def downgrade() -> None:
    """Forget numbers, names and rows."""
    op.drop_index("ix_import_batches_number", table_name="import_batches")
    for name in ("number", "name_sealed", "refused_sealed"):
        op.drop_column("import_batches", name)
