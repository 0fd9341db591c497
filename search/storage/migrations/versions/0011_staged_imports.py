"""Files that are stored row by row where nobody sees them, and shown at once.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_UNFINISHED = sa.text("state IN ('receiving', 'storing')")


def upgrade() -> None:
    """Forward; every file that is there is stored."""
    op.add_column("import_batches", sa.Column("state", sa.String(12), nullable=False, server_default="stored"))
    op.add_column("import_batches", sa.Column("touched_at", UTCDateTime(timezone=True), nullable=True))
    op.add_column("import_batches", sa.Column("sent_by", sa.Uuid(), nullable=True))
    for name in ("row_count", "staged_count"):
        op.add_column("import_batches", sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.create_index(
        "ix_import_batches_unfinished",
        "import_batches",
        ["organisation_id", "at"],
        sqlite_where=_UNFINISHED,
        postgresql_where=_UNFINISHED,
    )
    op.create_table(
        "import_parts",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batches.id"], name=op.f("fk_import_parts_batch_id_import_batches")
        ),
        sa.PrimaryKeyConstraint("batch_id", "first", name=op.f("pk_import_parts")),
    )
    op.create_table(
        "staged_rows",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("sheet_row", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("master", sa.String(32), nullable=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("kind", sa.String(16), nullable=True),
        sa.Column("content_digest", sa.BigInteger(), nullable=True),
        sa.Column("base_revision", sa.Integer(), nullable=True),
        sa.Column("layout", sa.BigInteger(), nullable=True),
        sa.Column("packed", sa.LargeBinary(), nullable=True),
        sa.Column("keys_added", sa.LargeBinary(), nullable=True),
        sa.Column("keys_outdated", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batches.id"], name=op.f("fk_staged_rows_batch_id_import_batches")
        ),
        sa.PrimaryKeyConstraint("batch_id", "place", name=op.f("pk_staged_rows")),
    )
    op.create_index(op.f("ix_staged_rows_record_number"), "staged_rows", ["record_number"])


def downgrade() -> None:
    """Back; a file that was not shown yet is lost, and its sender sends it again."""
    op.drop_table("staged_rows")
    op.drop_table("import_parts")
    op.drop_index("ix_import_batches_unfinished", table_name="import_batches")
    for name in ("staged_count", "row_count", "sent_by", "touched_at", "state"):
        op.drop_column("import_batches", name)
