"""Several people who are sought together by one family, whose searches the same words open.

Revision ID: 0037
Revises: 0046
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the party of a search, empty: nobody was sought together with anybody before."""
    op.add_column("search_requests", sa.Column("party_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_search_requests_party_id"), "search_requests", ["party_id"])


def downgrade() -> None:
    """Forget who is sought together; every search keeps its words."""
    op.drop_index(op.f("ix_search_requests_party_id"), table_name="search_requests")
    with op.batch_alter_table("search_requests") as altered:
        altered.drop_column("party_id")
