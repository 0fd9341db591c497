"""What clerks write beside a name: an age, a telephone, the number of a paper, what became of somebody."""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.country_names import is_only_countries
from search.values.folding import fold
from search.values.no_names import is_no_name

_AGE_BEHIND = re.compile(r"(?<=[^\W\d])\s*,\s*\d{1,3}\s*$")
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
# A remark may stand behind another: `Luis Mora, 23 años - localizado`.
_ROUNDS = 3


def without_remarks(text: str) -> str:
    """The cell with nothing left but names; as it was where it holds no remark."""
    rest = _number().sub(" ", text)
    for _ in range(_ROUNDS):
        shorter = _AGE_BEHIND.sub("", _age().sub(" ", rest))
        shorter = _BRACKETED.sub(
            lambda found: " " if is_remark(found[1]) else found[0], _status_behind().sub("", shorter)
        )
        if shorter == rest:
            break
        rest = shorter
    return text if rest == text else _EMPTY_BRACKETS.sub(" ", rest).strip(" ,;-–—/")


def is_remark(text: str) -> bool:
    """Whether words in brackets say something of the person and are no name: `fallecido`, `menor`, `venezolano`."""
    is_nation = len(text.split()) == 1 and is_only_countries(text)
    folded = fold(text).split()
    dated = len(folded) > 1 and any(word.isdigit() for word in folded)
    if dated and folded[0] in lexicon.words("name_status", "status"):
        return True
    return is_nation or fold(text) in lexicon.words("name_status", "status") or is_no_name(text)


def _but_remarks(bracket: re.Match[str]) -> str:
    return " " if is_remark(bracket[1]) else bracket[0]


@lru_cache(maxsize=1)
def _status_behind() -> re.Pattern[str]:
    status = lexicon.words_pattern("name_status", "status")
    return re.compile(rf"(?:\s+[-–—/]\s*|\s*[,;:]\s+)(?:{status})\.?\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _age() -> re.Pattern[str]:
    units = "|".join(word for code, _, words in lexicon.rows("name_status") if code == "age_unit" for word in words)
    age = rf"(?:(?:edad|de|aged?|âge|età|idade|alter|عمره|عمرها)[:\s]+)?\d{{1,3}}\s*(?:{units})\b\.?"
    return re.compile(rf"\(\s*{age}\s*\)|[,;\s]+{age}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """A telephone or the number of a paper, with the word before it."""
    labels = lexicon.words_pattern("name_status", "paper", "phone")
    number = r"(?:[A-Z]{1,3}-?)?\+?\(?\d[\d\s().-]{4,18}\d(?:-[\dkK])?"
    return re.compile(rf"[\s,;(]+(?:(?:{labels})\s*[:.#]?\s*)?{number}(?!\w)\s*\)?", re.IGNORECASE)
