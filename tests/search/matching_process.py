"""A worker in a process of its own, to be killed: `python -m tests.search.matching_process URL KEY`.

Says a line after each batch and ends when nothing is left.
"""

import sys

from matching import Engine
from search.proposing.worker import Progress, Worker
from search.storage.database import Database
from search.storage.encryption import Vault
from tests.search.scene import NOW


def main(url: str, key: str) -> None:
    """Match until nothing is left."""
    database = Database.open(url, Vault.from_master_key(bytes.fromhex(key)), Engine.load())
    Worker(database, lambda: NOW).match_all(say)
    database.close()


def say(progress: Progress) -> None:
    """One line for whoever watches."""
    sys.stdout.write(f"{progress.records}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
