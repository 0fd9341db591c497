"""Whoever runs the installation sees what committees have read aloud, and what is still to be read."""

import os

import pytest
from sqlalchemy import update

from search.models import Recording
from search.settings import Settings
from search.storage.database import Database
from tests.fixtures.recordings import SOUND, records
from tests.search.cli.command_line import on_sqlite, typed
from web.context import open_context
from web.spoken_sentences import all_spoken


@on_sqlite
@pytest.mark.usefixtures("staffed")
def test_what_is_recorded_out_of_date_and_missing_is_said_for_each_language(registry: Database) -> None:
    first, second, *others = all_spoken()
    context = open_context(Settings.load(os.environ))
    records(context, "ti", first, second)
    context.database.close()
    with registry.engine.begin() as connection:
        connection.execute(update(Recording).where(Recording.sentence == second).values(words_digest=b"others"))
    lines = dict(line.split("  ") for line in typed("recordings", "list").stdout.splitlines())
    size = 2 * len(SOUND.content)
    count = len(others) + 2
    assert lines["ti"] == f"1 of {count} recorded, 1 out of date, {len(others)} missing, {size:,} bytes"
    assert lines["ur"] == f"0 of {count} recorded, 0 out of date, {count} missing, 0 bytes"
