"""The committee's portal: a queue of proposals, each explained on a card, decided by two people."""

from flask import Flask

from web.app import Portal, create_portal
from web.committee.photos import pages
from web.committee.routes import TYPED_AGAIN
from web.context import Context
from web.staff import staff_typed_again


def create_committee(context: Context) -> Flask:
    """The portal of the committees."""
    portal = Portal(
        name="committee",
        prefix="/committee",
        sign_in="committee.sign_in",
        blueprints=(pages,),
        typed_again={**TYPED_AGAIN, **staff_typed_again("committee")},
    )
    return create_portal(portal, context)
