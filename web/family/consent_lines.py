"""What a family has said of each receiver, for the pages that show it: what counts, and what was taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.consent_summaries import ConsentSummary
from search.consents import CHOSEN_AS_NETWORK, Receiver
from search.vocabulary import ConsentPurpose, ReceiverKind
from web.labels.consents import receiver_name
from web.locale import language


@dataclass(frozen=True, slots=True)
class Line:
    """One question, and what was said to it last; None where nothing ever was."""

    purpose: ConsentPurpose
    receiver: Receiver
    name: str
    last: ConsentSummary | None

    @property
    def said(self) -> ConsentSummary | None:
        """The answer that counts; None where there is none, or none any more."""
        return self.last if self.last is not None and self.last.withdrawn_at is None else None


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing that can be allowed, with every receiver about whom something was said, those that count first."""

    code: ConsentPurpose
    lines: tuple[Line, ...]

    @property
    def allowed(self) -> int:
        """To how many the family says yes."""
        return sum(1 for line in self.lines if line.said is not None and line.said.allowed)

    @property
    def counting(self) -> tuple[Line, ...]:
        """The answers that count, yes and no."""
        return tuple(line for line in self.lines if line.said is not None)


def purposes(consents: Iterable[ConsentSummary]) -> tuple[Purpose, ...]:
    """Everything that can be allowed, in the order in which every family is asked."""
    last = _last(consents)
    return tuple(Purpose(purpose, _lines(purpose, last)) for purpose in ConsentPurpose)


def line(consents: Iterable[ConsentSummary], purpose: ConsentPurpose, receiver: Receiver) -> Line:
    """One question with what was said to it."""
    return _line(purpose, receiver, _last(consents).get((purpose, receiver)))


def networks(consents: Sequence[ConsentSummary], purpose: ConsentPurpose) -> tuple[Line, ...]:
    """The kinds of organisation that can be allowed as a whole, answered or not."""
    return tuple(
        line(consents, purpose, Receiver(ReceiverKind.NETWORK, network.value)) for network in CHOSEN_AS_NETWORK[purpose]
    )


def _last(consents: Iterable[ConsentSummary]) -> dict[tuple[ConsentPurpose, Receiver], ConsentSummary]:
    """What counts comes last, so that it holds against whatever was taken back."""
    in_order = sorted(consents, key=lambda one: (one.withdrawn_at is None, one.given_at))
    return {(one.purpose, one.receiver): one for one in in_order}


def _lines(purpose: ConsentPurpose, last: dict[tuple[ConsentPurpose, Receiver], ConsentSummary]) -> tuple[Line, ...]:
    found = [_line(purpose, receiver, one) for (asked, receiver), one in last.items() if asked is purpose]
    return tuple(sorted(found, key=lambda one: (one.said is None, one.said is not None and not one.said.allowed)))


def _line(purpose: ConsentPurpose, receiver: Receiver, last: ConsentSummary | None) -> Line:
    return Line(purpose, receiver, receiver_name(language(), receiver, last.organisation if last else ""), last)
