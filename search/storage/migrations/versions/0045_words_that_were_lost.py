"""New words for families that lost theirs: asked for, confirmed by a second person, stopped or given.

Revision ID: 0045
Revises: 0044
"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table and the moment, empty: nobody asked."""
    op.add_column("search_requests", sa.Column("words_seen_at", _MOMENT, nullable=True))
    op.create_table(
        "word_renewals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        sa.Column("opens_at", _MOMENT, nullable=True),
        sa.Column("stopped_at", _MOMENT, nullable=True),
        sa.Column("given_by", sa.Uuid(), nullable=True),
        sa.Column("given_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_word_renewals_record_number_search_requests")
        ),
        sa.ForeignKeyConstraint(["check_id"], ["claim_checks.id"], name=op.f("fk_word_renewals_check_id_claim_checks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_renewals")),
    )
    op.create_index(op.f("ix_word_renewals_record_number"), "word_renewals", ["record_number"], unique=False)


def downgrade() -> None:
    """Forget who asked."""
    op.drop_table("word_renewals")
    with op.batch_alter_table("search_requests") as table:
        table.drop_column("words_seen_at")
