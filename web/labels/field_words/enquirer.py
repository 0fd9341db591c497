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
        none=p_("filing.contacts", "Nobody is to call or write. I come back here myself."),
        item=p_("filing.contacts", "A way to reach you"),
        numbered=p_("filing.contacts", "Way %(number)s to reach you"),
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
    "filing.contacts.country": FieldWords(
        question=p_("filing.contacts.country", "In which country are you then?"),
        short=p_("filing.contacts.country", "Where you are then"),
        hint=p_("filing.contacts.country", "So that whoever calls sees what time it is there."),
    ),
    "filing.contacts.may_say": FieldWords(
        question=p_("filing.contacts.may_say", "What may we say there?"),
        short=p_("filing.contacts.may_say", "What may be said"),
        hint=p_("filing.contacts.may_say", "If you do not answer, whoever calls you is told never to say why."),
    ),
    "filing.contacts.speaker": FieldWords(
        question=p_("filing.contacts.speaker", "Who answers there, and speaks for your family?"),
        short=p_("filing.contacts.speaker", "Who speaks for the family"),
        hint=p_("filing.contacts.speaker", "If you write nobody, whoever calls is told to speak only with you."),
    ),
    "filing.contacts.languages": FieldWords(
        question=p_("filing.contacts.languages", "Which languages can be spoken there?"),
        short=p_("filing.contacts.languages", "Languages to speak"),
    ),
    "filing.control_questions": FieldWords(
        question=p_("filing.control_questions", "Questions that only your family can answer"),
        short=p_("filing.control_questions", "What only your family knows"),
        item=p_("filing.control_questions", "Question"),
        numbered=p_("filing.control_questions", "Question %(number)s that only you can answer"),
        add=p_("filing.control_questions", "Add a question"),
        another=p_("filing.control_questions", "Add another question"),
        remove=p_("filing.control_questions", "Remove this question"),
    ),
    "filing.control_questions.question": FieldWords(
        question=p_("filing.control_questions.question", "A question that only your family can answer"),
        short=p_("filing.control_questions.question", "Question"),
        hint=p_("filing.control_questions.question", "For example: what did you call the dog you had as a child?"),
    ),
    "filing.control_questions.answer": FieldWords(
        question=p_("filing.control_questions.answer", "The right answer"),
        short=p_("filing.control_questions.answer", "The right answer"),
        hint=p_(
            "filing.control_questions.answer",
            "Please choose something that nobody can find on the internet, and tell it to nobody else.",
        ),
    ),
    "filing.filled_in_by": FieldWords(
        short=p_("filing.filled_in_by", "Filled in by"),
    ),
    "filing.earlier_reports": FieldWords(
        short=p_("filing.earlier_reports", "Earlier reports elsewhere"),
        item=p_("filing.earlier_reports", "Earlier report"),
        numbered=p_("filing.earlier_reports", "Earlier report %(number)s"),
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
