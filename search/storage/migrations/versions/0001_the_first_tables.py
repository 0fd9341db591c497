"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "audit_entries",
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("subject_kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_entries")),
    )
    op.create_index(
        op.f("ix_audit_entries_actor_id_action_at"), "audit_entries", ["actor_id", "action", "at"], unique=False
    )

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "drafts",
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("master", sa.String(length=32), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_drafts")),
    )
    op.create_index(op.f("ix_drafts_expires_at"), "drafts", ["expires_at"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("name", name=op.f("uq_organisations_name")),
    )
    op.create_table(
        "records",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("matched_version", sa.BigInteger(), nullable=False),
        sa.Column("entry_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expiry_date", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_records")),
        sa.UniqueConstraint("id", name=op.f("uq_records_id")),
    )
    open_ones, waiting = sa.text("withdrawn_at IS NULL"), sa.text("matched_version < version AND withdrawn_at IS NULL")
    op.create_index(
        "ix_records_met",
        "records",
        ["side", "matched_version"],
        unique=False,
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )
    op.create_index(
        "ix_records_waiting",
        "records",
        ["side", "number"],
        unique=False,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )

    op.create_table(
        "registry_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_clock")),
    )
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

    op.create_table(
        "access_tokens",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_access_tokens_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_tokens")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_access_tokens_token_digest")),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("login", sa.String(length=100), nullable=False),
        sa.Column("password_hash", sa.String(length=128), nullable=False),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("totp_last_step", sa.Integer(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_accounts_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("login", name=op.f("uq_accounts_login")),
    )
    op.create_table(
        "blocking_keys",
        sa.Column("side", sa.SmallInteger(), nullable=False),
        sa.Column("digest", sa.BigInteger(), nullable=False),
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["records.number"], name=op.f("fk_blocking_keys_record_number_records")
        ),
        sa.PrimaryKeyConstraint("side", "digest", "record_number", name=op.f("pk_blocking_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_blocking_keys_record_number"), "blocking_keys", ["record_number"], unique=False)

    op.create_table(
        "found_reports",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("sender_number_digest", sa.BigInteger(), nullable=True),
        sa.Column("content_digest", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["records.number"], name=op.f("fk_found_reports_number_records")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_found_reports_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_found_reports")),
        sa.UniqueConstraint(
            "organisation_id",
            "sender_number_digest",
            name=op.f("uq_found_reports_organisation_id_sender_number_digest"),
        ),
    )
    op.create_table(
        "import_batches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("file_digest", sa.BigInteger(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("already_known", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("outcomes", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_import_batches_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
        sa.UniqueConstraint(
            "organisation_id", "file_digest", "at", name=op.f("uq_import_batches_organisation_id_file_digest_at")
        ),
    )
    op.create_table(
        "record_keys",
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("master", sa.String(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["records.number"], name=op.f("fk_record_keys_record_number_records")
        ),
        sa.PrimaryKeyConstraint("record_number", name=op.f("pk_record_keys")),
    )
    op.create_table(
        "search_requests",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("passphrase_hash", sa.String(length=128), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("reply_language", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=False),
        sa.Column("earlier_reference_digest", sa.BigInteger(), nullable=True),
        sa.Column("idempotency_digest", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["organisations.id"], name=op.f("fk_search_requests_committee_id_organisations")
        ),
        sa.ForeignKeyConstraint(["number"], ["records.number"], name=op.f("fk_search_requests_number_records")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_requests")),
        sa.UniqueConstraint("earlier_reference_digest", name=op.f("uq_search_requests_earlier_reference_digest")),
        sa.UniqueConstraint("idempotency_digest", name=op.f("uq_search_requests_idempotency_digest")),
        sa.UniqueConstraint("reference", name=op.f("uq_search_requests_reference")),
    )
    op.create_index(op.f("ix_search_requests_committee_id"), "search_requests", ["committee_id"], unique=False)

    op.create_table(
        "sections",
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["record_number"], ["records.number"], name=op.f("fk_sections_record_number_records")),
        sa.PrimaryKeyConstraint("record_number", "kind", "revision", name=op.f("pk_sections")),
    )
    op.create_table(
        "sender_profiles",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_sender_profiles_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "fingerprint", name=op.f("pk_sender_profiles")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("receiver", sa.String(length=32), nullable=False),
        sa.Column("text_version", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_number"], ["search_requests.number"], name=op.f("fk_consents_record_number_search_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_record_number"), "consents", ["record_number"], unique=False)

    op.create_table(
        "door_sessions",
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("portal", sa.String(length=16), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("record_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_door_sessions_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["record_number"], ["records.number"], name=op.f("fk_door_sessions_record_number_records")
        ),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_door_sessions")),
    )
    op.create_table(
        "match_proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("report_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=False),
        sa.Column("match_weight", sa.Double(), nullable=False),
        sa.Column("match_probability", sa.Double(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.String(length=64), nullable=False),
        sa.Column("request_version", sa.BigInteger(), nullable=False),
        sa.Column("report_version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("entry_date", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["organisations.id"], name=op.f("fk_match_proposals_committee_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["report_number"], ["found_reports.number"], name=op.f("fk_match_proposals_report_number_found_reports")
        ),
        sa.ForeignKeyConstraint(
            ["request_number"],
            ["search_requests.number"],
            name=op.f("fk_match_proposals_request_number_search_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_proposals")),
        sa.UniqueConstraint(
            "request_number", "report_number", name=op.f("uq_match_proposals_request_number_report_number")
        ),
    )
    op.create_index(
        op.f("ix_match_proposals_committee_id_state_match_weight"),
        "match_proposals",
        ["committee_id", "state", "match_weight"],
        unique=False,
    )
    op.create_index(op.f("ix_match_proposals_report_number"), "match_proposals", ["report_number"], unique=False)

    op.create_table(
        "judgements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("engine_version", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("takes_back_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_judgements_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name=op.f("fk_judgements_proposal_id_match_proposals")
        ),
        sa.ForeignKeyConstraint(
            ["takes_back_id"], ["judgements.id"], name=op.f("fk_judgements_takes_back_id_judgements")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
        sa.UniqueConstraint("proposal_id", "revision", name=op.f("uq_judgements_proposal_id_revision")),
    )
    op.create_index(op.f("ix_judgements_proposal_id"), "judgements", ["proposal_id"], unique=False)
    op.create_table(
        "disclosures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_disclosures_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["match_proposals.id"], name=op.f("fk_disclosures_proposal_id_match_proposals")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosures")),
    )
    op.create_index(op.f("ix_disclosures_account_id_made_at"), "disclosures", ["account_id", "made_at"], unique=False)
    op.create_index(op.f("ix_disclosures_proposal_id"), "disclosures", ["proposal_id"], unique=False)
    op.execute("INSERT INTO registry_clock (id, value) VALUES (1, 0)")
    op.execute(
        sa.text("INSERT INTO audit_head (id, sequence, mac, signature) VALUES (1, 0, :genesis, :unsigned)").bindparams(
            genesis=bytes(32), unsigned=b""
        )
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("disclosures")
    op.drop_index(op.f("ix_judgements_proposal_id"), table_name="judgements")

    op.drop_table("judgements")
    op.drop_index(op.f("ix_match_proposals_report_number"), table_name="match_proposals")
    op.drop_index(op.f("ix_match_proposals_committee_id_state_match_weight"), table_name="match_proposals")

    op.drop_table("match_proposals")
    op.drop_table("door_sessions")
    op.drop_index(op.f("ix_consents_record_number"), table_name="consents")

    op.drop_table("consents")
    op.drop_table("sender_profiles")
    op.drop_table("sections")
    op.drop_index(op.f("ix_search_requests_committee_id"), table_name="search_requests")

    op.drop_table("search_requests")
    op.drop_table("record_keys")
    op.drop_table("import_batches")
    op.drop_table("found_reports")
    op.drop_index(op.f("ix_blocking_keys_record_number"), table_name="blocking_keys")

    op.drop_table("blocking_keys")
    op.drop_table("accounts")
    op.drop_table("access_tokens")
    op.drop_index(op.f("ix_sign_in_attempts_subject_digest_at"), table_name="sign_in_attempts")

    op.drop_table("sign_in_attempts")
    op.drop_table("registry_clock")
    op.drop_index("ix_records_waiting", table_name="records")
    op.drop_index("ix_records_met", table_name="records")

    op.drop_table("records")
    op.drop_table("organisations")
    op.drop_index(op.f("ix_drafts_expires_at"), table_name="drafts")

    op.drop_table("drafts")
    op.drop_table("audit_head")
    op.drop_index(op.f("ix_audit_entries_actor_id_action_at"), table_name="audit_entries")

    op.drop_table("audit_entries")
