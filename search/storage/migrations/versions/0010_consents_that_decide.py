"""Consents for one purpose and one receiver, bound to the text that was shown.

Answers of before go: nobody acted on them, they named kinds of receivers without their countries, and the text that was
read is not known. Each family is asked anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    _drop()
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("receiver_kind", sa.String(length=20), nullable=False),
        sa.Column("receiver", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("text_digest", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        *_keys(),
    )
    op.create_index(op.f("ix_consents_record_number"), "consents", ["record_number"], unique=False)
    open_ones = sa.text("withdrawn_at IS NULL")
    op.create_index(
        "ix_consents_open",
        "consents",
        ["receiver", "receiver_kind", "purpose", "record_number"],
        unique=True,
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )


def downgrade() -> None:
    """Back, without answers."""
    op.drop_index("ix_consents_open", table_name="consents")
    _drop()
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("receiver", sa.String(length=32), nullable=False),
        sa.Column("text_version", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        *_keys(),
    )
    op.create_index(op.f("ix_consents_record_number"), "consents", ["record_number"], unique=False)


def _drop() -> None:
    op.drop_index(op.f("ix_consents_record_number"), table_name="consents")
    op.drop_table("consents")


def _keys() -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_consents_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
