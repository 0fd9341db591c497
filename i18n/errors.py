"""What can go wrong in `i18n`.

I18nError
├── UnknownLocale        a tag that is not in the table of locales
├── MissingTranslation   a message without words in an offered language
├── LanguageIncomplete   a promised language that lacks words
├── LanguageNotOffered   a language that was asked for and is not complete, or not there
├── NotALiteral          a message in the sources that cannot be extracted
└── UnknownCode          a precision or a calendar that has no words
"""

import hashlib
from collections.abc import Sequence


class I18nError(Exception):
    """Every error of this package; its text is a code and ids."""


class UnknownLocale(I18nError):
    def __init__(self, tag: str) -> None:
        super().__init__(f"unknown_locale:{_digest(tag)}")
        self.tag = tag


class MissingTranslation(I18nError):
    """The catalogue of `tag` lacks a message, told by its digest only: a caller may have passed a person's words."""

    def __init__(self, tag: str, *words: object) -> None:
        super().__init__(f"missing_translation:{tag}:{_digest(repr(words))}")
        self.tag = tag


class LanguageIncomplete(I18nError):
    """A catalogue of a promised language lacks messages; `missing` says how many."""

    def __init__(self, tag: str, missing: int, catalogue: str) -> None:
        super().__init__(f"language_incomplete:{tag}:{catalogue}:{missing}")
        self.tag = tag
        self.missing = missing
        self.catalogue = catalogue


class LanguageNotOffered(I18nError):
    """A language that nobody can be shown; `offered` are the tags of those that can."""

    def __init__(self, offered: Sequence[str] = ()) -> None:
        super().__init__(f"language_not_offered:offered={','.join(offered)}")
        self.offered = tuple(offered)


class NotALiteral(I18nError):
    def __init__(self, path: str, line: int) -> None:
        super().__init__(f"message_not_a_literal:{path}:{line}")
        self.path = path
        self.line = line


class UnknownCode(I18nError):
    def __init__(self, code: str) -> None:
        super().__init__(f"unknown_code:{code}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
