"""Words for what was worn and carried, for numbers and papers, and for everything else."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords

WORDS: Mapping[str, FieldWords] = {
    "description.effects": FieldWords(
        question=p_("description.effects", "What did they wear or carry?"),
        short=p_("description.effects", "Clothing and belongings"),
        none=p_("description.effects", "Nothing that I know of"),
        item=p_("description.effects", "Thing"),
        numbered=p_("description.effects", "Thing %(number)s"),
        add=p_("description.effects", "Add a thing"),
        another=p_("description.effects", "Add another thing"),
        remove=p_("description.effects", "Remove this thing"),
    ),
    "description.effects.item": FieldWords(
        question=p_("description.effects.item", "What kind of thing is it?"),
        short=p_("description.effects.item", "Kind of thing"),
    ),
    "description.effects.words": FieldWords(
        question=p_("description.effects.words", "In your own words"),
        short=p_("description.effects.words", "The thing in your words"),
    ),
    "description.effects.colour": FieldWords(
        question=p_("description.effects.colour", "What colour is it?"),
        short=p_("description.effects.colour", "Colour"),
    ),
    "description.effects.brand": FieldWords(
        question=p_("description.effects.brand", "Brand, or what is written on it"),
        short=p_("description.effects.brand", "Brand"),
    ),
    "identifiers.phones": FieldWords(
        question=p_("identifiers.phones", "Which phone numbers belong to their journey?"),
        short=p_("identifiers.phones", "Phone numbers"),
        none=p_("identifiers.phones", "No number"),
        item=p_("identifiers.phones", "Phone number"),
        numbered=p_("identifiers.phones", "Phone number %(number)s"),
        add=p_("identifiers.phones", "Add a phone number"),
        another=p_("identifiers.phones", "Add another number"),
        remove=p_("identifiers.phones", "Remove this number"),
    ),
    "identifiers.phones.number": FieldWords(
        question=p_("identifiers.phones.number", "Which number is it?"),
        short=p_("identifiers.phones.number", "Phone number"),
        hint=p_(
            "identifiers.phones.number",
            "Best with + and the country code, for example +502 5555 0101. Without is fine too.",
        ),
    ),
    "identifiers.phones.role": FieldWords(
        question=p_("identifiers.phones.role", "Whose number is it?"),
        short=p_("identifiers.phones.role", "Whose number"),
    ),
    "identifiers.documents": FieldWords(
        question=p_("identifiers.documents", "Which papers did they have?"),
        short=p_("identifiers.documents", "Papers"),
        none=p_("identifiers.documents", "No papers"),
        item=p_("identifiers.documents", "Paper"),
        numbered=p_("identifiers.documents", "Paper %(number)s"),
        add=p_("identifiers.documents", "Add a paper"),
        another=p_("identifiers.documents", "Add another paper"),
        remove=p_("identifiers.documents", "Remove this paper"),
    ),
    "identifiers.documents.kind": FieldWords(
        question=p_("identifiers.documents.kind", "What kind of paper is it?"),
        short=p_("identifiers.documents.kind", "Kind of paper"),
    ),
    "identifiers.documents.country": FieldWords(
        question=p_("identifiers.documents.country", "Which country is the paper from?"),
        short=p_("identifiers.documents.country", "Country of the paper"),
        hint=p_("identifiers.documents.country", "In any language."),
    ),
    "identifiers.documents.number": FieldWords(
        question=p_("identifiers.documents.number", "What is the number on the paper?"),
        short=p_("identifiers.documents.number", "Number on the paper"),
        hint=p_("identifiers.documents.number", "You can leave this empty if you do not have it."),
    ),
    "identifiers.accounts": FieldWords(
        question=p_("identifiers.accounts", "Names on social media or messengers"),
        short=p_("identifiers.accounts", "Accounts"),
        hint=p_("identifiers.accounts", "One on each line."),
    ),
    "identifiers.transfers": FieldWords(
        question=p_("identifiers.transfers", "Money sent to them: number or office of the transfer"),
        short=p_("identifiers.transfers", "Money sent"),
        hint=p_("identifiers.transfers", "One on each line."),
    ),
    "description.words": FieldWords(
        question=p_("description.words", "Is there anything else that could help?"),
        short=p_("description.words", "In your words"),
    ),
}
