"""The five words with which a family opens its case: chosen and hashed beforehand, issued anew."""

import datetime
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from i18n.passphrases import WORDLISTS, list_of
from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.family_secret import digits_of, draw_words, hash_words
from search.accounts.parties import take_new_words
from search.errors import NotFound
from search.models import SearchRequest
from search.records.references import read_reference
from search.summaries import CaseFiled


@dataclass(frozen=True, slots=True)
class PreparedWords:
    """Five new words and their hash, which takes long to make: before the transaction that keeps it begins."""

    words: tuple[str, ...] = field(repr=False)
    hashed: str = field(repr=False)

    @property
    def digits(self) -> str:
        """The same secret as sixteen digits."""
        return digits_of(self.words)


def prepare_words(language: str, choose: Callable[[int], int] = secrets.randbelow) -> PreparedWords:
    """New words for a case in this language."""
    return prepared(draw_words(words_language(language), choose))


def prepared(words: tuple[str, ...]) -> PreparedWords:
    """These words with their hash."""
    return PreparedWords(words, hash_words(words))


def issue_words(
    session: Session, actor: Actor, reference: str, words: PreparedWords, *, now: datetime.datetime
) -> CaseFiled:
    """Give a case new five words, told once; the old ones, and what they opened, are over at once."""
    require(actor, Action.MANAGE_ACCOUNTS)
    request = _named(session, reference)
    # Whoever got hold of the old words may be signed in with them.
    take_new_words(session, request, words.hashed, now=now)
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=("search_request", request.id), now=now)
    return CaseFiled(case_id=request.id, reference=request.reference, passphrase=words.words)


def language_of_case(session: Session, actor: Actor, reference: str) -> str:
    """The language in which a case's new words should be."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return _named(session, reference).language


def words_language(language: str) -> str:
    """The language of a family's five words: its own where there is a list of words, else the nearest there is."""
    return list_of(language) or WORDLISTS[0]


def _named(session: Session, reference: str) -> SearchRequest:
    canonical = read_reference(reference)
    request = session.scalars(select(SearchRequest).where(SearchRequest.reference == canonical)).one_or_none()
    if request is None:
        raise NotFound("not_found")
    return request
