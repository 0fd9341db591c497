"""The questions in their order."""

from web.family.steps.body import BELONGINGS, BODY, MARKS
from web.family.steps.enquirer import ABOUT_YOU, ANYTHING_ELSE
from web.family.steps.person import AGE, NAMES, ORIGIN
from web.family.steps.phones_and_papers import NUMBERS
from web.family.steps.road import JOURNEY, LAST_CONTACT
from web.family.steps.sharing import SHARING
from web.family.steps.step import Step

STEPS: tuple[Step, ...] = (
    NAMES,
    AGE,
    ORIGIN,
    LAST_CONTACT,
    JOURNEY,
    BODY,
    MARKS,
    BELONGINGS,
    NUMBERS,
    ANYTHING_ELSE,
    ABOUT_YOU,
    SHARING,
)
BY_SLUG: dict[str, Step] = {step.slug: step for step in STEPS}

__all__ = ["BY_SLUG", "STEPS", "Step"]
