"""What a process of the portals asks for before it serves anything, and the one way from a view into a service."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from i18n.catalogue_files import pot_path
from i18n.division import Catalogue
from i18n.errors import LanguageIncomplete, LanguageNotOffered
from i18n.offered_languages import require_languages
from matching import Engine
from search.access import ANYONE, OPERATOR, Action, Actor, ActorKind
from search.accounts.audit_chain import record_act
from search.errors import Refused
from search.filing.drafting import save_draft
from search.models import Draft
from search.settings import Settings
from search.storage.chain_heads import begin_chain
from search.storage.database import Database
from search.storage.encryption import Vault, encode_master_key
from search.summaries import SignedIn
from tests.fixtures.portals import NOW
from web.context import Context, act, now, open_context, shared, utc_now
from web.session_cookies import remember


def settings(tmp_path: Path, default_language: str = "en", database_url: str = "") -> Settings:
    return Settings(
        var=tmp_path,
        master_key=encode_master_key(bytes(range(32))),
        default_language=default_language,
        database_url=database_url,
    )


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_the_portals_open_with_any_offered_language_as_their_default(tmp_path: Path, sqlite_url: str, tag: str) -> None:
    context = open_context(settings(tmp_path, tag, sqlite_url))
    assert context.settings.default_language == tag
    context.database.close()


def test_the_portals_do_not_open_when_their_default_language_is_not_offered(tmp_path: Path) -> None:
    with pytest.raises(LanguageNotOffered):
        open_context(settings(tmp_path, "xx"))


def test_the_portals_do_not_open_without_a_language_that_was_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for catalogue in Catalogue:
        pot_path(catalogue, tmp_path).write_bytes(pot_path(catalogue).read_bytes())
    monkeypatch.setattr("web.context.require_languages", lambda default: require_languages(default, tmp_path))
    with pytest.raises(LanguageIncomplete):
        open_context(settings(tmp_path))


def test_the_portals_do_not_open_on_a_database_that_was_made_with_other_keys(tmp_path: Path, sqlite_url: str) -> None:
    others = Database.open(sqlite_url, Vault.from_master_key(bytes(32)), Engine.load())
    with others.engine.execution_options(ovillo_writes=True).begin() as connection:
        connection.execute(text("UPDATE audit_head SET chain_id = NULL"))
        begin_chain(connection, others.vault)
    with others.transaction() as session:
        record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)
    others.close()
    with pytest.raises(Refused, match="database_of_other_keys"):
        open_context(settings(tmp_path, database_url=sqlite_url))


def drafts(context: Context) -> int:
    with context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Draft)) or 0


def test_a_view_finds_the_context_and_the_clock_of_its_own_portal(family: Flask, context: Context) -> None:
    with family.test_request_context():
        assert shared() is context
        assert now() == NOW


def test_the_usual_clock_knows_its_zone() -> None:
    assert utc_now().utcoffset() == datetime.timedelta(0)


def test_a_service_acts_as_whoever_is_signed_in(family: Flask) -> None:
    reader = Actor(kind=ActorKind.REVIEWER)

    def who(_session: Any, actor: Actor, greeting: str, *, name: str) -> tuple[Actor, str]:
        return actor, f"{greeting} {name}"

    with family.test_request_context():
        assert act(who, "Good day", name="Ana") == (ANYONE, "Good day Ana")
        remember(SignedIn(token="invented", actor=reader))
        assert act(who, "Good day", name="Ana") == (reader, "Good day Ana")


def test_what_a_service_did_is_kept(family: Flask, context: Context) -> None:
    with family.test_request_context():
        act(save_draft, None, b"begun", now=now())
    assert drafts(context) == 1


def test_nothing_of_a_service_that_failed_is_kept(family: Flask, context: Context) -> None:
    def fail(session: Any, actor: Actor) -> None:
        save_draft(session, actor, None, b"begun", now=NOW)
        raise RuntimeError

    with family.test_request_context(), pytest.raises(RuntimeError):
        act(fail)
    assert drafts(context) == 0
