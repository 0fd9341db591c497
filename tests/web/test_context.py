"""What a process of the portals asks for before it serves anything."""

from pathlib import Path

import pytest

from i18n.errors import LanguageIncomplete, LanguageNotOffered
from i18n.locales import CATALOGUES
from i18n.offered_languages import require_languages
from matching import Engine
from search.access import OPERATOR, Action
from search.accounts.audit_chain import record_act
from search.errors import Refused
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault, encode_master_key
from tests.search.scene import NOW
from web.context import open_context


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
    (tmp_path / "messages.pot").write_bytes((CATALOGUES / "messages.pot").read_bytes())
    monkeypatch.setattr("web.context.require_languages", lambda default: require_languages(default, tmp_path))
    with pytest.raises(LanguageIncomplete):
        open_context(settings(tmp_path))


def test_the_portals_do_not_open_on_a_database_that_was_made_with_other_keys(tmp_path: Path, sqlite_url: str) -> None:
    others = Database.open(sqlite_url, Vault.from_master_key(bytes(32)), Engine.load())
    with others.transaction() as session:
        record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)
    others.close()
    with pytest.raises(Refused, match="database_of_other_keys"):
        open_context(settings(tmp_path, database_url=sqlite_url))
