"""Packed records: what comparing reads, sealed, beside the sections that it is made from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "packed_records",
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("layout", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["records.number"], name=op.f("fk_packed_records_record_number_records")
        ),
        sa.PrimaryKeyConstraint("record_number", name=op.f("pk_packed_records")),
    )
    op.create_index(
        op.f("ix_found_reports_organisation_id_content_digest"),
        "found_reports",
        ["organisation_id", "content_digest"],
        unique=False,
    )


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_found_reports_organisation_id_content_digest"), table_name="found_reports")
    op.drop_table("packed_records")
