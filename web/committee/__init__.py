"""The committee's portal: a queue of proposals, each explained on a card, decided by two people."""

from flask import Flask

from web.app import Portal, create_portal
from web.committee import (
    approach_pages,
    batch_pages,
    card_pages,
    claim_pages,
    conflict_pages,
    contact_pages,
    decision_pages,
    duplicate_pages,
    extortion_pages,
    forensic_pages,
    learning_pages,
    letter_pages,
    log_pages,
    look_up_pages,
    lost_words_pages,
    move_pages,
    photos,
    practice_pages,
    queue_pages,
    recording_pages,
    self_report_pages,
    talk_pages,
    telling_pages,
)
from web.committee.blueprint import pages
from web.context import Context
from web.staff import staff_typed_again

# Each adds its views to `pages` when it is loaded.
_PAGES = (
    queue_pages,
    card_pages,
    conflict_pages,
    decision_pages,
    duplicate_pages,
    contact_pages,
    letter_pages,
    move_pages,
    photos,
    approach_pages,
    forensic_pages,
    telling_pages,
    log_pages,
    claim_pages,
    talk_pages,
    lost_words_pages,
    extortion_pages,
    batch_pages,
    look_up_pages,
    practice_pages,
    learning_pages,
    self_report_pages,
    recording_pages,
)
# Where a reader types (`web.typed_again`).
_TYPED_AGAIN = (
    decision_pages,
    contact_pages,
    move_pages,
    telling_pages,
    log_pages,
    talk_pages,
    claim_pages,
    queue_pages,
    look_up_pages,
    learning_pages,
    self_report_pages,
)


def create_committee(context: Context) -> Flask:
    """The portal of the committees."""
    own = [page.TYPED_AGAIN for page in _TYPED_AGAIN]
    typed_again = {name: shows for table in (*own, staff_typed_again("committee")) for name, shows in table.items()}
    portal = Portal(
        name="committee",
        prefix="/committee",
        sign_in="committee.sign_in",
        blueprints=(pages,),
        typed_again=typed_again,
    )
    return create_portal(portal, context)
