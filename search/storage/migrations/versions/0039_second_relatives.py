"""Relatives whom a family lets in to its search, each with a reference and words of their own.

Revision ID: 0039
Revises: 0038
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table, empty, and to each session whose it is."""
    op.create_table(
        "relatives",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("passphrase_hash", sa.String(128), nullable=False),
        sa.Column("called_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("seen_version", sa.BigInteger(), nullable=True),
        sa.Column("seen_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_relatives_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relatives")),
        sa.UniqueConstraint("reference", name=op.f("uq_relatives_reference")),
    )
    op.create_index(op.f("ix_relatives_record_number"), "relatives", ["record_number"], unique=False)
    with op.batch_alter_table("door_sessions") as table:
        table.add_column(sa.Column("relative_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(op.f("fk_door_sessions_relative_id_relatives"), "relatives", ["relative_id"], ["id"])


def downgrade() -> None:
    """Let nobody in but who filed."""
    op.execute(sa.text("DELETE FROM door_sessions WHERE relative_id IS NOT NULL"))
    with op.batch_alter_table("door_sessions") as table:
        table.drop_constraint(op.f("fk_door_sessions_relative_id_relatives"), type_="foreignkey")
        table.drop_column("relative_id")
    op.drop_table("relatives")
