"""The portal of families: file a search, come back to it, add to it, take it back."""

from flask import Flask

from i18n.division import Catalogue
from web.app import Portal, create_portal
from web.context import Context
from web.family.erasing import erasing_pages
from web.family.new_search import filing_pages
from web.family.own_case import case_pages
from web.family.photos import photo_pages
from web.family.routes import pages

_A_WEEK = 7


def create_family(context: Context) -> Flask:
    """The family portal on the process's context; its cookie lasts as long as a draft is kept."""
    portal = Portal(
        name="family",
        catalogue=Catalogue.FAMILY,
        sign_in="family.open_search",
        blueprints=(pages, filing_pages, case_pages, photo_pages, erasing_pages),
        cookie_days=_A_WEEK,
    )
    return create_portal(portal, context)
