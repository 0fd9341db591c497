"""The five words with which a family opens its case, issued anew."""

import datetime
import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from i18n.locales import LOCALES, best_locale
from i18n.passphrases import new_passphrase, normalise_passphrase
from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.secret_hashing import hash_secret
from search.errors import NotFound
from search.models import SearchRequest
from search.records.references import read_reference
from search.summaries import CaseFiled


def issue_words(session: Session, actor: Actor, reference: str, *, now: datetime.datetime) -> CaseFiled:
    """New five words for a case, in its language, told once; the old ones no longer open it."""
    require(actor, Action.MANAGE_ACCOUNTS)
    canonical = read_reference(reference)
    request = session.scalars(select(SearchRequest).where(SearchRequest.reference == canonical)).one_or_none()
    if request is None:
        raise NotFound("not_found")
    words = new_passphrase(words_language(request.language), secrets.randbelow)
    request.passphrase_hash = hash_secret(normalise_passphrase(" ".join(words)))
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("search_request", request.id), now=now)
    return CaseFiled(case_id=request.id, reference=request.reference, passphrase=words)


def words_language(language: str) -> str:
    """The language of a family's five words: its own where there is a list of words, else the nearest there is."""
    return best_locale(language, [row.tag for row in LOCALES])
