"""Several committees: whom each reads for, moved cases, chosen names, who is asked about a card, practice, thresholds.

Revision ID: 0034
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0031"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables, empty; an account without a chosen name is called by a number."""
    op.add_column("accounts", sa.Column("shown_name", sa.String(40), nullable=True))
    _committees()
    _learning()


def downgrade() -> None:
    """Take them away again."""
    for table in ("committee_thresholds", "practice_answers", "conflict_answers", "case_moves", "committee_reach"):
        op.drop_table(table)
    op.drop_column("accounts", "shown_name")


def _committees() -> None:
    op.create_table(
        "committee_reach",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(8), nullable=False),
        sa.Column("code", sa.String(24), nullable=False),
        _key("committee_reach", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("organisation_id", "what", "code", name=op.f("pk_committee_reach")),
    )
    op.create_table(
        "case_moves",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("text_digest", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        _key("case_moves", "record_number", "search_requests", "number"),
        _key("case_moves", "from_id", "organisations"),
        _key("case_moves", "to_id", "organisations"),
        _key("case_moves", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_moves")),
    )
    op.create_index(op.f("ix_case_moves_record_number"), "case_moves", ["record_number"], unique=False)
    op.create_table(
        "conflict_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        _key("conflict_answers", "record_number", "records", "number"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_answers")),
    )
    op.create_index(op.f("ix_conflict_answers_record_number"), "conflict_answers", ["record_number"], unique=False)
    op.create_index(
        op.f("ix_conflict_answers_mark_record_number"), "conflict_answers", ["mark", "record_number"], unique=True
    )


def _learning() -> None:
    op.create_table(
        "practice_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        _key("practice_answers", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_answers")),
    )
    op.create_index(op.f("ix_practice_answers_account_id"), "practice_answers", ["account_id"], unique=False)
    op.create_table(
        "committee_thresholds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("bits", sa.Float(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        _key("committee_thresholds", "organisation_id", "organisations"),
        _key("committee_thresholds", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_thresholds")),
    )
    op.create_index(
        op.f("ix_committee_thresholds_organisation_id"), "committee_thresholds", ["organisation_id"], unique=False
    )


def _key(table: str, column: str, other: str, named: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.{named}"], name=op.f(f"fk_{table}_{column}_{other}"))
