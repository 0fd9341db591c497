"""Words for the body, its marks and what a doctor could notice."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords, Marked

# All features together, where they are compared as a whole.
TRAITS: Marked = p_("description.traits", "Appearance")
WORDS: Mapping[str, FieldWords] = {
    "description.height": FieldWords(
        question=p_("description.height", "How tall are they?"),
        short=p_("description.height", "Height"),
        hint=p_(
            "description.height",
            "In centimetres, for example 170. If you are not sure, write 165-170, or use words.",
        ),
    ),
    "description.weight": FieldWords(
        short=p_("description.weight", "Weight"),
        hint=p_("description.weight", "In kilograms, for example 60, or 55-65."),
    ),
    "description.traits:build": FieldWords(
        question=p_("description.traits:build", "What is their build: slim, strong or heavy?"),
        short=p_("description.traits:build", "Build"),
    ),
    "description.traits:hair_colour": FieldWords(
        question=p_("description.traits:hair_colour", "What colour is their hair?"),
        short=p_("description.traits:hair_colour", "Hair colour"),
    ),
    "description.traits:hair_form": FieldWords(
        question=p_("description.traits:hair_form", "What is their hair like?"),
        short=p_("description.traits:hair_form", "Kind of hair"),
    ),
    "description.traits:eyes": FieldWords(
        question=p_("description.traits:eyes", "What colour are their eyes?"),
        short=p_("description.traits:eyes", "Eyes"),
    ),
    "description.traits:facial_hair": FieldWords(
        question=p_("description.traits:facial_hair", "Did they have a beard or a moustache?"),
        short=p_("description.traits:facial_hair", "Beard or moustache"),
    ),
    "description.traits:skin": FieldWords(
        short=p_("description.traits:skin", "Skin"),
    ),
    "description.traits:glasses": FieldWords(
        question=p_("description.traits:glasses", "Do they wear glasses?"),
        short=p_("description.traits:glasses", "Glasses"),
    ),
    "description.traits:handedness": FieldWords(
        question=p_("description.traits:handedness", "Which hand do they use most?"),
        short=p_("description.traits:handedness", "Which hand they use"),
    ),
    "description.traits:blood_group": FieldWords(
        short=p_("description.traits:blood_group", "Blood group"),
    ),
    "description.marks": FieldWords(
        question=p_("description.marks", "Do they have marks on the body or teeth?"),
        short=p_("description.marks", "Marks on the body and teeth"),
        none=p_("description.marks", "They have no marks"),
        item=p_("description.marks", "Mark"),
        numbered=p_("description.marks", "Mark %(number)s"),
        add=p_("description.marks", "Add a mark"),
        another=p_("description.marks", "Add another mark"),
        remove=p_("description.marks", "Remove this mark"),
    ),
    "description.marks.kind": FieldWords(
        question=p_("description.marks.kind", "What kind of mark is it?"),
        short=p_("description.marks.kind", "Kind of mark"),
    ),
    "description.marks.words": FieldWords(
        question=p_("description.marks.words", "In your own words"),
        short=p_("description.marks.words", "The mark in your words"),
        hint=p_("description.marks.words", "How big it is, what it looks like, how they came by it."),
    ),
    "description.marks.place": FieldWords(
        question=p_("description.marks.place", "Where on the body is it?"),
        short=p_("description.marks.place", "Where on the body"),
    ),
    "description.marks.side": FieldWords(
        question=p_("description.marks.side", "On which side?"),
        short=p_("description.marks.side", "Side"),
        hint=p_("description.marks.side", "Left and right are theirs, not those of somebody who faces them."),
    ),
    "description.marks.motif": FieldWords(
        question=p_("description.marks.motif", "What does the picture show?"),
        short=p_("description.marks.motif", "What the picture shows"),
    ),
    "description.medical.illnesses": FieldWords(
        question=p_(
            "description.medical.illnesses",
            "Illnesses or operations that a doctor could notice, and medicines they take",
        ),
        short=p_("description.medical.illnesses", "Illnesses and operations"),
        none=p_("description.medical.illnesses", "None that I know of"),
    ),
    "description.medical.operations": FieldWords(
        question=p_("description.medical.operations", "Which operations have they had?"),
        short=p_("description.medical.operations", "Operations"),
        hint=p_(
            "description.medical.operations", "What was done, about when, and in which hospital, as far as you know."
        ),
        none=p_("description.medical.operations", "None that I know of"),
    ),
    "description.medical.medicines": FieldWords(
        short=p_("description.medical.medicines", "Medicines"),
    ),
    "description.medical.pregnancy": FieldWords(
        short=p_("description.medical.pregnancy", "Pregnancy"),
    ),
    "description.medical.implant_numbers": FieldWords(
        short=p_("description.medical.implant_numbers", "Numbers of implants"),
    ),
    "description.medical.records_held_at": FieldWords(
        short=p_("description.medical.records_held_at", "Where medical records are kept"),
    ),
    "description.medical.fingerprints_held_at": FieldWords(
        short=p_("description.medical.fingerprints_held_at", "Where fingerprints are kept"),
    ),
    "description.medical.dental_chart_held_at": FieldWords(
        short=p_("description.medical.dental_chart_held_at", "Where a dental chart is kept"),
    ),
    "description.medical.family_dna_kits": FieldWords(
        short=p_("description.medical.family_dna_kits", "DNA samples of the family"),
    ),
    "description.remains": FieldWords(
        short=p_("description.remains", "Condition of the body"),
    ),
}
