"""Room for drafts: what each is and takes, for which network; and how much each network filed in an hour."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("drafts", sa.Column("kind", sa.String(length=16), server_default="own", nullable=False))
    op.add_column("drafts", sa.Column("size", sa.Integer(), server_default="0", nullable=False))
    op.add_column("drafts", sa.Column("saves", sa.Integer(), server_default="1", nullable=False))
    op.add_column("drafts", sa.Column("source_mark", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_drafts_kind_source_mark_size"), "drafts", ["kind", "source_mark", "size"], unique=False)
    op.execute("UPDATE drafts SET size = length(sealed)")
    op.create_table(
        "filing_counts",
        sa.Column("hour", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source_mark", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("filings", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hour", "source_mark", name=op.f("pk_filing_counts")),
    )
    if op.get_bind().dialect.name == "postgresql":
        # Drafts are replaced and shed all the time, and are large: what they leave behind is given back early.
        op.execute(
            "ALTER TABLE drafts SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500,"
            " toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 2000)"
        )


def downgrade() -> None:
    """Back."""
    op.drop_table("filing_counts")
    op.drop_index(op.f("ix_drafts_kind_source_mark_size"), table_name="drafts")
    for column in ("source_mark", "saves", "size", "kind"):
        op.drop_column("drafts", column)
