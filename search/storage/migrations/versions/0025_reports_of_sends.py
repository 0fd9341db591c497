"""Reports of sends: those of one file, and those that came one by one, are found without reading all revisions.

Revision ID: 0025
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0022"
branch_labels = None
depends_on = None

_SINGLE = sa.text("batch_id IS NULL")


def upgrade() -> None:
    """Add two indexes."""
    op.create_index("ix_report_revisions_batch_id_record_number", "report_revisions", ["batch_id", "record_number"])
    op.create_index(
        "ix_report_revisions_single", "report_revisions", ["at"], sqlite_where=_SINGLE, postgresql_where=_SINGLE
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_report_revisions_single", table_name="report_revisions")
    op.drop_index("ix_report_revisions_batch_id_record_number", table_name="report_revisions")
