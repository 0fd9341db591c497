"""What follows an agreed pair: people who were met are asked, children protected, bodies handed to forensic services.

Revision ID: 0030
Revises: 0034
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0030"
down_revision = "0034"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STANDS = sa.text("taken_back_at IS NULL")
# What points at another table before that table.
_TABLES = (
    "person_answers",
    "identifications",
    "forensic_wishes",
    "forensic_handovers",
    "child_decisions",
    "approach_enquirers",
    "standing_answers",
    "approaches",
    "age_findings",
)


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "age_findings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_number", _NUMBER, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("found_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_age_findings_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["report_number"], ["found_reports.number"], name=op.f("fk_age_findings_report_number_found_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_age_findings")),
        sa.UniqueConstraint("report_number", "revision", name=op.f("uq_age_findings_report_number_revision")),
    )
    op.create_table(
        "approaches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_number", _NUMBER, nullable=False),
        sa.Column("intermediary_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["intermediary_id"], ["organisations.id"], name=op.f("fk_approaches_intermediary_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["report_number"], ["found_reports.number"], name=op.f("fk_approaches_report_number_found_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approaches")),
        sa.UniqueConstraint("report_number", name=op.f("uq_approaches_report_number")),
    )
    op.create_index(op.f("ix_approaches_intermediary_id"), "approaches", ["intermediary_id"], unique=False)
    op.create_table(
        "standing_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_number", _NUMBER, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("standing_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_standing_answers_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["report_number"], ["found_reports.number"], name=op.f("fk_standing_answers_report_number_found_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_answers")),
        sa.UniqueConstraint("report_number", "revision", name=op.f("uq_standing_answers_report_number_revision")),
    )
    op.create_table(
        "approach_enquirers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("approach_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("coordinator_id", sa.Uuid(), nullable=False),
        sa.Column("started_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("acts_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["approach_id"], ["approaches.id"], name=op.f("fk_approach_enquirers_approach_id_approaches")
        ),
        sa.ForeignKeyConstraint(
            ["coordinator_id"], ["accounts.id"], name=op.f("fk_approach_enquirers_coordinator_id_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name=op.f("fk_approach_enquirers_proposal_id_match_proposals")
        ),
        sa.ForeignKeyConstraint(
            ["started_by"], ["accounts.id"], name=op.f("fk_approach_enquirers_started_by_accounts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approach_enquirers")),
    )
    op.create_index(op.f("ix_approach_enquirers_approach_id"), "approach_enquirers", ["approach_id"], unique=False)
    op.create_index(
        op.f("ix_approach_enquirers_coordinator_id"), "approach_enquirers", ["coordinator_id"], unique=False
    )
    op.create_index(op.f("ix_approach_enquirers_proposal_id"), "approach_enquirers", ["proposal_id"], unique=False)
    op.create_index(
        "ix_approach_enquirers_standing",
        "approach_enquirers",
        ["proposal_id"],
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    )
    op.create_table(
        "child_decisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_number", _NUMBER, nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("decision_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_child_decisions_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_child_decisions_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name=op.f("fk_child_decisions_proposal_id_match_proposals")
        ),
        sa.ForeignKeyConstraint(
            ["report_number"], ["found_reports.number"], name=op.f("fk_child_decisions_report_number_found_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_decisions")),
        sa.UniqueConstraint("proposal_id", "revision", name=op.f("uq_child_decisions_proposal_id_revision")),
    )
    op.create_index(op.f("ix_child_decisions_report_number"), "child_decisions", ["report_number"], unique=False)
    op.create_table(
        "forensic_handovers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("acts_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_forensic_handovers_made_by_accounts")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name=op.f("fk_forensic_handovers_proposal_id_match_proposals")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["organisations.id"], name=op.f("fk_forensic_handovers_service_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forensic_handovers")),
    )
    op.create_index(op.f("ix_forensic_handovers_proposal_id"), "forensic_handovers", ["proposal_id"], unique=False)
    op.create_index(op.f("ix_forensic_handovers_service_id"), "forensic_handovers", ["service_id"], unique=False)
    op.create_index(
        "ix_forensic_handovers_standing",
        "forensic_handovers",
        ["proposal_id"],
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    )
    op.create_table(
        "forensic_wishes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("handover_id", sa.Uuid(), nullable=False),
        sa.Column("wish", sa.String(length=24), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("settled_at", UTCDateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_forensic_wishes_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["forensic_handovers.id"], name=op.f("fk_forensic_wishes_handover_id_forensic_handovers")
        ),
        sa.ForeignKeyConstraint(["settled_by"], ["accounts.id"], name=op.f("fk_forensic_wishes_settled_by_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forensic_wishes")),
        sa.UniqueConstraint("handover_id", "wish", name=op.f("uq_forensic_wishes_handover_id_wish")),
    )
    op.create_table(
        "identifications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("handover_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("method", sa.String(length=16), nullable=False),
        sa.Column("result", sa.String(length=16), nullable=False),
        sa.Column("document_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("acts_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_identifications_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["forensic_handovers.id"], name=op.f("fk_identifications_handover_id_forensic_handovers")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_identifications_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identifications")),
        sa.UniqueConstraint("handover_id", "revision", name=op.f("uq_identifications_handover_id_revision")),
    )
    op.create_table(
        "person_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("enquirer_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_person_answers_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["enquirer_id"], ["approach_enquirers.id"], name=op.f("fk_person_answers_enquirer_id_approach_enquirers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_answers")),
        sa.UniqueConstraint("enquirer_id", "revision", name=op.f("uq_person_answers_enquirer_id_revision")),
    )


def downgrade() -> None:
    """Drop them, with what was answered."""
    for table in _TABLES:
        op.drop_table(table)
