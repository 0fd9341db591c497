"""Processes of our own for a machine's cores: forked before anything is open, and never left behind."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import parent_process


def forked_pool(processes: int, start: Callable[..., None], arguments: Sequence[object]) -> ProcessPoolExecutor:
    """So many processes, running when this returns; each has called `start` with the arguments.

    Whoever calls this may open databases and start threads afterwards only: what is open at a fork is shared.
    """
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(start, tuple(arguments)))
    # All of them are forked at the first task.
    pool.submit(os.getpid).result()
    return pool


def _begin(start: Callable[..., None], arguments: tuple[object, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    start(*arguments)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for its next task for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
