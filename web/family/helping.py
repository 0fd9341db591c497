"""The organisation that helps a relative at this device: its pass in the cookie, and filing with its help.

The pass stands in the cookie, so that every page can say whose help it is, and in the form that is filled in, so that
the search is filed with the help to which the relative said yes.
"""

import datetime
from typing import Any

from flask import session

from search.accounts.helper_passes import FILED_WITHIN, HelperPass, open_pass
from search.accounts.new_family_words import PreparedWords
from search.commands import FileForFamily, HelpAgreed, RegisterSearch
from search.errors import Refused
from search.filing.filing_for_family import file_for_family
from search.summaries import CaseFiled
from web.context import now, shared
from web.family.draft_answers import Helped, load
from web.session_cookies import DRAFT, HELPED_FROM, HELPER, current_actor


def take_pass(sealed: str, within: datetime.timedelta) -> HelperPass | None:
    """The pass that an organisation's page sent; None where it is none of ours or too old."""
    helper = open_pass(shared().vault, sealed)
    return helper if helper is not None and helper.lasts(now(), within) else None


def helper_here() -> HelperPass | None:
    """Who helps at this device now."""
    sealed = session.get(HELPER)
    return take_pass(sealed, FILED_WITHIN) if sealed else None


def helper_of_form() -> HelperPass | None:
    """With whose help the form at this device is filled in; None where a family fills it in alone."""
    helped = load(DRAFT).helped
    return take_pass(helped.helper, FILED_WITHIN) if helped else None


def helped_by() -> str:
    """Who helps with the form, for its pages; empty where a family is alone."""
    helper = helper_of_form()
    return helper.organisation if helper else ""


def no_more_help() -> None:
    """Forgets who helps at this device; only the portal stays, so that a page can lead back to it."""
    helper = helper_here()
    if helper is not None:
        session[HELPED_FROM] = "/committee/" if helper.reads_pairs else "/partner/"
    session.pop(HELPER, None)


def file_with_help(transaction: Any, helped: Helped, search: RegisterSearch, words: PreparedWords) -> CaseFiled:
    """Files a search with the help of the pass that the form carries."""
    helper = take_pass(helped.helper, FILED_WITHIN)
    if helper is None:
        raise Refused("help_is_over")
    agreed = HelpAgreed(
        organisation_id=helper.organisation_id,
        account_id=helper.account_id,
        text_digest=bytes.fromhex(helped.text_digest),
        language=helped.language,
        read_at=helped.read_at,
    )
    command = FileForFamily(search=search, agreed=agreed)
    return file_for_family(transaction, current_actor(), command, words, helper, now=now())
