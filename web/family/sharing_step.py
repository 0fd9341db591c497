"""Who may see the search, who may tell the person, who may examine: asked of every family while it files.

A page for each of the three lists whom it is about, and leads to a page for each receiver with all that is read before
the answer. Single organisations are answered about on the page of the case (`web.family.consents`); until then nobody
learns anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from i18n.offered_languages import offered
from i18n.translate import gettext_noop as _
from search.commands import ConsentGiven
from search.consents import CHOSEN_AS_NETWORK, CHOSEN_BY_COUNTRY, Receiver, can_be_asked
from search.vocabulary import ConsentAnswer, ConsentPurpose, ReceiverKind
from web.family.case_draft import CaseDraft
from web.family.receiver_countries import countries_named
from web.fields.typed_names import COUNTRIES
from web.labels.consents import TABLES as CONSENTS
from web.labels.consents import ConsentText, consent_text, language_of_text, receiver_name

Sent = Mapping[str, list[str]]
_ANSWER, _TEXT = "answer_", "text_"


@dataclass(frozen=True, slots=True)
class Asked:
    """One receiver of such a page: its kind, code and name, and what was answered."""

    kind: ReceiverKind
    code: str
    name: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialPage:
    """A page with a form and a template of its own, at the end of the others; `title` and `why` are source words."""

    slug: str
    group: str
    purpose: ConsentPurpose
    title: str
    why: str

    def receivers(self, case: CaseDraft) -> tuple[Receiver, ...]:
        """Whom this family is asked about: kinds of organisation, countries that it named or answered about."""
        kind = CHOSEN_BY_COUNTRY[self.purpose]
        networks = [Receiver(ReceiverKind.NETWORK, network.value) for network in CHOSEN_AS_NETWORK[self.purpose]]
        countries = [Receiver(kind, country) for country in countries_named(case.sought, kind)]
        answered = [one.receiver for one in case.consents if self._is_answered_here(one.purpose, one.receiver)]
        return tuple(dict.fromkeys([*networks, *countries, *answered]))

    def _is_answered_here(self, purpose: ConsentPurpose, receiver: Receiver) -> bool:
        return purpose is self.purpose and receiver.kind is not ReceiverKind.ORGANISATION

    def receiver(self, code: str) -> Receiver | None:
        """The receiver of a code that can be asked about; None for any other."""
        by_country = code in COUNTRIES
        found = Receiver(CHOSEN_BY_COUNTRY[self.purpose] if by_country else ReceiverKind.NETWORK, code)
        return found if can_be_asked(self.purpose, found) else None

    def asked(self, tag: str, case: CaseDraft) -> list[Asked]:
        """The receivers of the page with what was answered."""
        return [
            Asked(one.kind, one.code, receiver_name(tag, one), self.answer(case, one)) for one in self.receivers(case)
        ]

    def answer(self, case: CaseDraft, receiver: Receiver) -> str:
        """What was answered about a receiver; empty for nothing."""
        said = {one.receiver: one.allowed for one in case.consents if one.purpose is self.purpose}
        return "" if receiver not in said else (ConsentAnswer.YES if said[receiver] else ConsentAnswer.NO).value

    def text(self, tag: str, receiver: Receiver) -> ConsentText:
        """All that is read about a receiver before an answer."""
        return consent_text(tag, self.purpose, receiver)

    def sent(self, form: "MultiDict[str, str]") -> dict[str, list[str]]:
        """What a request says of the page's fields."""
        names = {f"{part}{one.code}" for one in self._sent_receivers(form) for part in (_ANSWER, _TEXT)}
        return {name: form.getlist(name) for name in form if name in names}

    def read(self, case: CaseDraft, sent: Sent) -> CaseDraft:
        """The case with what was sent."""
        given = [self._given(receiver, sent) for receiver in self._sent_receivers(sent)]
        others = tuple(one for one in case.consents if one.purpose is not self.purpose)
        return replace(case, consents=(*others, *(one for one in given if one is not None)))

    def _sent_receivers(self, sent: Mapping[str, object]) -> list[Receiver]:
        """Those about whom something was sent and who can be asked about, in an order of their own."""
        codes = sorted(name.removeprefix(_ANSWER) for name in sent if name.startswith(_ANSWER))
        return [one for code in codes if (one := self.receiver(code)) is not None]

    def _given(self, receiver: Receiver, sent: Sent) -> ConsentGiven | None:
        """An answer counts with the text that was read; where its words have changed since, it is asked again."""
        answer = _first(sent, f"{_ANSWER}{receiver.code}")
        digest = _digest(_first(sent, f"{_TEXT}{receiver.code}"))
        tag = language_of_text(digest, [row.tag for row in offered()], self.purpose, receiver)
        if not tag or answer not in set(ConsentAnswer):
            return None
        return ConsentGiven(
            purpose=self.purpose,
            receiver=receiver,
            allowed=answer == ConsentAnswer.YES,
            text_digest=digest,
            language=tag,
        )


def without(sent: Sent, code: str) -> dict[str, list[str]]:
    """What was sent, without what was said of one receiver."""
    return {name: list(values) for name, values in sent.items() if name not in (f"{_ANSWER}{code}", f"{_TEXT}{code}")}


def _first(sent: Sent, name: str) -> str:
    return next(iter(sent.get(name, ())), "")


def _digest(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        return b""


SHARING = SpecialPage(
    slug="sharing",
    group="sharing",
    purpose=ConsentPurpose.SHARING,
    title=_("Who may see this search?"),
    why=_(
        "Your search is compared inside this service in any case. Outside it, nobody sees it unless you say yes here. "
        "You can change an answer or take it back whenever you want. It counts at once."
    ),
)
NAMING = SpecialPage(
    slug="naming",
    group="sharing",
    purpose=ConsentPurpose.NAMING,
    title=_("Who may let the person know that you are looking for them?"),
    why=CONSENTS["consent_reason"][ConsentPurpose.NAMING],
)
FORENSIC = SpecialPage(
    slug="forensic",
    group="sharing",
    purpose=ConsentPurpose.FORENSIC,
    title=_("May your search be given to a forensic service?"),
    why=CONSENTS["consent_reason"][ConsentPurpose.FORENSIC],
)
SPECIAL_PAGES = {page.slug: page for page in (SHARING, NAMING, FORENSIC)}
