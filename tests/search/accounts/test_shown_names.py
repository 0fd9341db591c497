"""Others see a chosen name or a number, never the login."""

import pytest
from sqlalchemy import select

from search.accounts.shown_names import ChooseName, choose_name, shown_name
from search.errors import AccessDenied, Refused
from search.models import Account
from tests.search.scene import NOW, Scene, family_of, sought


def named(scene: Scene, name: str, reader: int = 0) -> str:
    with scene.database.transaction() as session:
        return choose_name(session, scene.reviewers[reader], ChooseName(name=name), now=NOW)


def test_a_name_is_kept_without_what_cannot_be_seen(scene: Scene) -> None:
    assert named(scene, "  Blue \u202e  heron ") == "Blue heron"
    with scene.database.reading() as session:
        account = session.get_one(Account, scene.reviewers[0].account_id)
        assert shown_name(account) == "Blue heron"


def test_whoever_chose_none_is_a_number_and_no_login(scene: Scene) -> None:
    with scene.database.transaction() as session:
        accounts = session.scalars(select(Account)).all()
        for account in accounts:
            account.shown_name = None
        assert len({shown_name(account) for account in accounts}) == len(accounts)
        assert not [account for account in accounts if account.login in shown_name(account)]


@pytest.mark.parametrize("name", ["person0", "PERSON1", "ｐｅｒｓｏｎ１", "Reader 1", " reader  1"])
def test_a_login_and_the_name_of_a_colleague_are_refused_however_they_are_written(scene: Scene, name: str) -> None:
    with pytest.raises(Refused, match="shown_name_taken"):
        named(scene, name)


@pytest.mark.parametrize("name", ["", " x ", "\u200b\u200b\u200b", "x" * 41])
def test_no_name_and_one_too_long_are_refused(scene: Scene, name: str) -> None:
    with pytest.raises(Refused, match="name_not_shown_like_this"):
        named(scene, name)


def test_a_name_is_ones_own_to_keep_and_to_change(scene: Scene) -> None:
    assert named(scene, "Blue heron") == named(scene, "Blue heron")
    with pytest.raises(Refused):
        named(scene, "blue heron", 1)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        choose_name(session, family_of(scene.file(sought("W"))), ChooseName(name="Blue"), now=NOW)
