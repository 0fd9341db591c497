"""Few photos are in hand at once, and one of each sender."""

import uuid

import pytest

from search.errors import Busy
from web.photos_in_hand import AT_ONCE, PhotosInHand

SENDERS = [uuid.UUID(int=number) for number in range(AT_ONCE + 1)]


def test_a_sender_has_one_in_hand_and_others_have_theirs() -> None:
    hand = PhotosInHand()
    with hand.one(SENDERS[0]):
        with pytest.raises(Busy), hand.one(SENDERS[0]):
            pass
        with hand.one(SENDERS[1]):
            pass
    with hand.one(SENDERS[0]):
        pass


def test_no_more_are_in_hand_than_leave_threads_for_pages() -> None:
    hand = PhotosInHand(at_once=1)
    with hand.one(SENDERS[0]), pytest.raises(Busy), hand.one(SENDERS[1]):
        pass


def test_a_photo_that_cannot_be_read_leaves_its_place() -> None:
    hand = PhotosInHand(at_once=1)
    with pytest.raises(ValueError, match="unreadable"), hand.one(SENDERS[0]):
        raise ValueError("unreadable")
    with hand.one(SENDERS[1]):
        pass
