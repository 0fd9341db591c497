"""What families report of people who asked them for money: sealed, with a keyed digest of the number that called.

Revision ID: 0046
Revises: 0045
"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "extortion_reports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("number_digest", sa.BigInteger(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"],
            ["search_requests.number"],
            name=op.f("fk_extortion_reports_record_number_search_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extortion_reports")),
    )
    op.create_index(op.f("ix_extortion_reports_record_number"), "extortion_reports", ["record_number"], unique=False)
    op.create_index(op.f("ix_extortion_reports_number_digest"), "extortion_reports", ["number_digest"], unique=False)


def downgrade() -> None:
    """Forget them."""
    op.drop_table("extortion_reports")
