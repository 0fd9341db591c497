"""Single words for kinds of place, life and death, a body's condition, yes and no, and stable traits."""

from functools import lru_cache

from matching.record import Remains, Trait
from search.values import lexicon
from search.values.blanks import is_blank
from search.values.folding import fold
from search.vocabulary import ReportKind

_KINDS = tuple(kind.value for kind in ReportKind)
_REMAINS = ("skeletal", "partial", "decomposed", "fresh")


@lru_cache(maxsize=64)
def _words(name: str, code: str) -> frozenset[str]:
    return frozenset(fold(w) for c, _, words in lexicon.rows(name) if c == code for w in words) - {""}


def _first(text: str, name: str, codes: tuple[str, ...], *, inside: bool = True) -> str:
    """The code whose whole phrase the text is; else, where allowed, whose phrase stands in it (the longest one)."""
    folded = fold(text)
    for code in codes:
        if folded in _words(name, code):
            return code
    if not inside or not folded:
        return ""
    padded = f" {folded} "
    found = [(len(w), -codes.index(c), c) for c in codes for w in _words(name, c) if len(w) > 2 and f" {w} " in padded]
    return max(found)[2] if found else ""


@lru_cache(maxsize=8192)
def report_kind(text: str) -> ReportKind | None:
    """Return the kind of place that words name: a column's value, a title, a file's name; None where they name none."""
    code = _first(text, "kinds", _KINDS)
    return ReportKind(code) if code else None


@lru_cache(maxsize=8192)
def is_dead(text: str) -> bool | None:
    """Return whether the words say dead (True) or alive (False); None where they say neither."""
    code = _first(text, "kinds", ("dead", "alive"))
    return code == "dead" if code else None


@lru_cache(maxsize=8192)
def remains_condition(text: str) -> Remains | None:
    """Return the condition of a body; None for a blank, `UNKNOWN` for words that are not in the lexicon."""
    if is_blank(text):
        return None
    code = _first(text, "kinds", _REMAINS)
    if not code:
        stems = [(c, w) for c in _REMAINS for w in _words("kinds", c) if len(w) > 6 and w[:7] in fold(text)]
        code = stems[0][0] if stems else ""
    return Remains(code) if code else Remains.UNKNOWN


@lru_cache(maxsize=4096)
def yes_or_no(text: str) -> bool | None:
    """Return True or False for a yes or no in any language; None for everything else."""
    code = _first(text, "kinds", ("yes", "no"), inside=False)
    if not code and fold(text):
        code = _first(fold(text).split()[0], "kinds", ("yes", "no"), inside=False)
    return code == "yes" if code else None


@lru_cache(maxsize=8192)
def traits(feature: str, text: str) -> tuple[Trait, ...]:
    """Return the traits that words describe for `hair` (colour and form), `eyes`, `build`, `skin` or `facial_hair`."""
    features = ("hair_colour", "hair_form") if feature == "hair" else (feature,)
    found = []
    for name in features:
        codes = tuple(code for code, _, _ in lexicon.rows("traits") if code.startswith(f"{name}:"))
        if code := _first(text, "traits", codes):
            found.append(Trait(name, code.partition(":")[2]))
    return tuple(found)
