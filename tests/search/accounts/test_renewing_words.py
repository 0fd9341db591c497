"""Whoever has the words takes new ones in their place, once; other visits end, and the old words open nothing."""

import pytest
from sqlalchemy import select

from search.access import OPERATOR
from search.accounts.new_family_words import prepare_words
from search.accounts.renewing_words import renew_words
from search.accounts.sessions import FAMILY, session_actor
from search.errors import AccessDenied, NotFound
from search.models import AuditEntry, SearchRequest
from tests.search.accounts.entering import guess
from tests.search.scene import NOW, Scene, family_of, sought


def test_new_words_open_and_the_old_ones_with_every_visit_by_them_are_over(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    elsewhere = guess(scene.database, case.reference, " ".join(case.passphrase))
    assert elsewhere is not None
    words = prepare_words("es")
    with scene.database.transaction() as session:
        kept = session.scalars(select(SearchRequest.passphrase_hash)).one()
        visit = renew_words(session, family_of(case), kept, words, now=NOW)
        # The same page sent twice changes nothing.
        with pytest.raises(NotFound):
            renew_words(session, family_of(case), kept, prepare_words("es"), now=NOW)
    with scene.database.reading() as session:
        assert session_actor(session, elsewhere.token, FAMILY, now=NOW) is None
        going_on = session_actor(session, visit.token, FAMILY, now=NOW)
        assert going_on is not None
        assert going_on.actor == family_of(case)
        acts = select(AuditEntry.subject_id).where(AuditEntry.action == "renew_words")
        assert session.scalars(acts).all() == [str(case.case_id)]
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is None
    assert guess(scene.database, case.reference, words.digits) is not None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nobody_else_and_nobody_without_the_words_of_now_renews_them(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Sara"))
    words = prepare_words("en")
    with scene.database.reading() as session:
        kept = session.get_one(SearchRequest, 1).passphrase_hash
    for actor, proven in ((family_of(case), ""), (family_of(case), "n:another"), (family_of(other), kept)):
        with pytest.raises(NotFound), scene.database.transaction() as session:
            renew_words(session, actor, proven, words, now=NOW)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        renew_words(session, OPERATOR, kept, words, now=NOW)
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is not None
