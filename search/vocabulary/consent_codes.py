"""What a family may allow, and whom."""

from enum import StrEnum


class ConsentPurpose(StrEnum):
    """What a family says yes or no to, receiver by receiver; comparing inside the registry needs no consent."""

    SHARING = "sharing"
    """The receiver may read what describes the person."""
    NAMING = "naming"
    """The receiver may tell a person it met who is looking for them."""
    FORENSIC = "forensic"
    """The receiver may be handed what identifies somebody who has died."""


class ConsentAnswer(StrEnum):
    """What a family said; that it said nothing yet is no code."""

    YES = "yes"
    NO = "no"


class ReceiverKind(StrEnum):
    """How a receiver is meant: never "everybody"."""

    NETWORK = "network"
    """All organisations of one kind that belong to no state; the code is a `Network`."""
    ORGANISATION = "organisation"
    """One organisation of this installation; the code is its id in 32 hexadecimal digits."""
    CONSULATES = "consulates"
    """The consulates of one country; the code is the country's."""
    FORENSIC_SERVICES = "forensic_services"
    """The forensic services of one country; the code is the country's."""


class Network(StrEnum):
    """Kinds of organisation that a family may allow as a whole."""

    SHELTERS = "shelters"
    HOSPITALS = "hospitals"
    DETENTION_VISITS = "detention_visits"
    HUMANITARIAN = "humanitarian"
