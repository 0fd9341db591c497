"""Decisions: what they rest on and what was read, and why a pair came back that had been ruled out.

Revision ID: 0028
Revises: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0029"
branch_labels = None
depends_on = None

_OF_JUDGEMENTS = {
    "ruled_out_by": sa.Text,
    "checks": sa.Text,
    "request_revision": sa.Integer,
    "report_revision": sa.Integer,
    "evidence": sa.Text,
    "weighty": sa.Boolean,
    "as_meeting": sa.Boolean,
}


def upgrade() -> None:
    """Add the columns, empty: of what was decided before nobody wrote it down, and one negative ruled a pair out."""
    for name, kind in _OF_JUDGEMENTS.items():
        op.add_column("judgements", sa.Column(name, kind(), nullable=True))
    op.create_index("ix_judgements_account_id_made_at", "judgements", ["account_id", "made_at"])
    op.add_column("match_proposals", sa.Column("returned_revision", sa.Integer(), nullable=True))
    op.add_column("match_proposals", sa.Column("returned_because", sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget what decisions rest on; a pair that came back stays open."""
    op.drop_column("match_proposals", "returned_because")
    op.drop_column("match_proposals", "returned_revision")
    op.drop_index("ix_judgements_account_id_made_at", "judgements")
    for name in _OF_JUDGEMENTS:
        op.drop_column("judgements", name)
