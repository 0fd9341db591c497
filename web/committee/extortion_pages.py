"""What families reported of people who asked them for money, and in how many searches a number was reported."""

from flask import render_template

from search.casework.extortion import read_extortion
from web.committee.blueprint import pages
from web.context import act, now


@pages.get("/extortion")
def extortion() -> str:
    """The reports, the newest first."""
    return render_template("extortion_reports.html", reports=act(read_extortion, now=now()))
