"""How long a visit lasts: every page says it, and a link makes it last longer without losing what was typed."""

from dataclasses import dataclass

from flask import Flask, render_template

from search.accounts.sessions import may_last_longer
from web.context import now
from web.session_cookies import signed_in


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """Minutes until a visit ends by itself; `longer` says whether using the pages makes it last longer."""

    minutes: int
    longer: bool


def tell_time_left(app: Flask) -> None:
    """Gives the templates `time_left`, and the portal the page that a visit is kept open with."""
    app.context_processor(lambda: {"time_left": time_left()})
    # Whoever comes here is signed in, and with that the visit lasts longer: `web.guard` sees to it at every page.
    app.add_url_rule("/stay", "stay", lambda: render_template("stay.html"))


def time_left() -> TimeLeft | None:
    """How long this visit lasts; None for whoever is not signed in, or is for good."""
    visitor = signed_in()
    if visitor is None or visitor.expires_at is None:
        return None
    seconds = (visitor.expires_at - now()).total_seconds()
    return TimeLeft(max(0, int(seconds // 60)), longer=may_last_longer(visitor))
