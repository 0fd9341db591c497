"""The core dataset as typed documents, one per section; a section is sealed as a whole and has one disclosure level."""

from search.documents.description import Description, Journey, JourneyLeg, Medical, WeightRange
from search.documents.enquirer import Contact, EarlierReport, Filing
from search.documents.field_notes import Answer, FieldNote
from search.documents.follow_up import FollowUp
from search.documents.found_person import PostMortem, Provenance, Whereabouts
from search.documents.identifiers import Identifiers
from search.documents.photo import PHOTO_DOCUMENTS, PaperPhoto, Photo, PostMortemPhoto, photo_document

__all__ = [
    "PHOTO_DOCUMENTS",
    "Answer",
    "Contact",
    "Description",
    "EarlierReport",
    "FieldNote",
    "Filing",
    "FollowUp",
    "Identifiers",
    "Journey",
    "JourneyLeg",
    "Medical",
    "PaperPhoto",
    "Photo",
    "PostMortem",
    "PostMortemPhoto",
    "Provenance",
    "WeightRange",
    "Whereabouts",
    "photo_document",
]
