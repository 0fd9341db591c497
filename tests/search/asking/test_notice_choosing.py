"""The address of a notice is read as it is kept, or not at all."""

import pytest

from search.asking.notice_choosing import address_in
from search.vocabulary import NoticeChannel


@pytest.mark.parametrize(
    ("channel", "typed", "kept"),
    [
        (NoticeChannel.EMAIL, " mother@example.org ", "mother@example.org"),
        (NoticeChannel.EMAIL, "mother@example", ""),
        (NoticeChannel.EMAIL, "a@b.org, c@d.org", ""),
        (NoticeChannel.EMAIL, "a@b.org\nBcc: c@d.org", ""),
        (NoticeChannel.SMS, "+503 7123 4567", "+50371234567"),
        (NoticeChannel.SMS, "7123 4567", ""),
        (NoticeChannel.SMS, "+50371234567 and +50371234568", ""),
    ],
)
def test_an_address_is_read_as_it_is_kept_or_not_at_all(channel: NoticeChannel, typed: str, kept: str) -> None:
    assert address_in(channel, typed) == kept
