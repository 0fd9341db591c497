"""Words for searches that are not filed yet, hashed before anybody waits for them.

Hashing is most of what filing costs, and does not depend on who files. So each process keeps a few secrets ready, in
its memory alone, where the keys are; what nobody took ends with the process. Where none is ready one is made at once,
and a copy of a process, which has the same in its memory, gives none of them.
"""

import os
import sys
import threading
from collections import deque

from i18n.passphrases import WORDLISTS
from search.accounts.new_family_words import PreparedWords, prepare_words, words_language

# Of a list of words that families of this process take: as many as are filed in one breath. Of every other one a few:
# making all of all lists ready would keep a new process busy for longer than most of them are asked for.
_READY = 12
_READY_AT_FIRST = 2
_NICE = 5


class WordsAhead:
    """For one process; threads share it."""

    def __init__(self, ready: int = _READY) -> None:
        self._most = ready
        self._room = dict.fromkeys(WORDLISTS, min(ready, _READY_AT_FIRST))
        self._ready: dict[str, deque[PreparedWords]] = {tag: deque() for tag in WORDLISTS}
        self._taken = threading.Event()
        self._process = os.getpid()

    def take(self, language: str) -> PreparedWords:
        """New words for a case in this language, which nobody else gets."""
        tag = words_language(language)
        if os.getpid() != self._process:
            return prepare_words(tag)
        self._room[tag] = self._most
        try:
            taken = self._ready[tag].popleft()
        except IndexError:
            return prepare_words(tag)
        self._taken.set()
        return taken

    def ready(self, tag: str) -> int:
        """How many of a list wait now."""
        return len(self._ready[tag])

    def fill(self) -> None:
        """Make as many ready as there is room for, one of each list after the other."""
        for _ in range(self._most):
            for tag, ready in self._ready.items():
                if len(ready) < self._room[tag]:
                    ready.append(prepare_words(tag))

    def keep_filled(self) -> None:
        """Fill whenever some were taken, for as long as the process lives; whoever waits for a page goes before."""
        if sys.platform == "linux":
            # There a priority is a thread's own.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
        while True:
            self._taken.clear()
            self.fill()
            self._taken.wait()
