"""Words for who somebody is."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords, Marked

# Names of all kinds together, where they are compared as a whole.
NAMES: Marked = p_("description.names", "Names")
WORDS: Mapping[str, FieldWords] = {
    "description.names:full": FieldWords(
        question=p_("description.names:full", "Their name, as you write it"),
        short=p_("description.names:full", "Name"),
        hint=p_(
            "description.names:full",
            "In your own language and letters. Half a name or a nickname is enough to begin.",
        ),
    ),
    "description.names:nickname": FieldWords(
        question=p_("description.names:nickname", "A nickname, or what friends call them"),
        short=p_("description.names:nickname", "Nickname"),
    ),
    "description.names:father": FieldWords(
        question=p_("description.names:father", "Their father's name"),
        short=p_("description.names:father", "Father's name"),
    ),
    "description.names:mother": FieldWords(
        question=p_("description.names:mother", "Their mother's name"),
        short=p_("description.names:mother", "Mother's name"),
    ),
    "description.names": FieldWords(
        question=p_("description.names", "Do they have other names, or is their name written in other ways?"),
        short=p_("description.names", "Other names and spellings"),
        item=p_("description.names", "Other name"),
        numbered=p_("description.names", "Other name %(number)s"),
        add=p_("description.names", "Add a name or a spelling"),
        another=p_("description.names", "Add another name"),
        remove=p_("description.names", "Remove this name"),
    ),
    "description.names.text": FieldWords(
        question=p_("description.names.text", "Another name or another spelling"),
        short=p_("description.names.text", "Name"),
    ),
    "description.names.kind": FieldWords(
        question=p_("description.names.kind", "What kind of name is this?"),
        short=p_("description.names.kind", "Kind of name"),
    ),
    "description.sex": FieldWords(
        question=p_("description.sex", "Are they female or male?"),
        short=p_("description.sex", "Sex"),
    ),
    "description.gender": FieldWords(
        short=p_("description.gender", "Gender"),
    ),
    "description.birth": FieldWords(
        question=p_("description.birth", "When were they born?"),
        short=p_("description.birth", "Date of birth"),
        hint=p_(
            "description.birth",
            "The year alone is enough, for example 1998. The month can be a number or its name.",
        ),
    ),
    "description.age": FieldWords(
        question=p_("description.age", "Or how old were they when you last heard from them?"),
        short=p_("description.age", "Age"),
        hint=p_(
            "description.age",
            "A number of years, for example 30. If you are not sure, write 30-35, or use words.",
        ),
    ),
    "description.birth_place": FieldWords(
        question=p_("description.birth_place", "Where were they born?"),
        short=p_("description.birth_place", "Place of birth"),
    ),
    "description.asks_for": FieldWords(
        short=p_("description.asks_for", "Relatives this person is looking for"),
        none=p_("description.asks_for", "This person is looking for nobody"),
        item=p_("description.asks_for", "Relative"),
        add=p_("description.asks_for", "Add a relative"),
        another=p_("description.asks_for", "Add another relative"),
        remove=p_("description.asks_for", "Remove this relative"),
    ),
    "description.asks_for.name": FieldWords(short=p_("description.asks_for.name", "Name of the relative")),
    "description.asks_for.relation": FieldWords(
        short=p_("description.asks_for.relation", "Who the relative is to them"),
    ),
    "description.asks_for.where": FieldWords(
        short=p_("description.asks_for.where", "Where the relative was last, and how to reach them"),
    ),
    "description.residence": FieldWords(
        short=p_("description.residence", "Where they lived"),
    ),
    "description.nationalities": FieldWords(
        question=p_("description.nationalities", "Which nationality do they have?"),
        short=p_("description.nationalities", "Nationality"),
        hint=p_("description.nationalities", "Write the name of the country, in any language."),
        add=p_("description.nationalities", "Add another nationality"),
    ),
    "description.stateless": FieldWords(
        short=p_("description.stateless", "Without any nationality"),
    ),
    "description.languages": FieldWords(
        question=p_("description.languages", "Which languages do they speak?"),
        short=p_("description.languages", "Languages"),
        hint=p_("description.languages", "One in each line, in any language."),
        add=p_("description.languages", "Add another language"),
    ),
    "description.community": FieldWords(
        question=p_("description.community", "Their people or community, if you want to say"),
        short=p_("description.community", "Community"),
        hint=p_("description.community", "It helps to understand names. You can skip this."),
    ),
    "description.religion": FieldWords(
        short=p_("description.religion", "Religion"),
    ),
    "description.marital_status": FieldWords(
        short=p_("description.marital_status", "Family status"),
    ),
    "description.children": FieldWords(
        short=p_("description.children", "Children"),
    ),
    "description.occupation": FieldWords(
        question=p_("description.occupation", "Their work"),
        short=p_("description.occupation", "Work"),
    ),
}
