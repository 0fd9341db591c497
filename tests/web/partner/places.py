"""Clerks of the organisations that report from each kind of place, and the way through the parts of a form."""

import re

from flask import Flask

from search.vocabulary import OrganisationKind
from tests.fixtures.staff import add_staff, signed_in
from tests.fixtures.visitor import Visitor
from web.context import Context

# Who reports from a kind of place; the first that may.
REPORTERS = {
    "shelter": OrganisationKind.SHELTER,
    "hospital": OrganisationKind.HOSPITAL,
    "detention": OrganisationKind.DETENTION_VISITS,
    "consulate": OrganisationKind.CONSULATE,
    "rescue": OrganisationKind.RESCUE,
    "other": OrganisationKind.HUMANITARIAN,
    "asks_for_family": OrganisationKind.SHELTER,
    "witness": OrganisationKind.SHELTER,
    "mortuary": OrganisationKind.MORTUARY,
    "forensic": OrganisationKind.FORENSIC,
}
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def reporter(context: Context, partner: Flask, which: str) -> Visitor:
    """Somebody who reports from this kind of place, signed in."""
    add_staff(context, f"at-{which}", f"Invented {which}", REPORTERS[which])
    return signed_in(context, partner, "/partner", f"at-{which}")


def begins(visitor: Visitor, which: str, tag: str = "en", *, asked: bool = True) -> str:
    """Opens a new form of a kind of place; the address of its parts. `asked`: somebody alive agreed and is grown up."""
    assert visitor.goes_to(f"/report/{which}").status_code == 200
    found = _KEY.search(visitor.place)
    assert found is not None
    visitor.goes_to(f"{visitor.place}?lang={tag}")
    form = f"/report/{which}/{found[0]}"
    if asked and which not in ("mortuary", "forensic", "witness"):
        visitor.sends(f"{form}/wishes", {"agreed": "yes", "minor": "no", "to": "home"})
        visitor.goes_to(f"{form}/wishes")
    return form
