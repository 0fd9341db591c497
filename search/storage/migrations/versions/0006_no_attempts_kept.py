"""Wrong guesses are no longer kept: nobody is slowed down for them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.drop_index(op.f("ix_sign_in_attempts_subject_digest_at"), table_name="sign_in_attempts")
    op.drop_table("sign_in_attempts")


def downgrade() -> None:
    """Back."""
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("subject_digest", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempts")),
    )
    op.create_index(
        op.f("ix_sign_in_attempts_subject_digest_at"), "sign_in_attempts", ["subject_digest", "at"], unique=False
    )
