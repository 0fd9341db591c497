"""A list that can be worked: the place of each pair, who has one open, and when one is looked at again.

Revision ID: 0033
Revises: 0027
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0033"
down_revision = "0027"
branch_labels = None
depends_on = None

_UNPLACED = sa.text("queue_order IS NULL")
_PLACES = "ix_match_proposals_committee_id_state_queue_order_id"


def upgrade() -> None:
    """Add the columns, empty, which the worker fills; two tables; the indexes."""
    op.add_column("match_proposals", sa.Column("queue_order", sa.Integer(), nullable=True))
    op.add_column("match_proposals", sa.Column("unnamed", sa.Boolean(), nullable=True))
    op.add_column("match_proposals", sa.Column("country_digest", sa.BigInteger(), nullable=True))
    op.add_column("match_proposals", sa.Column("fell_by", sa.String(16), nullable=True))
    op.create_index("ix_match_proposals_committee_id_fell_by", "match_proposals", ["committee_id", "fell_by"])
    op.create_index(_PLACES, "match_proposals", ["committee_id", "state", "queue_order", "id"])
    op.create_index(
        "ix_match_proposals_without_order",
        "match_proposals",
        ["request_number"],
        sqlite_where=_UNPLACED,
        postgresql_where=_UNPLACED,
    )
    op.create_index("ix_judgements_made_at", "judgements", ["made_at"])
    op.create_table(
        "proposal_claims",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("until", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name="fk_proposal_claims_proposal_id_match_proposals"
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_proposal_claims_account_id_accounts"),
        sa.PrimaryKeyConstraint("proposal_id", name="pk_proposal_claims"),
    )
    op.create_table(
        "come_backs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("why", sa.String(16), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name="fk_come_backs_proposal_id_match_proposals"
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_come_backs_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_come_backs"),
    )
    op.create_index("ix_come_backs_proposal_id_made_at", "come_backs", ["proposal_id", "made_at"])


def downgrade() -> None:
    """Forget the places, the claims and the days."""
    op.drop_table("come_backs")
    op.drop_table("proposal_claims")
    op.drop_index("ix_judgements_made_at", table_name="judgements")
    op.drop_index("ix_match_proposals_without_order", table_name="match_proposals")
    op.drop_index(_PLACES, table_name="match_proposals")
    op.drop_index("ix_match_proposals_committee_id_fell_by", table_name="match_proposals")
    for column in ("fell_by", "country_digest", "unnamed", "queue_order"):
        op.drop_column("match_proposals", column)
