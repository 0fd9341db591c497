"""Which task comes with a slot: in turn, of those that are not done, by what the family itself knows of its search."""

from search.casework.readiness import Readiness
from search.vocabulary import SlotTask


def next_task(ready: Readiness, slots_before: int) -> SlotTask:
    """The task of a search that had so many slots before."""
    done = {
        SlotTask.TALK: ready.talk,
        SlotTask.CONTROL_FACT: ready.control_fact,
        SlotTask.NAMING_CONSENT: ready.naming,
        SlotTask.FORENSIC_CONSENT: ready.forensic,
    }
    left = [task for task in SlotTask if not done.get(task, False)]
    return left[slots_before % len(left)]
