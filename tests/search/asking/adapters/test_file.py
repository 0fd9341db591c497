"""Notices in a file: one line each, for its owner alone."""

import json
from pathlib import Path

from search.asking.adapters.adapter import Message
from search.asking.adapters.file import NoticeFile


def test_each_notice_is_a_line_that_only_its_owner_can_read(tmp_path: Path) -> None:
    file = NoticeFile(tmp_path / "var" / "notices.jsonl", "sms")
    for number in range(2):
        file.send(Message(f"+5037123456{number}", "شيء للقراءة", "في صفحتكم شيء للقراءة."))
    lines = [json.loads(line) for line in file.path.read_text(encoding="utf-8").splitlines()]
    assert [line["to"] for line in lines] == ["+50371234560", "+50371234561"]
    assert {line["channel"] for line in lines} == {"sms"}
    assert file.path.stat().st_mode & 0o077 == 0
