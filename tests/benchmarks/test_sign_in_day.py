"""A simulated day counts guesses and tries, lets the right secret in, and never the wrong one."""

from benchmarks.sign_in_day import Portal, spend_day
from search.accounts.hashing_queue import HashingQueue
from search.accounts.sessions import FAMILY
from search.accounts.waiting_tickets import Attempt
from tests.search.scene import NOW, Scene, sought


def test_every_try_comes_in_beside_a_guess_at_the_same_moment(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    right = Attempt(portal=FAMILY, name=case.reference, secret=" ".join(case.passphrase))
    wrong = Attempt(portal=FAMILY, name=case.reference, secret="a b c d e")
    portal = Portal(scene.database, HashingQueue())
    day = spend_day(portal, right, wrong, begin=NOW, hours=1 / 60, tries=3)
    assert (day.guesses, day.tries, len(day.waited)) == (6, 3, 3)
    assert max(day.waited) <= 5
    assert portal.comes(wrong, "another", NOW) is None
