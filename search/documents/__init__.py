"""The core dataset as typed documents, one per section; a section is sealed as a whole and has one disclosure level."""

from search.documents.description import AskedRelative, Description, Journey, JourneyLeg, Medical, WeightRange
from search.documents.enquirer import Contact, ControlQuestion, EarlierReport, Filing
from search.documents.field_notes import Answer, FieldNote
from search.documents.follow_up import FollowUp
from search.documents.found_person import BodyPart, PostMortem, Provenance, Sample, Whereabouts
from search.documents.identifiers import Identifiers
from search.documents.photo import PHOTO_DOCUMENTS, PaperPhoto, Photo, PostMortemPhoto, photo_document

__all__ = [
    "PHOTO_DOCUMENTS",
    "Answer",
    "AskedRelative",
    "BodyPart",
    "Contact",
    "ControlQuestion",
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
    "Sample",
    "WeightRange",
    "Whereabouts",
    "photo_document",
]
