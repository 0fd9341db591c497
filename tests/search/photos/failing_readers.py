"""Readers of pictures that fail in every way but the expected one, and one that reads many; run in the child."""

import os

import msgspec

from search.photos.picture_answer import PictureAnswer
from search.photos.picture_decoding import picture_answer, prepare

__all__ = ["babble", "crash", "many_answers", "prepare", "spin"]


def crash(_content: bytes) -> bytes:
    os.abort()


def babble(_content: bytes) -> bytes:
    return b"nonsense"


def spin(_content: bytes) -> bytes:
    while True:
        pass


def many_answers(contents: bytes) -> bytes:
    """A packed list of files to a packed list of codes; empty where a picture came out."""
    answers = (picture_answer(content) for content in msgspec.msgpack.decode(contents, type=list[bytes]))
    return msgspec.msgpack.encode([msgspec.msgpack.decode(one, type=PictureAnswer).code for one in answers])
