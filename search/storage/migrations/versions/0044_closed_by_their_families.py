"""How families closed their searches because they know where the person is, and when they said that they still search.

Revision ID: 0044
Revises: 0042
"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0042"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table and the moment, empty: nobody was asked."""
    op.add_column("search_requests", sa.Column("still_searching_at", _MOMENT, nullable=True))
    op.create_table(
        "closings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("told_by", sa.String(24), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("closed_at", _MOMENT, nullable=False),
        sa.Column("reopened_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_closings_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closings")),
    )
    op.create_index(op.f("ix_closings_record_number"), "closings", ["record_number"], unique=False)


def downgrade() -> None:
    """Forget how they ended."""
    op.drop_table("closings")
    with op.batch_alter_table("search_requests") as table:
        table.drop_column("still_searching_at")
