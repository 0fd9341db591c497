"""Notices written into a file, one JSON object a line, where nothing may leave the machine: the demonstration."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from search.asking.adapters.adapter import Message


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A file that its owner alone can read; `channel` says by which way the message would have gone."""

    path: Path
    channel: str

    def send(self, message: Message) -> None:
        """Append one line."""
        line = {"channel": self.channel, "to": message.address, "subject": message.subject, "text": message.text}
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
