"""Filing a search together with a relative: what it asks of whoever helps, and the way to the families' pages."""

from flask import Blueprint, abort, render_template

from search.accounts.helper_passes import seal_pass
from search.filing.filing_for_family import pass_for
from search.vocabulary import MAY_FILE_FOR_FAMILIES
from web.context import look, now, shared
from web.session_cookies import signed_in

# Where the families' portal takes the pass; it is mounted at the root (`wsgi`).
FAMILY_DOOR = "/together/begin"


def add_for_families(pages: Blueprint) -> None:
    """The page, where the organisation is of a kind that may."""
    pages.add_url_rule("/families", "families", families)
    pages.context_processor(lambda: {"helps_families": helps_families})


def helps_families() -> bool:
    """Whether the visitor's organisation may file together with relatives."""
    visitor = signed_in()
    return visitor is not None and visitor.organisation_kind in MAY_FILE_FOR_FAMILIES


def families() -> str:
    """What helping means, and the button that begins; the pass is made anew with every look."""
    if not helps_families():
        abort(404)
    sealed = seal_pass(shared().vault, look(pass_for, now=now()))
    return render_template("staff_families.html", sealed=sealed, door=FAMILY_DOOR)
