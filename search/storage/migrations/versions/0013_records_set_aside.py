"""Records that comparing stumbled over wait outside, so that all others are compared.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "set_aside_records",
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("engine_version", sa.String(64), nullable=False),
        sa.Column("fault", sa.String(32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since", UTCDateTime(timezone=True), nullable=False),
        sa.Column("again_at", UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["records.number"], name=op.f("fk_set_aside_records_record_number_records")
        ),
        sa.PrimaryKeyConstraint("record_number", name=op.f("pk_set_aside_records")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("set_aside_records")
