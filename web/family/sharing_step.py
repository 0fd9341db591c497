"""Who may see the search, asked while it is filed: one answer for each kind of organisation, and what is read first.

Where an organisation helps to file, who may tell the person is asked in the same way, each answer read aloud. Whatever
else can be allowed is answered on the page of the case (`web.family.consents`); until then nobody learns anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField

from i18n.offered_languages import offered
from i18n.translate import gettext_noop as _
from search.commands import ConsentGiven
from search.consents import CHOSEN_AS_NETWORK, Receiver
from search.vocabulary import ConsentAnswer, ConsentPurpose, Network, ReceiverKind
from web.family.case_draft import CaseDraft
from web.forms import coded, radios
from web.labels.consents import TABLES as CONSENTS
from web.labels.consents import ConsentText, consent_text, language_of_text

Sent = Mapping[str, list[str]]


def sharing_texts(
    tag: str, purpose: ConsentPurpose = ConsentPurpose.SHARING
) -> tuple[list[tuple[str, str]], list[tuple[Network, ConsentText]]]:
    """What is read about all of them, and the text about each."""
    texts = [(network, consent_text(tag, purpose, _receiver(network))) for network in CHOSEN_AS_NETWORK[purpose]]
    first = texts[0][1]
    return [part for part in first.parts if all(part in text.parts for _network, text in texts)], texts


def _receiver(network: Network) -> Receiver:
    return Receiver(ReceiverKind.NETWORK, network.value)


def _form(purpose: ConsentPurpose, question: str) -> type[Form]:
    """An answer and the digest of what was read, for each kind of organisation."""
    networks = CHOSEN_AS_NETWORK[purpose]
    answers = {f"answer_{one}": radios(question, coded(ConsentAnswer)) for one in networks}
    return type("SharingForm", (Form,), {**answers, **{f"text_{one}": HiddenField() for one in networks}})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialPage:
    """A page with a form and a template of its own, at the end of the others; `title` and `why` are source words."""

    slug: str
    group: str
    purpose: ConsentPurpose
    title: str
    why: str
    question: str
    form: type[Form] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", _form(self.purpose, self.question))

    def sent(self, form: "MultiDict[str, str]") -> dict[str, list[str]]:
        """What a request says of the page's fields."""
        names = {one.name for one in self.form()}
        return {name: form.getlist(name) for name in form if name in names}

    def fill(self, case: CaseDraft) -> dict[str, Any]:
        """What the form shows of a case."""
        filled: dict[str, Any] = {}
        for one in case.consents:
            if one.purpose is self.purpose and one.receiver.kind is ReceiverKind.NETWORK:
                filled[f"answer_{one.receiver.code}"] = (ConsentAnswer.YES if one.allowed else ConsentAnswer.NO).value
                filled[f"text_{one.receiver.code}"] = one.text_digest.hex()
        return filled

    def read(self, case: CaseDraft, sent: Sent) -> CaseDraft:
        """The case with what was sent."""
        given = [self._given(network, sent) for network in CHOSEN_AS_NETWORK[self.purpose]]
        others = tuple(one for one in case.consents if one.purpose is not self.purpose)
        return replace(case, consents=(*others, *(one for one in given if one is not None)))

    def _given(self, network: Network, sent: Sent) -> ConsentGiven | None:
        """An answer counts with the text that was read; where its words have changed since, it is asked again."""
        answer = _first(sent, f"answer_{network}")
        digest = _digest(_first(sent, f"text_{network}"))
        tag = language_of_text(digest, [row.tag for row in offered()], self.purpose, _receiver(network))
        if not tag or answer not in set(ConsentAnswer):
            return None
        return ConsentGiven(
            purpose=self.purpose,
            receiver=_receiver(network),
            allowed=answer == ConsentAnswer.YES,
            text_digest=digest,
            language=tag,
        )


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
        "You can change an answer or take it back whenever you want, and it counts at once."
    ),
    question=_("May they see this search?"),
)
# Asked of everybody who files with help, and of nobody else while filing: the page of a case asks it of all.
NAMING = SpecialPage(
    slug="naming",
    group="sharing",
    purpose=ConsentPurpose.NAMING,
    title=_("Who may let the person know that you are looking for them?"),
    why=CONSENTS["consent_reason"][ConsentPurpose.NAMING],
    question=_("May they let the person know that you are looking for them?"),
)
SPECIAL_PAGES = {page.slug: page for page in (SHARING, NAMING)}
