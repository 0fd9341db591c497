"""Who may see the search, asked while it is filed: one answer for each kind of organisation, and what is read first.

Consulates, forensic services and single organisations, and who may name the family, are answered on the page of the
case (`web.family.consents`); until then they learn nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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
from web.labels.consents import ConsentText, consent_text, language_of_text

_PURPOSE = ConsentPurpose.SHARING
_NETWORKS = CHOSEN_AS_NETWORK[_PURPOSE]


Sent = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialPage:
    """A page with a form and a template of its own, at the end of the others; `title` and `why` are source words.

    `fill` gives what the form shows of a case, `read` the case with what was sent.
    """

    slug: str
    group: str
    title: str
    why: str
    form: type[Form]
    fill: Callable[[CaseDraft], dict[str, Any]]
    read: Callable[[CaseDraft, Sent], CaseDraft]

    def sent(self, form: "MultiDict[str, str]") -> dict[str, list[str]]:
        """What a request says of the page's fields."""
        names = {field.name for field in self.form()}
        return {name: form.getlist(name) for name in form if name in names}


def _form() -> type[Form]:
    """An answer and the digest of what was read, for each kind of organisation."""
    answers = {f"answer_{one}": radios(_("May they see this search?"), coded(ConsentAnswer)) for one in _NETWORKS}
    return type("SharingForm", (Form,), {**answers, **{f"text_{one}": HiddenField() for one in _NETWORKS}})


def sharing_texts(tag: str) -> tuple[list[tuple[str, str]], list[tuple[Network, ConsentText]]]:
    """What is read about all of them, and the text about each."""
    texts = [(network, consent_text(tag, _PURPOSE, _receiver(network))) for network in _NETWORKS]
    first = texts[0][1]
    return [part for part in first.parts if all(part in text.parts for _network, text in texts)], texts


def _receiver(network: Network) -> Receiver:
    return Receiver(ReceiverKind.NETWORK, network.value)


def _fill(case: CaseDraft) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for one in case.consents:
        if one.purpose is _PURPOSE and one.receiver.kind is ReceiverKind.NETWORK:
            filled[f"answer_{one.receiver.code}"] = (ConsentAnswer.YES if one.allowed else ConsentAnswer.NO).value
            filled[f"text_{one.receiver.code}"] = one.text_digest.hex()
    return filled


def _read(case: CaseDraft, sent: Sent) -> CaseDraft:
    given = [_given(network, sent) for network in _NETWORKS]
    return replace(case, consents=tuple(one for one in given if one is not None))


def _given(network: Network, sent: Sent) -> ConsentGiven | None:
    """An answer counts with the text that was read; where its words have changed since, it is asked again."""
    answer = _first(sent, f"answer_{network}")
    digest = _digest(_first(sent, f"text_{network}"))
    tag = language_of_text(digest, [row.tag for row in offered()], _PURPOSE, _receiver(network))
    if not tag or answer not in set(ConsentAnswer):
        return None
    return ConsentGiven(
        purpose=_PURPOSE,
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
    title=_("Who may see this search?"),
    why=_(
        "Your search is compared inside this service in any case. Outside it, nobody sees it unless you say yes here. "
        "You can change an answer or take it back whenever you want, and it counts at once."
    ),
    form=_form(),
    fill=_fill,
    read=_read,
)
