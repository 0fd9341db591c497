"""The page that a quick exit ends on: one that says nothing of ours, chosen by the operator, by country where needed.

A page that is harmless in one country is blocked in another, or strange on a phone bill. The country is the one that
the browser says its reader's language is spoken in (`es-MX`), for nobody is asked where they are.
"""

from collections.abc import Callable

from flask import Flask, request

from web.context import shared


def neutral_address() -> str:
    """Where a quick exit of this reader ends."""
    chosen = dict(shared().settings.leave_to)
    return chosen.get(_country(request.headers.get("Accept-Language", "")), chosen[""])


def teach_leaving(app: Flask, address: Callable[[], str] = neutral_address) -> None:
    """Gives the templates `leave_address`, where the link that leaves every page leads."""
    app.context_processor(lambda: {"leave_address": address})


def _country(accepted: str) -> str:
    """The country of the first language that names one; empty where none does."""
    tags = (part.partition(";")[0].strip() for part in accepted.split(","))
    parts = (part for tag in tags for part in tag.replace("_", "-").split("-")[1:])
    return next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), "")
