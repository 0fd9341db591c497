"""An API token acts for one organisation, until it expires or is revoked."""

import datetime

import pytest
from sqlalchemy import select

from search.access import OPERATOR
from search.accounts.api_tokens import issue_token, revoke_tokens, token_actor
from search.errors import AccessDenied, NotFound
from search.models import AccessToken, AuditEntry
from tests.search.scene import NOW, Scene


def test_an_api_token_acts_for_its_organisation_until_it_expires_or_is_revoked(scene: Scene) -> None:
    with scene.database.transaction() as session:
        token = issue_token(session, OPERATOR, "Casa Invented", now=NOW)
        other = issue_token(session, OPERATOR, "Morgue Invented", now=NOW)
    assert len(token) >= 43
    with scene.database.reading() as session:
        actor = token_actor(session, token, now=NOW)
        assert actor is not None
        assert (actor.kind, actor.organisation_id) == (scene.shelter.kind, scene.shelter.organisation_id)
        assert token_actor(session, token, now=NOW + datetime.timedelta(days=181)) is None
    with scene.database.transaction() as session:
        assert revoke_tokens(session, OPERATOR, "Casa Invented", now=NOW) == 1
    with scene.database.reading() as session:
        assert token_actor(session, token, now=NOW) is None
        assert token_actor(session, other, now=NOW) is not None


def test_an_organisation_that_is_not_there_has_no_token(scene: Scene) -> None:
    with pytest.raises(NotFound, match="organisation_unknown"), scene.database.transaction() as session:
        issue_token(session, OPERATOR, "Nobody's", now=NOW)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_made_up_token_is_nobody_s(scene: Scene) -> None:
    with scene.database.reading() as session:
        assert token_actor(session, "made up", now=NOW) is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_tokens_are_issued_and_revoked_at_the_command_line_only_and_audited(scene: Scene) -> None:
    for act in (issue_token, revoke_tokens):
        with pytest.raises(AccessDenied), scene.database.transaction() as session:
            act(session, scene.shelter, "Casa Invented", now=NOW)
        with scene.database.transaction() as session:
            act(session, OPERATOR, "Casa Invented", now=NOW)
    with scene.database.reading() as session:
        kinds = session.scalars(select(AuditEntry.subject_kind).order_by(AuditEntry.sequence)).all()
    assert kinds == ["access_token", "organisation"]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_token_is_kept_as_a_digest(scene: Scene) -> None:
    with scene.database.transaction() as session:
        token = issue_token(session, OPERATOR, "Casa Invented", now=NOW)
    with scene.database.reading() as session:
        (kept,) = session.scalars(select(AccessToken.token_digest))
    assert token.encode() not in kept
