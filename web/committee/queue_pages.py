"""The queue: the pairs of a committee, and how a reader gets to the next one."""

from flask import render_template, request

from search.review.queue import read_queue
from search.vocabulary import ProposalState, StaffRole
from web.committee.blueprint import pages
from web.committee.forms import chosen_page, chosen_state
from web.context import act
from web.session_cookies import current_actor


@pages.get("/")
def home() -> str:
    """The queue, heaviest first; for whoever does not read pairs, what they do."""
    if StaffRole.REVIEWER not in current_actor().roles:
        return render_template("staff_home.html")
    state = chosen_state(request.args.get("state", ""))
    queue = act(read_queue, page=chosen_page(request.args.get("page", "")), state=state)
    return render_template("queue.html", queue=queue, chosen=state, states=ProposalState)
