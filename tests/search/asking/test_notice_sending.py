"""Notices: to all who chose them, on the common days, in their hours; tried again when they fail."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from search.asking.adapters.adapter import Message, NotSent
from search.asking.adapters.file import NoticeFile
from search.asking.due_work import DueWork
from search.asking.notice_choosing import choose_notices, chosen_notices, end_notices
from search.asking.notice_texts import SUBJECT, TEXT
from search.asking_commands import ChooseNotices
from search.errors import NotFound, Refused
from search.models import DueNotice
from search.summaries import CaseFiled
from search.vocabulary import NoticeChannel, NoticeHours
from tests.search.asking.conftest import FIRST, moment
from tests.search.scene import NOW, Scene, family_of, sought

ADDRESS = "mother@example.org"
Draw = Callable[..., int]


class Failing:
    """A server that fails so many times, then takes what it is given."""

    def __init__(self, times: int = 0) -> None:
        self.left, self.taken = times, list[Message]()

    def send(self, message: Message) -> None:
        if self.left:
            self.left -= 1
            raise NotSent("server_failed")
        self.taken.append(message)


def choose(
    scene: Scene,
    case: CaseFiled,
    hours: NoticeHours = NoticeHours.ANY,
    utc_hours: int = 0,
    address: str = ADDRESS,
    channel: NoticeChannel = NoticeChannel.EMAIL,
) -> None:
    command = ChooseNotices(
        case_id=case.case_id,
        channel=channel,
        address=address,
        hours=hours,
        utc_hours=utc_hours,
        text_digest=bytes(32),
        language="es",
    )
    with scene.database.transaction() as session:
        choose_notices(session, family_of(case), command, now=NOW)


def work(scene: Scene, adapter: Failing | NoticeFile, now: datetime.datetime) -> None:
    """All that a worker does at one moment."""
    DueWork(scene.database, lambda: now, {NoticeChannel.EMAIL: adapter}).all_due()


@pytest.fixture
def case(scene: Scene, draw: Draw) -> CaseFiled:
    """A search that has a slot, as all have."""
    filed = scene.file(sought("Tesfalem"))
    draw()
    return filed


def test_a_notice_says_the_same_to_all_without_a_name_a_link_or_a_reference(
    scene: Scene, case: CaseFiled, tmp_path: Path
) -> None:
    choose(scene, case)
    scene.propose()
    file = NoticeFile(tmp_path / "var" / "notices.jsonl", "email")
    for hours in (1, 6, 7):
        work(scene, file, moment(hours=hours))
    (line,) = (json.loads(one) for one in file.path.read_text(encoding="utf-8").splitlines())
    assert line["to"] == ADDRESS
    assert "%" not in TEXT + SUBJECT
    assert "http" not in line["text"]
    assert case.reference not in str(line)
    assert file.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("hours", "utc_hours", "first"),
    [
        (NoticeHours.ANY, 0, 9),
        (NoticeHours.MORNING, -6, 15),
        (NoticeHours.EVENING, 3, 14),
        (NoticeHours.AFTERNOON, -6, 18),
    ],
)
def test_a_notice_waits_for_the_hours_of_the_family_s_own_clock(
    scene: Scene, case: CaseFiled, hours: NoticeHours, utc_hours: int, first: int
) -> None:
    choose(scene, case, hours, utc_hours)
    server = Failing()
    for hour in range(first):
        work(scene, server, moment(hours=hour - 6))
    assert server.taken == []
    work(scene, server, moment(hours=first - 6))
    assert len(server.taken) == 1


def test_a_notice_that_fails_is_tried_again_ever_less_often_and_sent_once(scene: Scene, case: CaseFiled) -> None:
    choose(scene, case)
    server = Failing(3)
    for minute in range(120):
        work(scene, server, moment(hours=4) + datetime.timedelta(minutes=minute))
    with scene.database.reading() as session:
        due = session.scalars(select(DueNotice)).one()
    assert (len(server.taken), due.tries, due.fault) == (1, 4, None)


def test_a_worker_that_is_killed_while_it_sends_loses_no_notice(scene: Scene, case: CaseFiled) -> None:
    choose(scene, case)

    class Killed(Failing):
        def send(self, _message: Message) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work(scene, Killed(), moment())
    server = Failing()
    work(scene, server, moment() + datetime.timedelta(minutes=2))
    assert len(server.taken) == 1


def test_what_was_taken_back_is_sent_no_more_and_a_new_choice_counts_alone(scene: Scene, case: CaseFiled) -> None:
    choose(scene, case)
    choose(scene, case, address="sister@example.org")
    server = Failing()
    work(scene, server, moment())
    assert [one.address for one in server.taken] == ["sister@example.org"]
    with scene.database.transaction() as session:
        end_notices(session, family_of(case), case.case_id, now=moment())
        assert chosen_notices(session, family_of(case), case.case_id) is None
    work(scene, server, moment(FIRST + 1))
    assert len(server.taken) == 1


def test_a_channel_that_is_not_set_up_keeps_nothing_from_the_others(scene: Scene, case: CaseFiled) -> None:
    choose(scene, case, address="+503 7123 4567", channel=NoticeChannel.SMS)
    server = Failing()
    work(scene, server, moment())
    assert server.taken == []
    with scene.database.reading() as session:
        chosen = chosen_notices(session, family_of(case), case.case_id)
    assert chosen is not None
    assert chosen.address == "+50371234567"


def test_nobody_chooses_for_another_family_or_without_an_address(scene: Scene, case: CaseFiled) -> None:
    with pytest.raises(Refused, match="notice_unreadable"):
        choose(scene, case, address="nowhere")
    other = scene.file(sought("Somebody Else", 3))
    with scene.database.reading() as session, pytest.raises(NotFound):
        chosen_notices(session, family_of(other), case.case_id)
