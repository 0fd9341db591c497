"""Published incidents, and pairs of records of one side that may be about one person."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "incidents",
        sa.Column("source_id", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("origins", sa.Text(), nullable=False),
        sa.Column("dead", sa.Integer(), nullable=True),
        sa.Column("missing", sa.Integer(), nullable=True),
        sa.Column("survivors", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_incidents")),
    )
    op.create_index(op.f("ix_incidents_first_day"), "incidents", ["first_day"], unique=False)

    op.create_table(
        "duplicate_proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("second_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=True),
        sa.Column("match_weight", sa.Double(), nullable=False),
        sa.Column("match_probability", sa.Double(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.String(length=64), nullable=False),
        sa.Column("first_version", sa.BigInteger(), nullable=False),
        sa.Column("second_version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("entry_date", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_number < second_number", name=op.f("ck_duplicate_proposals_in_order")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["organisations.id"], name=op.f("fk_duplicate_proposals_committee_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["first_number"], ["records.number"], name=op.f("fk_duplicate_proposals_first_number_records")
        ),
        sa.ForeignKeyConstraint(
            ["second_number"], ["records.number"], name=op.f("fk_duplicate_proposals_second_number_records")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_proposals")),
        sa.UniqueConstraint(
            "first_number", "second_number", name=op.f("uq_duplicate_proposals_first_number_second_number")
        ),
    )
    op.create_index(
        op.f("ix_duplicate_proposals_committee_id_state_match_weight"),
        "duplicate_proposals",
        ["committee_id", "state", "match_weight"],
        unique=False,
    )
    op.create_index(
        op.f("ix_duplicate_proposals_second_number"), "duplicate_proposals", ["second_number"], unique=False
    )

    op.create_table(
        "duplicate_judgements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("duplicate_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("engine_version", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("takes_back_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_duplicate_judgements_account_id_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_id"],
            ["duplicate_proposals.id"],
            name=op.f("fk_duplicate_judgements_duplicate_id_duplicate_proposals"),
        ),
        sa.ForeignKeyConstraint(
            ["takes_back_id"],
            ["duplicate_judgements.id"],
            name=op.f("fk_duplicate_judgements_takes_back_id_duplicate_judgements"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_judgements")),
        sa.UniqueConstraint("duplicate_id", "revision", name=op.f("uq_duplicate_judgements_duplicate_id_revision")),
    )
    op.create_index(
        op.f("ix_duplicate_judgements_duplicate_id"), "duplicate_judgements", ["duplicate_id"], unique=False
    )


def downgrade() -> None:
    """Back. What people judged of duplicates is lost with its table."""
    op.drop_index(op.f("ix_duplicate_judgements_duplicate_id"), table_name="duplicate_judgements")
    op.drop_table("duplicate_judgements")
    op.drop_index(op.f("ix_duplicate_proposals_second_number"), table_name="duplicate_proposals")
    op.drop_index(op.f("ix_duplicate_proposals_committee_id_state_match_weight"), table_name="duplicate_proposals")
    op.drop_table("duplicate_proposals")
    op.drop_index(op.f("ix_incidents_first_day"), table_name="incidents")
    op.drop_table("incidents")
