"""A flood of anonymous drafts: how large the database's files become, and whether a family's draft is still there."""

import datetime
import os
from dataclasses import dataclass
from pathlib import Path

from search.access import ANYONE
from search.filing.draft_room import DraftRoom
from search.filing.drafting import Keeping, read_draft, save_draft
from search.storage.database import Database

_NETWORKS = 50
_A_FAMILYS_BYTES = 8 * 1024


@dataclass(frozen=True, slots=True)
class Flood:
    """`files` in bytes of the folder afterwards; whether the family's draft survived; drafts that are left."""

    posts: int
    files: int
    family_kept: bool


def flood(database: Database, folder: Path, posts: int, size: int, now: datetime.datetime) -> Flood:
    """So many drafts of so many bytes, each of a new visitor, from fifty networks; a family's was there before."""
    family = _save(database, _A_FAMILYS_BYTES, 0, now)
    for post in range(posts):
        _save(database, size, 1 + post % _NETWORKS, now)
    with database.reading() as session:
        kept = read_draft(session, ANYONE, family, now=now) is not None
    return Flood(posts, sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()), kept)


def _save(database: Database, size: int, mark: int, now: datetime.datetime) -> str:
    keeping = Keeping(source_mark=mark, room=DraftRoom())
    with database.transaction() as session:
        return save_draft(session, ANYONE, None, os.urandom(size), now=now, keeping=keeping)
