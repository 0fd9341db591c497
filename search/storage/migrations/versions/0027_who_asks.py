"""Who asks: talks that were held with a family, and claims that were checked by what only it knows.

Revision ID: 0027
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0030"
branch_labels = None
depends_on = None

# SQLite counts rows by itself only in a column declared INTEGER.
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add both tables, empty: nobody wrote it down before."""
    op.create_table(
        "talks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("with_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_talks_record_number_search_requests")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_talks_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["corrects_id"], ["talks.id"], name=op.f("fk_talks_corrects_id_talks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks")),
    )
    op.create_index(op.f("ix_talks_record_number"), "talks", ["record_number"])
    op.create_table(
        "claim_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("claim", sa.String(16), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("said_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(16), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_claim_checks_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_checks")),
    )
    op.create_index(op.f("ix_claim_checks_record_number"), "claim_checks", ["record_number"])


def downgrade() -> None:
    """Forget who asks."""
    op.drop_table("claim_checks")
    op.drop_table("talks")
