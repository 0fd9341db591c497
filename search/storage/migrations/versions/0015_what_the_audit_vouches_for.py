"""Sessions and marks of what was erased are signed, so that none can be moved or added by whoever has no key.

Open sessions end. Marks that were made before have no signature: `ovillo audit verify` names them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward: whoever is signed in signs in again."""
    op.execute("DELETE FROM door_sessions")
    with op.batch_alter_table("door_sessions") as table:
        table.add_column(sa.Column("signature", sa.LargeBinary(), nullable=False))
    with op.batch_alter_table("erased_marks") as table:
        table.add_column(sa.Column("signature", sa.LargeBinary(), nullable=True))
    op.execute(sa.text("UPDATE erased_marks SET signature = :empty").bindparams(empty=b""))
    with op.batch_alter_table("erased_marks") as table:
        table.alter_column("signature", existing_type=sa.LargeBinary(), nullable=False)


def downgrade() -> None:
    """Back."""
    for name in ("door_sessions", "erased_marks"):
        with op.batch_alter_table(name) as table:
            table.drop_column("signature")
