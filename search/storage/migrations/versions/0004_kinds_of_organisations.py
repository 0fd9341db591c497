"""Where an organisation works, whether it is a state's, how to reach it; kinds of report and of organisation that go.

A report from a police station becomes one from another place; an organisation of another kind a humanitarian one, which
may file what it filed before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("organisations", sa.Column("country", sa.String(2), nullable=False, server_default=sa.text("''")))
    op.add_column("organisations", sa.Column("state_run", sa.String(8), nullable=False, server_default="unknown"))
    op.add_column("organisations", sa.Column("contact_sealed", sa.LargeBinary(), nullable=True))
    op.execute("UPDATE organisations SET kind = 'humanitarian' WHERE kind = 'other'")
    op.execute("UPDATE found_reports SET kind = 'other' WHERE kind = 'police'")


def downgrade() -> None:
    """Back; what was another kind of place before is not known any more."""
    op.execute("UPDATE organisations SET kind = 'other' WHERE kind IN ('humanitarian', 'rescue', 'detention_visits')")
    op.execute("UPDATE found_reports SET kind = 'other' WHERE kind = 'rescue'")
    for column in ("contact_sealed", "state_run", "country"):
        op.drop_column("organisations", column)
