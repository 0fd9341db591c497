"""Roles, invitations, recovery codes, alarms; sessions that can be listed; tokens with scope, kinds and a name.

Whoever was there keeps the work of their portal; who coordinates is named by the operator. Open sessions end: they have
no moment at which they were opened. Tokens keep what they opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_EVERY_KIND = '["shelter","hospital","detention","consulate","rescue","mortuary","forensic","other"]'


def upgrade() -> None:
    """Forward."""
    op.add_column("accounts", sa.Column("last_seen_on", sa.Date(), nullable=True))
    _make_tables()
    op.execute(
        "INSERT INTO account_roles (account_id, role, given_at) SELECT id, "
        "CASE role WHEN 'committee' THEN 'reviewer' ELSE 'reporter' END, CURRENT_TIMESTAMP FROM accounts"
    )
    _widen_sessions()
    _widen_tokens()


def downgrade() -> None:
    """Back: roles and alarms are forgotten, and every session ends."""
    op.execute("DELETE FROM door_sessions")
    with op.batch_alter_table("door_sessions") as table:
        table.drop_constraint(op.f("uq_door_sessions_id"), type_="unique")
        for column in ("id", "opened_at", "proved_at", "last_used_on"):
            table.drop_column(column)
    with op.batch_alter_table("access_tokens") as table:
        table.drop_constraint(op.f("fk_access_tokens_made_by_accounts"), type_="foreignkey")
        for column in ("name", "scopes", "report_kinds", "made_by", "made_at", "last_used_on", "paced_until"):
            table.drop_column(column)
    for name in ("alarms", "access_requests", "recovery_codes", "account_roles", "protection_substitutes"):
        op.drop_table(name)
    op.drop_column("accounts", "last_seen_on")


def _make_tables() -> None:
    op.create_table(
        "protection_substitutes",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("substitute_id", sa.Uuid(), nullable=False),
        _foreign("protection_substitutes", "organisation_id", "organisations"),
        _foreign("protection_substitutes", "substitute_id", "organisations"),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_protection_substitutes")),
    )
    op.create_table(
        "account_roles",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        _foreign("account_roles", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("account_id", "role", name=op.f("pk_account_roles")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("code_digest", sa.LargeBinary(), nullable=False),
        _foreign("recovery_codes", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("account_id", "code_digest", name=op.f("pk_recovery_codes")),
    )
    _make_requests()
    _make_alarms()


def _make_requests() -> None:
    op.create_table(
        "access_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("login", sa.String(100), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code_digest", sa.LargeBinary(), nullable=True),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        _foreign("access_requests", "organisation_id", "organisations"),
        _foreign("access_requests", "account_id", "accounts"),
        _foreign("access_requests", "proposed_by", "accounts"),
        _foreign("access_requests", "confirmed_by", "accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_requests")),
        sa.UniqueConstraint("code_digest", name=op.f("uq_access_requests_code_digest")),
    )
    op.create_index(op.f("ix_access_requests_organisation_id"), "access_requests", ["organisation_id"])


def _make_alarms() -> None:
    op.create_table(
        "alarms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_by", sa.Uuid(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        _foreign("alarms", "organisation_id", "organisations"),
        _foreign("alarms", "account_id", "accounts"),
        _foreign("alarms", "acknowledged_by", "accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
    )
    op.create_index(op.f("ix_alarms_organisation_id_at"), "alarms", ["organisation_id", "at"])
    op.create_index(op.f("ix_alarms_account_id_kind_at"), "alarms", ["account_id", "kind", "at"])


def _widen_sessions() -> None:
    op.execute("DELETE FROM door_sessions")
    with op.batch_alter_table("door_sessions") as table:
        table.add_column(sa.Column("id", sa.Uuid(), nullable=False))
        for name in ("opened_at", "proved_at"):
            table.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=False))
        table.add_column(sa.Column("last_used_on", sa.Date(), nullable=False))
        table.create_unique_constraint(op.f("uq_door_sessions_id"), ["id"])


def _widen_tokens() -> None:
    with op.batch_alter_table("access_tokens") as table:
        table.add_column(sa.Column("name", sa.String(100), nullable=False, server_default="made earlier"))
        scopes = sa.Column("scopes", sa.Text(), nullable=False, server_default='["report:write","report:read"]')
        table.add_column(scopes)
        table.add_column(sa.Column("report_kinds", sa.Text(), nullable=False, server_default=_EVERY_KIND))
        table.add_column(sa.Column("made_by", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("made_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("last_used_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("paced_until", sa.DateTime(timezone=True), nullable=True))
        table.create_foreign_key(op.f("fk_access_tokens_made_by_accounts"), "accounts", ["made_by"], ["id"])
    op.execute("UPDATE access_tokens SET made_at = CURRENT_TIMESTAMP")
    with op.batch_alter_table("access_tokens") as table:
        table.alter_column("made_at", nullable=False)
        for name in ("name", "scopes", "report_kinds"):
            table.alter_column(name, server_default=None)


def _foreign(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
