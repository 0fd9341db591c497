"""Photos of people, marks, things and bodies, sealed under the key of their record.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

from search.storage.types import UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "photos",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("added_at", UTCDateTime(timezone=True), nullable=False),
        sa.Column("stored_bytes", sa.Integer(), nullable=False),
        sa.Column("content_digest", sa.BigInteger(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("preview_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("picture_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["record_number"], ["records.number"], name=op.f("fk_photos_record_number_records")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("record_number", "content_digest", name=op.f("uq_photos_record_number_content_digest")),
    )
    op.create_index(op.f("ix_photos_stored_bytes"), "photos", ["stored_bytes"])


def downgrade() -> None:
    """Nothing but the photos is lost."""
    op.drop_table("photos")
