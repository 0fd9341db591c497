"""Relatives come in by a reference and words of their own, until the family ends it; and none is told by a page."""

import datetime
import uuid

import pytest
from sqlalchemy import select, update

from search.access import Actor, ActorKind
from search.accounts.new_family_words import PreparedWords, prepare_words
from search.accounts.relatives import MOST_AT_ONCE, PRESSED_TWICE, add_relative, end_relative, read_relatives
from search.accounts.renewing_words import own_reference, renew_words
from search.accounts.sessions import FAMILY, session_actor
from search.errors import Conflict, NotFound, Refused
from search.models import AuditEntry, Relative, SearchRequest, SignInSession
from search.summaries import CaseFiled
from tests.search.accounts.entering import guess
from tests.search.scene import NOW, Scene, family_of, sought

WORDS = prepare_words("en")


def let_in(
    scene: Scene,
    case: CaseFiled,
    called: str = "Cousin",
    words: PreparedWords = WORDS,
    key: str = "",
    now: datetime.datetime = NOW,
) -> str:
    with scene.database.transaction() as session:
        return add_relative(session, family_of(case), called, words, now=now, key=key)


def comes_in(scene: Scene, reference: str, words: PreparedWords = WORDS) -> Actor | None:
    visit = guess(scene.database, reference, " ".join(words.words))
    if visit is None:
        return None
    with scene.database.reading() as session:
        found = session_actor(session, visit.token, FAMILY, now=NOW)
        return found.actor if found else None


def test_a_relative_comes_in_by_words_of_their_own_until_it_is_ended(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    reference = let_in(scene, case)
    with scene.database.reading() as session:
        relative = session.scalars(select(Relative.id)).one()
    is_it = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id, relative_id=relative)
    assert comes_in(scene, reference) == is_it
    assert guess(scene.database, reference, " ".join(case.passphrase)) is None
    assert guess(scene.database, case.reference, " ".join(WORDS.words)) is None
    open_one = guess(scene.database, reference, WORDS.digits)
    assert open_one is not None
    with scene.database.transaction() as session:
        (one,) = read_relatives(session, family_of(case))
        assert one.called == "Cousin"
        end_relative(session, family_of(case), one.relative_id, now=NOW)
        end_relative(session, family_of(case), one.relative_id, now=NOW)
        assert read_relatives(session, family_of(case)) == ()
        assert session_actor(session, open_one.token, FAMILY, now=NOW) is None
    assert comes_in(scene, reference) is None
    with scene.database.reading() as session:
        acts = select(AuditEntry.action).where(AuditEntry.subject_id == str(case.case_id)).order_by(AuditEntry.sequence)
        assert {"add_relative", "end_relative"} <= set(session.scalars(acts))


def test_the_same_form_lets_in_one_and_the_words_that_were_seen_are_the_ones_that_count(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    unseen, seen = prepare_words("en"), prepare_words("en")
    references = {let_in(scene, case, words=words, key="one page") for words in (unseen, seen)}
    (reference,) = references
    assert (comes_in(scene, reference, unseen), comes_in(scene, reference, seen) is None) == (None, False)
    for later in (NOW, NOW + PRESSED_TWICE * 2):
        # Whoever came in, or wrote the words down, keeps them.
        with pytest.raises(Conflict, match="sent_already"):
            let_in(scene, case, key="one page", now=later)
    assert let_in(scene, case, key="another page") != reference
    with pytest.raises(Conflict, match="sent_already"):
        let_in(scene, case, key="another page", now=NOW + PRESSED_TWICE * 2)


def test_a_relative_takes_new_words_with_the_old_ones_and_nobody_elses_change(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    mine, uncles = let_in(scene, case), let_in(scene, case, "Uncle")
    mother = guess(scene.database, case.reference, " ".join(case.passphrase))
    elsewhere, here = (guess(scene.database, mine, WORDS.digits) for _ in range(2))
    assert mother is not None
    assert elsewhere is not None
    assert here is not None
    new = prepare_words("es")
    with scene.database.transaction() as session:
        assert own_reference(session, here.actor) == mine
        assert own_reference(session, mother.actor) == case.reference
        of_search = session.scalars(select(SearchRequest.passphrase_hash)).one()
        proven = session.scalars(select(Relative.passphrase_hash).where(Relative.reference == mine)).one()
        with pytest.raises(NotFound):
            renew_words(session, here.actor, of_search, new, now=NOW)
        goes_on = renew_words(session, here.actor, proven, new, now=NOW)
        with pytest.raises(NotFound):
            renew_words(session, here.actor, proven, prepare_words("es"), now=NOW)
        assert goes_on.actor == here.actor
        open_ones = [session_actor(session, one.token, FAMILY, now=NOW) for one in (goes_on, mother, elsewhere, here)]
    assert [one is not None for one in open_ones] == [True, True, False, False]
    assert (comes_in(scene, mine), comes_in(scene, mine, new)) == (None, here.actor)
    assert comes_in(scene, uncles) is not None
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is not None


def test_what_a_relative_is_called_lies_sealed(scene: Scene) -> None:
    let_in(scene, scene.file(sought("Tesfalem")), "Abeba Inventada")
    with scene.database.reading() as session:
        assert b"Abeba" not in session.scalars(select(Relative.called_sealed)).one()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nameless_ones_and_too_many_are_refused_and_nobody_else_lets_anybody_in(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Sara"))
    with pytest.raises(Refused, match="relative_unnamed"):
        let_in(scene, case, "  ")
    for number in range(MOST_AT_ONCE):
        let_in(scene, case, f"Cousin {number}")
    with pytest.raises(Refused, match="too_many_relatives"):
        let_in(scene, case)
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    with scene.database.transaction() as session:
        (first, *_) = read_relatives(session, family_of(case))
        for actor in (relative, family_of(other)):
            with pytest.raises(NotFound):
                end_relative(session, actor, first.relative_id, now=NOW)
        with pytest.raises(NotFound):
            add_relative(session, relative, "Friend", WORDS, now=NOW)
        with pytest.raises(NotFound):
            end_relative(session, family_of(case), uuid.uuid4(), now=NOW)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_session_moved_to_whoever_began_the_search_or_to_another_relative_opens_nothing(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    first = let_in(scene, case)
    let_in(scene, case, "Uncle")
    visit = guess(scene.database, first, WORDS.digits)
    assert visit is not None
    with scene.database.reading() as session:
        uncle = session.scalars(select(Relative.id).where(Relative.reference != first)).one()
    for moved_to in (None, uncle):
        with scene.database.transaction() as session:
            session.execute(update(SignInSession).values(relative_id=moved_to))
            assert session_actor(session, visit.token, FAMILY, now=NOW) is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_new_words_of_whoever_began_it_end_every_visit_and_leave_relatives_their_words(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    reference = let_in(scene, case)
    visit = guess(scene.database, reference, WORDS.digits)
    assert visit is not None
    with scene.database.transaction() as session:
        kept = session.scalars(select(SearchRequest.passphrase_hash)).one()
        renew_words(session, family_of(case), kept, prepare_words("en"), now=NOW)
        assert session_actor(session, visit.token, FAMILY, now=NOW) is None
    assert comes_in(scene, reference) is not None
