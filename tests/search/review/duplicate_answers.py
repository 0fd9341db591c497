"""How a reviewer of the tests answers whether two records of one side are of one person."""

import uuid

from search.commands import JudgeDuplicate, TakeBackDuplicateJudgement
from search.models import DuplicateProposal
from search.review.judging_duplicates import judge_duplicate, take_back_duplicate_judgement
from search.vocabulary import JudgementKind
from tests.search.scene import NOW, Scene


def revision(scene: Scene, duplicate: uuid.UUID) -> int:
    with scene.database.reading() as session:
        return session.get_one(DuplicateProposal, duplicate).revision


def judge(scene: Scene, duplicate: uuid.UUID, kind: JudgementKind, reader: int = 0, seen: int | None = None) -> str:
    command = JudgeDuplicate(
        duplicate_id=duplicate, seen_revision=revision(scene, duplicate) if seen is None else seen, kind=kind
    )
    with scene.database.transaction() as session:
        return judge_duplicate(session, scene.reviewers[reader], command, now=NOW).value


def take_back(scene: Scene, duplicate: uuid.UUID, judgement: uuid.UUID, reader: int = 0) -> str:
    command = TakeBackDuplicateJudgement(judgement_id=judgement, seen_revision=revision(scene, duplicate))
    with scene.database.transaction() as session:
        return take_back_duplicate_judgement(session, scene.reviewers[reader], command, now=NOW).value
