"""Which channels an installation has: those that are set up, in the demonstration a file."""

from pathlib import Path

import pytest

from search.asking.adapters.choice import adapters_of, channels_of
from search.asking.adapters.file import NoticeFile
from search.asking.adapters.http_gateway import Gateway
from search.asking.adapters.smtp import MailServer
from search.errors import Refused
from search.settings import Settings
from search.vocabulary import NoticeChannel


def test_without_settings_nobody_is_offered_a_notice() -> None:
    assert adapters_of(Settings.load({})) == {}
    assert channels_of(Settings.load({})) == ()


def test_a_demonstration_writes_into_a_file() -> None:
    adapters = adapters_of(Settings.load({"OVILLO_DEMONSTRATION": "yes"}))
    assert all(isinstance(one, NoticeFile) for one in adapters.values())
    assert list(adapters) == list(NoticeChannel)


def test_servers_are_taken_with_their_secrets_from_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret\n")
    given = {
        "OVILLO_NOTICES_EMAIL": "smtps://office@mail.example.org",
        "OVILLO_NOTICES_FROM": "office@example.org",
        "OVILLO_NOTICES_EMAIL_PASSWORD": str(tmp_path / "secret"),
        "OVILLO_NOTICES_SMS": "https://gateway.example.org/send",
        "OVILLO_NOTICES_SMS_TOKEN": str(tmp_path / "secret"),
    }
    adapters = adapters_of(Settings.load(given))
    assert adapters == {
        NoticeChannel.EMAIL: MailServer("smtps://office@mail.example.org", "office@example.org", "s3cret"),
        NoticeChannel.SMS: Gateway("https://gateway.example.org/send", "s3cret"),
    }


@pytest.mark.parametrize(
    "given",
    [
        {"OVILLO_NOTICES_EMAIL": "http://mail.example.org"},
        {"OVILLO_NOTICES_SMS": "http://gateway.example.org"},
        {"OVILLO_NOTICES_EMAIL": "smtps://mail.example.org"},
    ],
    ids=["no mail server", "not encrypted", "no sender"],
)
def test_what_cannot_be_right_stops_the_start(given: dict[str, str]) -> None:
    with pytest.raises(Refused, match="setting_unreadable"):
        adapters_of(Settings.load(given))
