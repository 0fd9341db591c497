"""Tasks come in turn, by what the family itself has done."""

from search.asking.slot_tasks import next_task
from search.casework.readiness import Readiness
from search.vocabulary import SlotTask


def test_each_task_comes_in_turn() -> None:
    assert [next_task(Readiness(), slot) for slot in range(6)] == list(SlotTask)


def test_what_is_done_comes_no_more_and_giving_a_sample_is_offered_to_all() -> None:
    done = Readiness(talk=True, control_fact=True, naming=True, forensic=True)
    assert [next_task(done, slot) for slot in range(4)] == [SlotTask.SAMPLE, SlotTask.READ_OVER] * 2
