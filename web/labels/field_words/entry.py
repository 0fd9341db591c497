"""What is said of a field, in source words marked for the catalogues."""

from dataclasses import dataclass

Marked = tuple[str, str]
"""A message with its context: the field's path, so that a language can bend the word to what it is said of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """`short` is a noun that heads the field's row in a review, a case and a card.

    `own` is the noun that a family reads, where that of the card speaks of both sides. `question` asks a family, `hint`
    says how to answer; `none` is the answer that there is none of it. Of a list `item` names one element,
    `numbered` one with its number, and `add`, `another` and `remove` are its buttons.
    """

    short: Marked
    question: Marked | None = None
    own: Marked | None = None
    hint: Marked | None = None
    none: Marked | None = None
    item: Marked | None = None
    numbered: Marked | None = None
    add: Marked | None = None
    another: Marked | None = None
    remove: Marked | None = None

    @property
    def asked(self) -> Marked:
        """The question, or the noun where there is none."""
        return self.question or self.short
