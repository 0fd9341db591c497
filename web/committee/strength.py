"""How strong a proposal is, in words: bits, a frequency that can be pictured, competitors, and what would settle it."""

import datetime

from i18n.formats import duration, number
from matching.evidence import Evidence, Outcome
from search.summaries import ProposalCard
from search.vocabulary import LIVING_KINDS
from web.labels.evidence import TABLES
from web.locale import gettext, language, ngettext
from web.values_in_words import listed

_RAREST = 1_000_000
_MOST_QUESTIONS = 3
# The scale on which a probability of one half or more is told, and up to which probability.
_SCALES = ((0.95, 10), (0.995, 100), (0.9995, 1000))


def bits(weight: float) -> str:
    """A match weight in bits as the reader writes numbers."""
    return gettext("%(bits)s bits", bits=number(language(), weight, 1))


def days(count: int) -> str:
    """How long a search has been open."""
    return duration(language(), datetime.timedelta(days=count))


def signed_bits(weight: float) -> str:
    """A weight with its sign, for a line of a sum."""
    shown = number(language(), abs(weight), 1)
    return f"+{shown}" if weight > 0 else f"−{shown}" if weight < 0 else shown


def frequency(probability: float) -> str:
    """A probability as people count: "about 1 in 40 such pairs is the same person"."""
    if probability < 1 / _RAREST:
        return gettext("fewer than 1 in %(many)s such pairs is the same person", many=number(language(), _RAREST))
    if probability >= _SCALES[-1][0]:
        few, many = number(language(), 999), number(language(), 1000)
        return gettext("more than %(few)s in %(many)s such pairs are the same person", few=few, many=many)
    shown, of = _few_in_many(probability)
    return ngettext(
        "about %(count)s in %(many)s such pairs is the same person",
        "about %(count)s in %(many)s such pairs are the same person",
        shown,
        count=number(language(), shown),
        many=number(language(), of),
    )


def competition(count: int) -> str:
    """How many other reports are about as likely for the same search."""
    if count == 0:
        return gettext("No other report is likely for this search.")
    return ngettext(
        "%(count)s other report is likely for this search too.",
        "%(count)s other reports are likely for this search too.",
        count,
        count=number(language(), count),
    )


def settling(card: ProposalCard) -> str:
    """What would settle it: for a body a primary identifier, for the living the strongest thing not yet known."""
    asked = listed(_unknown(card.evidence), "settling")
    if card.report_kind not in LIVING_KINDS:
        return gettext(
            "Only DNA, fingerprints or teeth can settle it. Names and belongings alone never identify a body."
        )
    if not asked:
        return gettext("Only the person or the family can settle it: a question that nobody else can answer.")
    return gettext("It would help most to learn, from the side that has not said it: %(what)s.", what=asked)


def _unknown(evidence: tuple[Evidence, ...]) -> list[str]:
    """The strongest kinds of evidence on which one side is silent."""
    known = {one.comparison for one in evidence if one.outcome is not Outcome.BLANK}
    return [code for code in TABLES["settling"] if code not in known][:_MOST_QUESTIONS]


def _few_in_many(probability: float) -> tuple[int, int]:
    """Two whole numbers whose ratio is near the probability; 1 in n, n to two digits, for what is unlikely."""
    if probability < 0.5:
        many = round(1 / probability)
        step = 10 ** max(0, len(str(many)) - 2)
        return 1, round(many / step) * step
    scale = next(scale for below, scale in _SCALES if probability < below)
    return round(probability * scale), scale
