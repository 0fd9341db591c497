"""Who may see the search, who may tell the person, who may examine: asked of every family while it files.

One answer for each kind of organisation, or for each country that the family named, and what is read first. Whatever
else can be allowed is answered on the page of the case (`web.family.consents`); until then nobody learns anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from i18n.offered_languages import offered
from i18n.translate import gettext_noop as _
from matching.record import Place
from search.commands import ConsentGiven
from search.consents import CHOSEN_AS_NETWORK, CHOSEN_BY_COUNTRY, Receiver, can_be_asked
from search.documents import Description
from search.vocabulary import ConsentAnswer, ConsentPurpose, ReceiverKind
from web.family.case_draft import CaseDraft
from web.labels.consents import TABLES as CONSENTS
from web.labels.consents import ConsentText, consent_text, language_of_text

Sent = Mapping[str, list[str]]
_ANSWER, _TEXT = "answer_", "text_"
_MOST_COUNTRIES = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of such a page: the code of its receiver, its text, and what was answered."""

    code: str
    text: ConsentText
    answer: str


def common_parts(asked: Sequence[Asked]) -> list[tuple[str, str]]:
    """What is read about all of them, once."""
    return [part for part in asked[0].text.parts if all(part in one.text.parts for one in asked)] if asked else []


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialPage:
    """A page with a form and a template of its own, at the end of the others; `title` and `why` are source words."""

    slug: str
    group: str
    purpose: ConsentPurpose
    title: str
    why: str

    def receivers(self, case: CaseDraft) -> tuple[Receiver, ...]:
        """Whom this family is asked about: every kind of organisation, else the countries that it named."""
        if networks := CHOSEN_AS_NETWORK[self.purpose]:
            return tuple(Receiver(ReceiverKind.NETWORK, network.value) for network in networks)
        kind = CHOSEN_BY_COUNTRY[self.purpose]
        return tuple(Receiver(kind, country) for country in _countries(case.sought))

    def asked(self, tag: str, case: CaseDraft) -> list[Asked]:
        """The questions of the page with what was answered."""
        said = {one.receiver: one.allowed for one in case.consents if one.purpose is self.purpose}
        words = {True: ConsentAnswer.YES.value, False: ConsentAnswer.NO.value}
        return [
            Asked(one.code, consent_text(tag, self.purpose, one), words[said[one]] if one in said else "")
            for one in self.receivers(case)
        ]

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
        kind = ReceiverKind.NETWORK if CHOSEN_AS_NETWORK[self.purpose] else CHOSEN_BY_COUNTRY[self.purpose]
        receivers = [Receiver(kind, code) for code in codes]
        return [one for one in receivers if can_be_asked(self.purpose, one)]

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


def _countries(sought: Description) -> list[str]:
    """The countries of the road in which somebody may have been found, the last contact first; never those left."""
    journey = sought.journey
    places: list[Place | None] = [sought.event.place if sought.event else None]
    if journey is not None:
        places += [journey.destination, *(leg.destination for leg in reversed(journey.legs))]
    named = dict.fromkeys(country for place in places if place for country in place.countries)
    return list(named)[:_MOST_COUNTRIES]


def _first(sent: Sent, name: str) -> str:
    return next(iter(sent.get(name, ())), "")


def _digest(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        return b""


def special_pages(case: CaseDraft) -> Iterator[SpecialPage]:
    """The pages that ask this family something, in their order."""
    return (page for page in SPECIAL_PAGES.values() if page.receivers(case))


SHARING = SpecialPage(
    slug="sharing",
    group="sharing",
    purpose=ConsentPurpose.SHARING,
    title=_("Who may see this search?"),
    why=_(
        "Your search is compared inside this service in any case. Outside it, nobody sees it unless you say yes here. "
        "You can change an answer or take it back whenever you want, and it counts at once."
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
    title=_("May a forensic service be handed your search?"),
    why=CONSENTS["consent_reason"][ConsentPurpose.FORENSIC],
)
SPECIAL_PAGES = {page.slug: page for page in (SHARING, NAMING, FORENSIC)}
