"""Words for what only those who report a found person fill in."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords

WORDS: Mapping[str, FieldWords] = {
    "provenance.sender_number": FieldWords(
        short=p_("provenance.sender_number", "Your own case number"),
    ),
    "provenance.source_date": FieldWords(
        short=p_("provenance.source_date", "Day of the report"),
    ),
    "whereabouts.found.when": FieldWords(
        short=p_("whereabouts.found.when", "When they were found or met"),
    ),
    "whereabouts.found.place": FieldWords(
        short=p_("whereabouts.found.place", "Where they were found or met"),
    ),
    "whereabouts.present_place": FieldWords(
        short=p_("whereabouts.present_place", "Where they are now"),
    ),
    "whereabouts.transfers": FieldWords(
        short=p_("whereabouts.transfers", "Where they were taken since"),
    ),
    "whereabouts.condition": FieldWords(
        short=p_("whereabouts.condition", "How they are"),
    ),
    "whereabouts.minor": FieldWords(
        short=p_("whereabouts.minor", "Under 18"),
    ),
    "whereabouts.wants_contact": FieldWords(
        short=p_("whereabouts.wants_contact", "Contact with the family"),
    ),
    "post_mortem.body_tag": FieldWords(
        short=p_("post_mortem.body_tag", "Body tag"),
    ),
    "post_mortem.mortuary_number": FieldWords(
        short=p_("post_mortem.mortuary_number", "Number in the mortuary's register"),
    ),
    "post_mortem.prosecutor_number": FieldWords(
        short=p_("post_mortem.prosecutor_number", "Prosecutor's file number"),
    ),
    "post_mortem.completeness": FieldWords(
        short=p_("post_mortem.completeness", "How complete the body is"),
    ),
    "post_mortem.interval": FieldWords(
        short=p_("post_mortem.interval", "Estimated time since death"),
    ),
    "post_mortem.sex_method": FieldWords(
        short=p_("post_mortem.sex_method", "How the sex was determined"),
    ),
    "post_mortem.age_method": FieldWords(
        short=p_("post_mortem.age_method", "How the age was estimated"),
    ),
    "post_mortem.stature_method": FieldWords(
        short=p_("post_mortem.stature_method", "How the height was estimated"),
    ),
    "post_mortem.samples_taken": FieldWords(
        short=p_("post_mortem.samples_taken", "Samples and records taken"),
    ),
    "post_mortem.burial_place": FieldWords(
        short=p_("post_mortem.burial_place", "Place of burial"),
    ),
    "post_mortem.cause": FieldWords(
        short=p_("post_mortem.cause", "Cause of death"),
    ),
}
