"""The form in which a family gives its reference with its five words, one in each box, or with its sixteen digits.

Five words that are pasted into the first box are read as they stand there.
"""

from typing import Any

from wtforms import Form

from i18n.translate import gettext_noop as _
from search.accounts.family_secret import boxes_of, digits_slipped
from web.forms import code_line, line

# One sentence for a wrong reference, wrong words and a reference that never was.
DO_NOT_FIT = _(
    "The reference and the words or digits do not fit together. Please look at each letter and word again. "
    "Take your time."
)
# Of a search that is open already, whose words are asked for once more.
NOT_THESE_WORDS = _("These words do not open this search. Please look at each word again, and take your time.")
# Said at once, of a number that is nobody's: it can say nothing of anybody.
DIGITS_SLIPPED = _("One of the digits is wrong or missing, or there is one too many. Please look at each digit again.")

_BOXES = ("words", "word_2", "word_3", "word_4", "word_5")
_WORD = _("Word")


class SecretForm(Form):
    """What a family wrote down when it began its search. The first box is `words`: it takes all five as well."""

    reference = code_line(_("Your reference"), _("Capital or small letters, with or without the dashes."))
    words = line(_WORD)
    word_2 = line(_WORD)
    word_3 = line(_WORD)
    word_4 = line(_WORD)
    word_5 = line(_WORD)
    digits = code_line(_("Your sixteen digits"))

    @property
    def boxes(self) -> list[Any]:
        """The fields of the five words, in order."""
        return [self[name] for name in _BOXES]

    @property
    def secret(self) -> str:
        """What was typed, in words where there are any, else in digits."""
        told = " ".join(box.data for box in self.boxes if box.data)
        return told or self.digits.data or ""

    @property
    def slipped(self) -> bool:
        """Whether what was typed are digits that are no secret at all, of any case or none."""
        return digits_slipped(self.secret)


def typed_before(reference: str, secret: str) -> dict[str, str]:
    """What was typed, as the fields of the form take it: after somebody waited for a turn."""
    if secret and not any(letter.isalpha() for letter in secret):
        return {"reference": reference, "digits": secret}
    return {"reference": reference, **dict(zip(_BOXES, boxes_of(secret), strict=True))}
