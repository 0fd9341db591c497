"""Filing together: who may help when it is filed, and what of the help is kept."""

import datetime
import uuid
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from matching.record import PersonName
from search.access import ANYONE, Actor
from search.accounts.helper_passes import FILED_WITHIN, HelperPass
from search.accounts.new_family_words import prepare_words
from search.accounts.reading_limits import HELPED, HOUR, Window
from search.casework.talks import talks_in_force
from search.commands import FileForFamily, HelpAgreed, RegisterSearch
from search.documents import Description
from search.errors import NotFound, Refused, TooManyAttempts
from search.filing import filing_for_family
from search.filing.filing_for_family import file_for_family, pass_for
from search.models import Account, AccountRole, Alarm, Organisation, SearchRequest
from search.summaries import CaseFiled
from search.vocabulary import StateRun
from tests.search.scene import NOW, Scene

SEARCH = RegisterSearch(sought=Description(names=(PersonName("Amina"),)), idempotency_key="once")


def made(scene: Scene, actor: Actor) -> HelperPass:
    with scene.database.reading() as session:
        return pass_for(session, actor, now=NOW)


def files(scene: Scene, helper: HelperPass, now: datetime.datetime = NOW, **changes: Any) -> CaseFiled:
    agreed = HelpAgreed(
        organisation_id=helper.organisation_id,
        account_id=helper.account_id,
        text_digest=bytes(32),
        language="ar",
        read_at=NOW,
    )
    search = changes.pop("search", SEARCH)
    command = FileForFamily(search=search, agreed=replace(agreed, **changes))
    words = prepare_words("ar")
    with scene.database.transaction() as session:
        return file_for_family(session, ANYONE, command, words, helper, now=now)


def test_a_search_that_was_sent_twice_is_filed_once_and_tells_its_words_once(scene: Scene) -> None:
    helper = made(scene, scene.shelter)
    first, again = files(scene, helper), files(scene, helper)
    assert (len(first.passphrase), first.already_filed) == (5, False)
    assert (again.case_id, again.passphrase, again.already_filed) == (first.case_id, (), True)
    with scene.database.reading() as session:
        kept = session.scalars(select(SearchRequest)).one()
    assert (kept.filed_by_organisation, kept.filed_by_account) == (scene.shelter_id, scene.shelter.account_id)
    assert (kept.read_digest, kept.read_language, kept.read_at) == (bytes(32), "ar", NOW)


def test_an_organisation_of_another_kind_gets_no_pass(scene: Scene) -> None:
    with pytest.raises(NotFound):
        made(scene, scene.mortuary)


def test_a_committee_helps_as_well(scene: Scene) -> None:
    assert files(scene, made(scene, scene.reviewers[0])).passphrase


@pytest.mark.parametrize("changes", [{"text_digest": b""}, {"account_id": uuid.UUID(int=5)}])
def test_a_yes_to_other_words_or_to_somebody_else_files_nothing(scene: Scene, changes: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="consent_not_asked"):
        files(scene, made(scene, scene.shelter), **changes)


def test_a_pass_of_yesterday_files_nothing(scene: Scene) -> None:
    with pytest.raises(Refused, match="help_is_over"):
        files(scene, made(scene, scene.shelter), now=NOW + FILED_WITHIN)


@pytest.mark.parametrize("ended", ["account", "role", "kind", "moved"])
def test_whoever_may_help_no_longer_files_nothing(scene: Scene, ended: str) -> None:
    helper = made(scene, scene.shelter)
    with scene.database.transaction() as session:
        if ended == "account":
            session.get_one(Account, helper.account_id).disabled_at = NOW
        if ended == "role":
            for role in session.scalars(select(AccountRole).where(AccountRole.account_id == helper.account_id)):
                session.delete(role)
        if ended == "kind":
            session.get_one(Organisation, helper.organisation_id).kind = "mortuary"
    if ended == "moved":
        helper = msgspec.structs.replace(helper, organisation_id=scene.committee)
    with pytest.raises(Refused, match="help_is_over"):
        files(scene, helper)


@pytest.fixture
def two_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    bounded = replace(HELPED, windows=(Window(2, HOUR),))
    monkeypatch.setattr(filing_for_family, "HELPED", bounded)


@pytest.mark.usefixtures("two_an_hour")
def test_nobody_helps_to_file_by_the_dozen_with_one_pass_and_the_coordinators_are_told(scene: Scene) -> None:
    helper = made(scene, scene.shelter)
    for key in ("first", "second"):
        files(scene, helper, search=replace(SEARCH, idempotency_key=key))
    with pytest.raises(TooManyAttempts, match="helped_used"):
        files(scene, helper, search=replace(SEARCH, idempotency_key="third"))
    with scene.database.reading() as session:
        assert len(session.scalars(select(SearchRequest)).all()) == 2
        assert [alarm.kind for alarm in session.scalars(select(Alarm))] == ["helped_reached"]
    assert files(scene, made(scene, scene.reviewers[0]), search=replace(SEARCH, idempotency_key="of others")).passphrase
    later = NOW + HOUR
    assert files(scene, helper, later, search=replace(SEARCH, idempotency_key="third")).passphrase


@pytest.mark.usefixtures("two_an_hour")
def test_a_search_that_is_sent_again_counts_once_among_those_that_one_person_helped_with(scene: Scene) -> None:
    helper = made(scene, scene.shelter)
    files(scene, helper, search=replace(SEARCH, idempotency_key="first"))
    kept = files(scene, helper, search=replace(SEARCH, idempotency_key="second"))
    assert [files(scene, helper, search=replace(SEARCH, idempotency_key="second")).case_id for _ in range(3)] == [
        kept.case_id
    ] * 3


@pytest.mark.parametrize(("state_run", "talks"), [(StateRun.NO, 1), (StateRun.YES, 0), (StateRun.UNKNOWN, 0)])
def test_whoever_helped_has_spoken_with_them_but_what_belongs_to_a_state_vouches_for_nobody(
    scene: Scene, state_run: StateRun, talks: int
) -> None:
    with scene.database.transaction() as session:
        session.get_one(Organisation, scene.shelter_id).state_run = state_run.value
    helper = made(scene, scene.shelter)
    files(scene, helper)
    files(scene, helper)
    with scene.database.reading() as session:
        number = session.scalars(select(SearchRequest.number)).one()
        held = talks_in_force(session, [number])[number]
        assert [(row.held_on, row.language, row.organisation_id) for row in held] == [
            (NOW.date(), "ar", scene.shelter_id)
        ] * talks
