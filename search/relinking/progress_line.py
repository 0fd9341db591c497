"""One line on how far a long run is: often on a terminal, now and then in a log."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

_ON_TERMINAL_SECONDS, _IN_LOG_SECONDS = 0.5, 10.0


class Progress:
    """Says how many pairs were weighed, how fast, and how much time is left."""

    def __init__(
        self, steps: int, done: int, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._steps, self._done, self._before = steps, done, done
        self._pairs = 0
        self._out, self._clock = out or sys.stderr, clock
        self._on_terminal = self._out.isatty()
        self._every = _ON_TERMINAL_SECONDS if self._on_terminal else _IN_LOG_SECONDS
        self._started = self._said = clock()

    def add(self, pairs: int) -> None:
        """So many more pairs."""
        self._pairs += pairs
        self._say()

    def step(self) -> None:
        """One partition more is done."""
        self._done += 1
        self._say(now=self._done == self._steps)

    def _say(self, *, now: bool = False) -> None:
        moment = self._clock()
        if not now and moment - self._said < self._every:
            return
        self._said = moment
        seconds = max(moment - self._started, 1e-9)
        fresh = self._done - self._before
        left = f", {seconds / fresh * (self._steps - self._done) / 60:.0f} min left" if fresh else ""
        line = (
            f"{self._done} of {self._steps} partitions, {self._pairs} pairs, {self._pairs / seconds:.0f} a second{left}"
        )
        last = self._done == self._steps
        self._out.write(f"\r{line}\033[K{chr(10) if last else ''}" if self._on_terminal else f"{line}\n")
        self._out.flush()
