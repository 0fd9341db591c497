"""Erasure, readings, and a signed beginning of the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward. The beginning of the chain is signed where the keys are: `search.storage.chain_beginning`."""
    op.add_column("audit_head", sa.Column("chain_id", sa.String(length=32), nullable=True))
    op.add_column("records", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    erased = sa.text("erased_at IS NOT NULL")
    op.create_index(
        "ix_records_erased", "records", ["erased_at"], unique=False, sqlite_where=erased, postgresql_where=erased
    )
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(sa.Column("set_aside_at", sa.DateTime(timezone=True), nullable=True))
        drafts.add_column(sa.Column("record_number", _NUMBER, nullable=True))
        drafts.create_foreign_key(op.f("fk_drafts_record_number_records"), "records", ["record_number"], ["number"])
        drafts.create_index(op.f("ix_drafts_record_number"), ["record_number"], unique=False)

    op.create_table(
        "erased_marks",
        sa.Column("digest", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_erased_marks")),
    )
    op.create_table(
        "erasure_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("asking_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_erasure_requests_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["asking_organisation_id"],
            ["organisations.id"],
            name=op.f("fk_erasure_requests_asking_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_erasure_requests_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["record_number"], ["found_reports.number"], name=op.f("fk_erasure_requests_record_number_found_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_requests")),
    )
    op.create_index(op.f("ix_erasure_requests_record_number"), "erasure_requests", ["record_number"], unique=False)
    op.create_index(
        op.f("ix_erasure_requests_organisation_id_settled_at"),
        "erasure_requests",
        ["organisation_id", "settled_at"],
        unique=False,
    )

    op.create_table(
        "readings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("caused_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_readings_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["record_number"], ["records.number"], name=op.f("fk_readings_record_number_records")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_record_number_made_at"), "readings", ["record_number", "made_at"], unique=False)


def downgrade() -> None:
    """Back. Who read and who asked for erasure is lost with its tables; what was erased stays erased."""
    op.drop_index(op.f("ix_readings_record_number_made_at"), table_name="readings")
    op.drop_table("readings")
    op.drop_index(op.f("ix_erasure_requests_organisation_id_settled_at"), table_name="erasure_requests")
    op.drop_index(op.f("ix_erasure_requests_record_number"), table_name="erasure_requests")
    op.drop_table("erasure_requests")
    op.drop_table("erased_marks")
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_index(op.f("ix_drafts_record_number"))
        drafts.drop_constraint(op.f("fk_drafts_record_number_records"), type_="foreignkey")
        drafts.drop_column("record_number")
        drafts.drop_column("set_aside_at")
    op.drop_index("ix_records_erased", table_name="records")
    op.drop_column("records", "erased_at")
    op.drop_column("audit_head", "chain_id")
