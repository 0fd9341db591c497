"""What anybody without an account writes: that they are not missing, and complaints.

Revision ID: 0042
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0039"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add both tables, empty."""
    op.create_table(
        "self_reports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        *_sealed(),
        sa.Column("outcome", sa.String(16), nullable=True),
        *_answered(),
        *_constraints("self_reports"),
    )
    op.create_index(op.f("ix_self_reports_organisation_id"), "self_reports", ["organisation_id"], unique=False)
    op.create_table(
        "complaints",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("number", sa.String(12), nullable=False),
        *_sealed(),
        *_answered(),
        *_constraints("complaints"),
        sa.UniqueConstraint("number", name=op.f("uq_complaints_number")),
    )
    op.create_index(op.f("ix_complaints_organisation_id"), "complaints", ["organisation_id"], unique=False)


def downgrade() -> None:
    """Take both away again."""
    op.drop_table("complaints")
    op.drop_table("self_reports")


def _sealed() -> list[sa.Column[object]]:
    return [
        sa.Column("key_digest", sa.LargeBinary(), nullable=False),
        sa.Column("master", sa.String(32), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", _MOMENT, nullable=False),
    ]


def _answered() -> list[sa.Column[object]]:
    return [
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", _MOMENT, nullable=True),
    ]


def _constraints(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f(f"fk_{table}_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["answered_by"], ["accounts.id"], name=op.f(f"fk_{table}_answered_by_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("key_digest", name=op.f(f"uq_{table}_key_digest")),
    ]
