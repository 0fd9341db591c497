"""Coordinators of two invented committees, and a case that goes from one to the other."""

import datetime
import hashlib
from dataclasses import replace

from search.access import Actor
from search.committee_commands import MoveCase
from search.committees.case_moving import move_case
from search.summaries import CaseFiled
from search.vocabulary import StaffRole
from tests.search.scene import NOW, Scene

TODAY = NOW.date()
DIGEST = hashlib.sha256(b"what was read").digest()


def coordinating(actor: Actor) -> Actor:
    """The same person, who coordinates too."""
    return replace(actor, roles=actor.roles | {StaffRole.COORDINATOR})


def moved(scene: Scene, case: CaseFiled, by: Actor | None = None, day: datetime.date = TODAY) -> None:
    """The case is handed over to the other committee."""
    to = scene.stranger.organisation_id
    assert to is not None
    command = MoveCase(case_id=case.case_id, committee_id=to, text_digest=DIGEST, language="ar", agreed_on=day)
    with scene.database.transaction() as session:
        move_case(session, by or coordinating(scene.reviewers[0]), command, now=NOW)
