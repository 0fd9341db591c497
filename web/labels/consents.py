"""What a family reads before it says yes or no: who a receiver is, what it would learn, what can go wrong.

One place makes the text, for the page that shows it and for the digest that is kept with the answer: whoever changes a
word changes the digest, and an answer can be held against the very words that were read.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from i18n.translate import gettext, pgettext, pgettext_noop
from i18n.translate import gettext_noop as _
from search.consent_summaries import ReceivingOrganisation
from search.consents import NETWORKS, Receiver
from search.vocabulary import ConsentAnswer, ConsentPurpose, Network, OrganisationKind, ReceiverKind, StateRun
from web.labels.geography import country_name_in
from web.labels.organisations import TABLES as ORGANISATIONS

Marked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ConsentText:
    """All that is read before an answer, in one language; a part has a heading and its words."""

    tag: str
    title: str
    question: str
    parts: tuple[tuple[str, str], ...]
    yes: str
    no: str

    @property
    def digest(self) -> bytes:
        """SHA-256 of the text as it is read, line by line."""
        lines = [self.title, self.question, *(line for part in self.parts for line in part), self.yes, self.no]
        return hashlib.sha256("\n".join(lines).encode()).digest()


def consent_text(
    tag: str, purpose: ConsentPurpose, receiver: Receiver, organisation: ReceivingOrganisation | None = None
) -> ConsentText:
    """The text about one receiver; `organisation` is the one that a receiver of its kind stands for."""
    named = {"country": country_name_in(tag, receiver.code)} if receiver.kind in _COUNTRY_TITLES else {}
    key = _key(receiver, organisation)
    about = [(_WHO_THEY_ARE, _WHO[key]), *_belonging(receiver, organisation)]
    parts = [*about, *_LEARN[purpose], (_RISK, _risk(purpose, key)), (_CHANGED, _BACK[purpose])]
    return ConsentText(
        tag=tag,
        title=receiver_name(tag, receiver, organisation.name if organisation else ""),
        question=pgettext(tag, *_QUESTIONS[purpose]),
        parts=tuple((pgettext(tag, *heading), pgettext(tag, *words, **named)) for heading, words in parts),
        yes=pgettext(tag, *_YES[purpose]),
        no=pgettext(tag, *_NO),
    )


def receiver_name(tag: str, receiver: Receiver, organisation: str = "") -> str:
    """A receiver in a few words: a kind of organisation, the name of one, or the consulates of a country."""
    match receiver.kind:
        case ReceiverKind.NETWORK:
            return gettext(tag, TABLES["network"].get(receiver.code, ""))
        case ReceiverKind.ORGANISATION:
            return organisation
        case kind:
            return pgettext(tag, *_COUNTRY_TITLES[kind], country=country_name_in(tag, receiver.code))


def language_of_text(
    digest: bytes,
    tags: Iterable[str],
    purpose: ConsentPurpose,
    receiver: Receiver,
    organisation: ReceivingOrganisation | None = None,
) -> str:
    """The language in which exactly this text is shown now; empty where its words have changed since it was read."""
    return next((tag for tag in tags if consent_text(tag, purpose, receiver, organisation).digest == digest), "")


TABLES: dict[str, Mapping[str, str]] = {
    "consent_purpose": {
        ConsentPurpose.SHARING: _("Who may see this search"),
        ConsentPurpose.NAMING: _("Who may let the person know that you are looking for them"),
        ConsentPurpose.FORENSIC: _("Whether this search may be given to a forensic service"),
    },
    "consent_reason": {
        ConsentPurpose.SHARING: _(
            "Your search is compared inside this service in any case. Outside it, nobody sees it unless you say yes "
            "here. You answer for one at a time. You can change an answer or take it back whenever you want. It counts "
            "at once."
        ),
        ConsentPurpose.NAMING: _(
            "It can happen that somebody meets a person who may be the one you are looking for. Only those to whom you "
            "say yes here may tell that person your name. We ask every family this beforehand. That we ask does not "
            "mean that anybody was met."
        ),
        ConsentPurpose.FORENSIC: _(
            "Forensic services find out who a dead person was. We ask every family this beforehand. That we ask does "
            "not mean that anybody has died. Without your yes they are given nothing."
        ),
    },
    "consent_answer": {
        ConsentAnswer.YES: _("Yes"),
        ConsentAnswer.NO: _("No"),
    },
    "receiver_kind": {
        ReceiverKind.NETWORK: _("A kind of organisation"),
        ReceiverKind.ORGANISATION: _("One organisation"),
        ReceiverKind.CONSULATES: _("Consulates of a country"),
        ReceiverKind.FORENSIC_SERVICES: _("Forensic services of a country"),
    },
    "network": {
        Network.SHELTERS: _("Shelters and houses for people on the move"),
        Network.HOSPITALS: _("Hospitals and clinics"),
        Network.DETENTION_VISITS: _("Groups that visit people in detention"),
        Network.HUMANITARIAN: _("Humanitarian organisations, such as the Red Cross and Red Crescent"),
    },
}

_COUNTRY_TITLES: Mapping[ReceiverKind, Marked] = {
    ReceiverKind.CONSULATES: pgettext_noop("consent", "Consulates of this country: %(country)s"),
    ReceiverKind.FORENSIC_SERVICES: pgettext_noop("consent", "Forensic services of this country: %(country)s"),
}
_QUESTIONS: Mapping[ConsentPurpose, Marked] = {
    ConsentPurpose.SHARING: pgettext_noop("consent", "May they see this search?"),
    ConsentPurpose.NAMING: pgettext_noop("consent", "May they let the person know that you are looking for them?"),
    ConsentPurpose.FORENSIC: pgettext_noop("consent", "May this search be given to them?"),
}
_YES: Mapping[ConsentPurpose, Marked] = {
    ConsentPurpose.SHARING: pgettext_noop("consent", "Yes, they may see it"),
    ConsentPurpose.NAMING: pgettext_noop("consent", "Yes, they may tell the person"),
    ConsentPurpose.FORENSIC: pgettext_noop("consent", "Yes, it may be given to them"),
}
_NO = pgettext_noop("consent", "No")

_WHO_THEY_ARE = pgettext_noop("consent", "Who they are")
_LEARNT = pgettext_noop("consent", "What they would learn")
_KEPT_BACK = pgettext_noop("consent", "What they would not learn")
_RISK = pgettext_noop("consent", "What can go wrong")
_CHANGED = pgettext_noop("consent", "If you change your mind")
_BELONGS = pgettext_noop("consent", "For whom this answer counts")

_RESCUE, _CONSULATES, _FORENSIC, _MORTUARY = "rescue", "consulates", "forensic_services", "mortuary"
_KEYS: Mapping[OrganisationKind, str] = {
    **NETWORKS,
    OrganisationKind.RESCUE: _RESCUE,
    OrganisationKind.FORENSIC: _FORENSIC,
    OrganisationKind.MORTUARY: _MORTUARY,
}
_WHO: Mapping[str, Marked] = {
    Network.SHELTERS: pgettext_noop(
        "consent", "They give people on the road a bed, food and help. They know who stayed with them."
    ),
    Network.HOSPITALS: pgettext_noop(
        "consent", "They treat people who are ill or hurt, also those who cannot say their name."
    ),
    Network.DETENTION_VISITS: pgettext_noop(
        "consent", "They visit people who are held, speak with them and help them. They are not the ones who hold them."
    ),
    Network.HUMANITARIAN: pgettext_noop(
        "consent", "They help people in need, and some of them look for missing people in many countries."
    ),
    _RESCUE: pgettext_noop("consent", "They rescue people at sea, in the desert or in the mountains."),
    _CONSULATES: pgettext_noop(
        "consent",
        "They are offices of a state abroad: %(country)s. They help its citizens, and visit some of them in hospital "
        "or detention. They are told when one of them dies.",
    ),
    _FORENSIC: pgettext_noop(
        "consent",
        "They find out the names of people who have died. In many countries they are part of the prosecutor’s office "
        "or of the police.",
    ),
    _MORTUARY: pgettext_noop(
        "consent",
        "They keep people who have died until somebody knows who they are. In many countries they belong to the "
        "prosecutor’s office or to a hospital.",
    ),
}
_LEARN: Mapping[ConsentPurpose, tuple[tuple[Marked, Marked], ...]] = {
    ConsentPurpose.SHARING: (
        (
            _LEARNT,
            pgettext_noop(
                "consent",
                "What describes the person: names, those of the parents too, sex, age and birth, nationality, "
                "languages and work. When and where you last heard from them, the journey, and the boat or car. "
                "Height, appearance, marks on the body, clothing and belongings. The photos that you allowed, one by "
                "one. And which committee reads your search.",
            ),
        ),
        (
            _KEPT_BACK,
            pgettext_noop(
                "consent",
                "Who is looking, how to reach you, telephone numbers and papers. What only your family knows, and who "
                "travelled with the person. Illnesses, religion and community. What was said at the last contact, "
                "news since then, and whatever you wrote under “Anything else”.",
            ),
        ),
    ),
    ConsentPurpose.NAMING: (
        (
            _LEARNT,
            pgettext_noop(
                "consent",
                "That you are looking for the person, your name as you wrote it, and who you are to them. They learn "
                "it so that they can say it to the person, alone.",
            ),
        ),
        (
            _KEPT_BACK,
            pgettext_noop("consent", "Where you are, how to reach you, and what only your family knows."),
        ),
    ),
    ConsentPurpose.FORENSIC: (
        (
            _LEARNT,
            pgettext_noop(
                "consent",
                "What describes the person: names, those of the parents too, sex, age and birth, nationality, "
                "languages and work. When and where you last heard from them, the journey, and the boat or car. "
                "Height, appearance, marks on the body, clothing and belongings. The photos that you allowed, one by "
                "one. Also illnesses, operations, and the numbers of papers. Whether there are records of teeth or "
                "fingerprints, or DNA samples of the family. And which committee reads your search.",
            ),
        ),
        (
            _KEPT_BACK,
            pgettext_noop(
                "consent",
                "Who is looking, how to reach you, and telephone numbers. What only your family knows, and who "
                "travelled with the person. Religion and community. What was said at the last contact, news since "
                "then, and whatever you wrote under “Anything else”.",
            ),
        ),
    ),
}
_RISKS: Mapping[tuple[ConsentPurpose, str], Marked] = {
    (ConsentPurpose.SHARING, Network.SHELTERS): pgettext_noop(
        "consent",
        "Many people work there or come and go. Somebody who wants to harm the person could learn that somebody is "
        "looking for them.",
    ),
    (ConsentPurpose.SHARING, Network.HOSPITALS): pgettext_noop(
        "consent",
        "Many people who work in a hospital can read what it has. In some countries offices of the state can demand "
        "it.",
    ),
    (ConsentPurpose.SHARING, Network.DETENTION_VISITS): pgettext_noop(
        "consent",
        "Those who hold the person may hear what visitors ask. If the person uses another name there, it could come "
        "out.",
    ),
    (ConsentPurpose.SHARING, Network.HUMANITARIAN): pgettext_noop(
        "consent",
        "They have offices in many countries and rules of their own for what they keep and pass on. We cannot watch "
        "over that.",
    ),
    (ConsentPurpose.SHARING, _RESCUE): pgettext_noop(
        "consent",
        "They work together with coast guards and other offices of states. Those may learn of what they ask.",
    ),
    (ConsentPurpose.SHARING, _CONSULATES): pgettext_noop(
        "consent",
        "What a consulate reads, other offices of its state can learn: %(country)s. That includes its police and its "
        "immigration office. If the person or your family fled from this state, it can put them and relatives there in "
        "danger.",
    ),
    (ConsentPurpose.NAMING, _CONSULATES): pgettext_noop(
        "consent",
        "An office of this state would learn who is looking for the person: %(country)s. If one of you fled from this "
        "state, it can put you and relatives there in danger. The person may be afraid to answer an office.",
    ),
    (ConsentPurpose.NAMING, Network.DETENTION_VISITS): pgettext_noop(
        "consent",
        "Those who hold the person may overhear your name. The person may not want to be found, and may be frightened.",
    ),
    (ConsentPurpose.FORENSIC, _FORENSIC): pgettext_noop(
        "consent",
        "What they are given can become part of a file of the prosecutor or of the police. We cannot take it back "
        "from there. We do not know who else may read such a file.",
    ),
    (ConsentPurpose.FORENSIC, _MORTUARY): pgettext_noop(
        "consent",
        "What they are given can become part of a file of the prosecutor or of the police. We cannot take it back "
        "from there. We do not know who else may read such a file.",
    ),
}
_RISK_OF_NAMING = pgettext_noop(
    "consent",
    "Somebody else there may hear your name. The person may not want to be found, and may be frightened.",
)
_BACK: Mapping[ConsentPurpose, Marked] = {
    ConsentPurpose.SHARING: pgettext_noop(
        "consent",
        "From the moment you take it back, they can no longer open it here. What they have read or copied before, we "
        "cannot get back.",
    ),
    ConsentPurpose.NAMING: pgettext_noop(
        "consent",
        "From the moment you take it back, they may no longer say your name to anybody. What was said before stays "
        "said.",
    ),
    ConsentPurpose.FORENSIC: pgettext_noop(
        "consent",
        "From the moment you take it back, they can no longer open it here. What they have read or copied before, we "
        "cannot get back.",
    ),
}
_NO_STATE = pgettext_noop(
    "consent",
    "Only for those of them that belong to no state. About one that belongs to a state we ask you separately, by its "
    "name. Police, immigration offices and authorities that detain people take no part in this service.",
)
_OF_A_STATE = pgettext_noop(
    "consent",
    "Only for this one organisation. It belongs to a state, or nobody has told us that it does not. What it learns, "
    "other offices of that state may be able to demand.",
)
_OF_NO_STATE = pgettext_noop("consent", "Only for this one organisation. We were told that it belongs to no state.")
_OF_THIS_COUNTRY = pgettext_noop("consent", "Only for those of this one country: %(country)s.")


def _key(receiver: Receiver, organisation: ReceivingOrganisation | None) -> str:
    if organisation is not None:
        return _KEYS[organisation.kind]
    return receiver.code if receiver.kind is ReceiverKind.NETWORK else receiver.kind.value


def _risk(purpose: ConsentPurpose, key: str) -> Marked:
    return _RISKS[purpose, key] if purpose is not ConsentPurpose.NAMING else _RISKS.get((purpose, key), _RISK_OF_NAMING)


def _belonging(receiver: Receiver, organisation: ReceivingOrganisation | None) -> list[tuple[Marked, Marked]]:
    """For whom exactly the answer counts, and to whom they belong."""
    if organisation is not None:
        return [(_BELONGS, _OF_NO_STATE if organisation.state_run is StateRun.NO else _OF_A_STATE)]
    return [(_BELONGS, _NO_STATE if receiver.kind is ReceiverKind.NETWORK else _OF_THIS_COUNTRY)]


def place_of(tag: str, organisation: ReceivingOrganisation) -> str:
    """What tells two organisations apart in a list: name, kind and country."""
    kind = gettext(tag, ORGANISATIONS["organisation_kind"][organisation.kind])
    country = country_name_in(tag, organisation.country) if organisation.country else ""
    return " · ".join(part for part in (organisation.name, kind, country) if part)
