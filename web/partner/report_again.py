"""The question whether a report is of somebody who was reported before, in the form that it was typed into."""

import uuid
from dataclasses import replace

from search.commands import Again, ReportFound
from search.filing.report_questions import PERHAPS_AGAIN, ReportQuestion

AGAIN = "again"
# Sent with a form of which it was said before it was filled in that its number is another person's now.
ANOTHER = "another"


def answers_to(question: ReportQuestion) -> tuple[str, ...]:
    """What can be answered: the same person or another one, or which of several reports is of the same."""
    if question.code == PERHAPS_AGAIN:
        return (*(str(report.report_id) for report in question.reports), Again.OTHER.value)
    return (Again.SAME.value, Again.OTHER.value)


def answered(command: ReportFound, answer: str) -> ReportFound:
    """The report with this answer."""
    if answer in tuple(Again):
        return replace(command, again=Again(answer))
    return replace(command, again=Again.SAME, alike=uuid.UUID(answer))
