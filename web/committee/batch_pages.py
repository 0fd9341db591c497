"""Pairs that fell under the threshold, by what speaks against them; each row is a decision of its own."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.queue_commands import JudgeBatch
from search.review.batch_view import judge_batch, read_batch, read_patterns
from search.vocabulary import JudgementReason
from web.committee.blueprint import pages
from web.committee.queue_forms import batch_rows
from web.context import act, look, now

# What a body's identity is settled by is never read from a row of a list.
REASONS = (
    JudgementReason.NAMES,
    JudgementReason.DATES,
    JudgementReason.PLACES,
    JudgementReason.MARKS,
    JudgementReason.EFFECTS,
    JudgementReason.INTERVIEW,
    JudgementReason.OTHER,
)


@pages.get("/batches")
def batches() -> str:
    """The patterns, and how many pairs each has."""
    return render_template("batches.html", patterns=look(read_patterns))


@pages.get("/batches/<pattern>")
def batch(pattern: str) -> str:
    """The first pairs of one pattern, one under the other."""
    shown = act(read_batch, pattern, now=now())
    kept = request.args.get("kept", ""), request.args.get("changed", "")
    told = [int(one) if one.isdecimal() and len(one) < 4 else 0 for one in kept]
    return render_template("batch.html", batch=shown, reasons=REASONS, kept=told[0], changed=told[1])


@pages.post("/batches/<pattern>")
def judge_rows(pattern: str) -> Response:
    """Keeps the decision of each row for which a reason was chosen."""
    rows = batch_rows(request.form, REASONS)
    done = act(judge_batch, JudgeBatch(pattern=pattern, rows=rows), now=now())
    left = any(one.pattern == pattern for one in look(read_patterns))
    again = url_for(".batch", pattern=pattern, kept=done.kept, changed=done.changed)
    return redirect(again if left else url_for(".batches"), 303)
