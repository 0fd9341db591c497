"""Reports are known by where they came from, keep the acts that changed them, and rows of files can be held.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward; of earlier reports nobody knows which row of which file they came from."""
    with op.batch_alter_table("found_reports") as table:
        table.add_column(sa.Column("origin_digest", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("essence_digest", sa.BigInteger(), nullable=True))
        table.create_unique_constraint(
            op.f("uq_found_reports_organisation_id_origin_digest"), ["organisation_id", "origin_digest"]
        )
    op.create_index(
        op.f("ix_found_reports_organisation_id_essence_digest"), "found_reports", ["organisation_id", "essence_digest"]
    )
    op.add_column("staged_rows", sa.Column("question", sa.String(32), nullable=False, server_default=sa.text("''")))
    op.add_column("staged_rows", sa.Column("number_digest", sa.BigInteger(), nullable=True))
    op.add_column("staged_rows", sa.Column("essence_digest", sa.BigInteger(), nullable=True))
    op.create_table(
        "report_revisions",
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("origin_digest", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["records.number"], name=op.f("fk_report_revisions_record_number_records")
        ),
        sa.PrimaryKeyConstraint("record_number", "revision", name=op.f("pk_report_revisions")),
    )


def downgrade() -> None:
    """Back: what was written of acts is forgotten."""
    op.drop_table("report_revisions")
    with op.batch_alter_table("staged_rows") as table:
        for name in ("question", "number_digest", "essence_digest"):
            table.drop_column(name)
    op.drop_index(op.f("ix_found_reports_organisation_id_essence_digest"), table_name="found_reports")
    with op.batch_alter_table("found_reports") as table:
        table.drop_constraint(op.f("uq_found_reports_organisation_id_origin_digest"), type_="unique")
        table.drop_column("essence_digest")
        table.drop_column("origin_digest")
