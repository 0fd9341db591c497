"""Words for who asks, how to reach them, and what only they know."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords

WORDS: Mapping[str, FieldWords] = {
    "filing.enquirer_names": FieldWords(
        question=p_("filing.enquirer_names", "Your name, or what we should call you"),
        short=p_("filing.enquirer_names", "Your name"),
    ),
    "filing.relationship": FieldWords(
        question=p_("filing.relationship", "Who are you to them?"),
        short=p_("filing.relationship", "You are"),
    ),
    "filing.contacts": FieldWords(
        question=p_("filing.contacts", "How can we reach you?"),
        short=p_("filing.contacts", "How we can reach you"),
        item=p_("filing.contacts", "A way to reach you"),
        add=p_("filing.contacts", "Add a way to reach you"),
        another=p_("filing.contacts", "Add another way"),
        remove=p_("filing.contacts", "Remove this way"),
    ),
    "filing.contacts.kind": FieldWords(
        question=p_("filing.contacts.kind", "In which way can we reach you?"),
        short=p_("filing.contacts.kind", "Way to reach you"),
    ),
    "filing.contacts.value": FieldWords(
        question=p_("filing.contacts.value", "Which number or address is it?"),
        short=p_("filing.contacts.value", "Number or address"),
    ),
    "filing.contacts.safe_hours": FieldWords(
        question=p_("filing.contacts.safe_hours", "When is it safe to reach you?"),
        short=p_("filing.contacts.safe_hours", "When it is safe"),
        hint=p_("filing.contacts.safe_hours", "For example: only in the evening, never on Fridays."),
    ),
    "filing.contacts.safe_to_say_why": FieldWords(
        question=p_("filing.contacts.safe_to_say_why", "May we say why we call, also to somebody else who answers?"),
        short=p_("filing.contacts.safe_to_say_why", "Whether we may say why we call"),
        hint=p_("filing.contacts.safe_to_say_why", "If you do not answer, we do not say it."),
    ),
    "filing.control_facts": FieldWords(
        question=p_("filing.control_facts", "One or two things that only your family knows"),
        short=p_("filing.control_facts", "What only your family knows"),
        hint=p_(
            "filing.control_facts",
            "They help to tell who speaks the truth, if somebody says that they found the person. One on each line.",
        ),
    ),
    "filing.filled_in_by": FieldWords(
        short=p_("filing.filled_in_by", "Filled in by"),
    ),
    "filing.earlier_reports": FieldWords(
        short=p_("filing.earlier_reports", "Earlier reports elsewhere"),
        item=p_("filing.earlier_reports", "Earlier report"),
        add=p_("filing.earlier_reports", "Add an earlier report"),
        another=p_("filing.earlier_reports", "Add another earlier report"),
        remove=p_("filing.earlier_reports", "Remove this report"),
    ),
    "filing.earlier_reports.office": FieldWords(
        short=p_("filing.earlier_reports.office", "Office"),
    ),
    "filing.earlier_reports.number": FieldWords(
        short=p_("filing.earlier_reports.number", "Number at that office"),
    ),
    "filing.status": FieldWords(
        short=p_("filing.status", "What you believe"),
    ),
    # Those of a witness are read by staff, and asked for in words of their own by whoever has no account.
    "provenance.told_by": FieldWords(
        short=p_("provenance.told_by", "Name of the witness"),
    ),
    "provenance.told_by_contact": FieldWords(
        short=p_("provenance.told_by_contact", "How to ask the witness"),
    ),
}
