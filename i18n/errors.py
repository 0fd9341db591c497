"""What can go wrong in `i18n`.

I18nError
├── UnknownLocale        a tag that is not in the table of locales
├── MissingTranslation   a message without words in an offered language
├── NotALiteral          a message in the sources that cannot be extracted
└── UnknownCode          a precision or a calendar that has no words
"""

import hashlib


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
