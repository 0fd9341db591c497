"""How families are told, what is passed on after it, and which offices were asked."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0023"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "telling_plans",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("plan_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("page_readers", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        *_points_at("telling_plans", proposal_id="match_proposals.id", record_number="search_requests.number"),
        *_points_at("telling_plans", made_by="accounts.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling_plans")),
        sa.UniqueConstraint("proposal_id", "revision", name=op.f("uq_telling_plans_proposal_id_revision")),
    )
    op.create_table(
        "tellings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("relative_key", sa.String(length=32), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        *_points_at("tellings", plan_id="telling_plans.id", proposal_id="match_proposals.id"),
        *_points_at("tellings", record_number="search_requests.number", told_by="accounts.id"),
        *_points_at("tellings", corrects_id="tellings.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tellings")),
    )
    op.create_table(
        "first_messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("from_family", sa.Boolean(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("relayed_by", sa.Uuid(), nullable=True),
        sa.Column("relayed_at", sa.DateTime(timezone=True), nullable=True),
        *_points_at("first_messages", proposal_id="match_proposals.id", record_number="search_requests.number"),
        *_points_at("first_messages", relayed_by="accounts.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_messages")),
    )
    op.create_table(
        "office_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("caused_by", sa.Uuid(), nullable=True),
        sa.Column("register", sa.String(length=16), nullable=False),
        sa.Column("office_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        *_points_at("office_requests", record_number="search_requests.number", organisation_id="organisations.id"),
        *_points_at("office_requests", account_id="accounts.id", caused_by="match_proposals.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_requests")),
    )
    for table, columns in _INDEXED.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def downgrade() -> None:
    """Back. Who was told, and what offices were asked, is lost with the tables."""
    for table, columns in reversed(_INDEXED.items()):
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)


_INDEXED = {
    "telling_plans": ("proposal_id", "record_number"),
    "tellings": ("plan_id", "proposal_id", "record_number"),
    "first_messages": ("proposal_id", "record_number"),
    "office_requests": ("record_number", "caused_by"),
}


def _points_at(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    """The foreign keys of a table, each named as the models name it."""
    return [
        sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}_{target.partition('.')[0]}"))
        for column, target in columns.items()
    ]
