"""Questions on common days, what families write, notices, and ordinary questions to reporters.

Revision ID: 0029
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0029"
down_revision = "0033"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UNANSWERED = sa.text("answered_at IS NULL AND from_family")
_OPEN = sa.text("withdrawn_at IS NULL")
_TABLES = ("question_slots", "question_answers", "letters", "notice_choices", "due_notices", "reporter_answers")


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "reporter_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_reporter_answers_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reporter_answers")),
        sa.UniqueConstraint("organisation_id", "month", name=op.f("uq_reporter_answers_organisation_id_month")),
    )
    op.create_table(
        "due_notices",
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("not_before", UTCDateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("tried_at", UTCDateTime(timezone=True), nullable=True),
        sa.Column("sent_at", UTCDateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_due_notices_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("record_number", "slot", name=op.f("pk_due_notices")),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("from_family", sa.Boolean(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("sentence", sa.String(length=24), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answers_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("answered_at", UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answers_id"], ["letters.id"], name=op.f("fk_letters_answers_id_letters")),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_letters_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("answers_id", name=op.f("uq_letters_answers_id")),
    )
    op.create_index(op.f("ix_letters_record_number"), "letters", ["record_number"], unique=False)
    op.create_index(
        "ix_letters_unanswered",
        "letters",
        ["due_on"],
        unique=False,
        sqlite_where=_UNANSWERED,
        postgresql_where=_UNANSWERED,
    )
    op.create_table(
        "notice_choices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("hours", sa.String(length=12), nullable=False),
        sa.Column("utc_hours", sa.SmallInteger(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text_digest", sa.LargeBinary(), nullable=False),
        sa.Column("given_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_notice_choices_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_choices")),
    )
    op.create_index(
        "ix_notice_choices_open",
        "notice_choices",
        ["record_number"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_table(
        "question_slots",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=20), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_question_slots_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_slots")),
        sa.UniqueConstraint("record_number", "slot", name=op.f("uq_question_slots_record_number_slot")),
    )
    op.create_index(op.f("ix_question_slots_slot"), "question_slots", ["slot"], unique=False)
    op.create_table(
        "question_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slot_id", sa.Uuid(), nullable=False),
        sa.Column("record_number", _NUMBER, nullable=False),
        sa.Column("question", sa.String(length=24), nullable=False),
        sa.Column("turn", sa.SmallInteger(), nullable=False),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"],
            ["search_requests.number"],
            name=op.f("fk_question_answers_record_number_search_requests"),
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"], ["question_slots.id"], name=op.f("fk_question_answers_slot_id_question_slots")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_answers")),
        sa.UniqueConstraint("slot_id", "question", "turn", name=op.f("uq_question_answers_slot_id_question_turn")),
    )
    op.create_index(op.f("ix_question_answers_record_number"), "question_answers", ["record_number"], unique=False)


def downgrade() -> None:
    """Forget what was asked and answered."""
    for name in reversed(_TABLES):
        op.drop_table(name)
