"""What became of an organisation's reports: sums, and why there is no more."""

from flask import Blueprint, render_template

from search.filing.compared_reports import compared_by_send, what_was_compared
from web.context import look


def add_what_became(pages: Blueprint) -> None:
    """Gives a portal the page."""
    pages.add_url_rule("/reports/compared", "what_became", what_became)


def what_became() -> str:
    """How many reports were compared, in all and by sheet; the same whatever came of any of them."""
    return render_template("what_became.html", total=look(what_was_compared), sends=look(compared_by_send))
