"""The core dataset as typed documents, one per section; a section is sealed as a whole and has one disclosure level."""

from search.dataset.description import Description, Journey, JourneyLeg, Medical
from search.dataset.filing import Contact, EarlierReport, Filing
from search.dataset.found import PostMortem, Provenance, Whereabouts
from search.dataset.identifiers import Identifiers

__all__ = [
    "Contact",
    "Description",
    "EarlierReport",
    "Filing",
    "Identifiers",
    "Journey",
    "JourneyLeg",
    "Medical",
    "PostMortem",
    "Provenance",
    "Whereabouts",
]
