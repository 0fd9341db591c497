"""What a family reads before it answers: whole in every language, of its own for each receiver, bound to its digest."""

import hashlib
import uuid

import pytest

from search.consent_summaries import ReceivingOrganisation
from search.consents import CHOSEN_AS_NETWORK, CHOSEN_BY_COUNTRY, CHOSEN_BY_NAME, Receiver
from search.vocabulary import ConsentAnswer, ConsentPurpose, Network, ReceiverKind, StateRun
from tests.web.labels.wording import EVERY_LANGUAGE, TAGS, codes_of, left_in_english, shared_words, without_words
from web.labels import consents
from web.labels.consents import TABLES, consent_text, language_of_text, place_of, receiver_name

Question = tuple[ConsentPurpose, Receiver, ReceivingOrganisation | None]
ID = uuid.UUID(int=9)


def questions() -> list[Question]:
    """Every question that can be asked, with one organisation of each kind and each belonging."""
    asked: list[Question] = []
    for purpose in ConsentPurpose:
        asked += [(purpose, Receiver(ReceiverKind.NETWORK, one.value), None) for one in CHOSEN_AS_NETWORK[purpose]]
        asked.append((purpose, Receiver(CHOSEN_BY_COUNTRY[purpose], "ER"), None))
        for kind in sorted(CHOSEN_BY_NAME[purpose]):
            for state_run in StateRun:
                organisation = ReceivingOrganisation(
                    organisation_id=ID, name="Casa Invented", kind=kind, country="MX", state_run=state_run
                )
                asked.append((purpose, Receiver(ReceiverKind.ORGANISATION, ID.hex), organisation))
    return asked


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    "question", questions(), ids=lambda one: f"{one[0]}-{one[1].code[:9]}-{one[2] and (one[2].kind + one[2].state_run)}"
)
def test_each_question_says_who_learns_what_and_what_can_go_wrong(question: Question, tag: str) -> None:
    text = consent_text(tag, *question)
    assert len(text.parts) == 6
    assert all(heading and words and "%(" not in words for heading, words in text.parts)
    lines = [text.title, text.question, *(line for part in text.parts for line in part), text.yes, text.no]
    assert text.digest == hashlib.sha256("\n".join(lines).encode()).digest()
    if tag != "en":
        english = consent_text("en", *question)
        assert not {words for _, words in text.parts} & {words for _, words in english.parts}


def test_no_two_texts_are_bound_by_one_digest() -> None:
    """But for organisations that read alike: nobody knows whether one belongs to a state, and one that does."""
    digests = {tag: [consent_text(tag, *question).digest for question in questions()] for tag in TAGS}
    told_apart = {
        (purpose, receiver, organisation and organisation.kind, organisation and organisation.state_run is StateRun.NO)
        for purpose, receiver, organisation in questions()
    }
    for tag in TAGS:
        assert len(set(digests[tag])) == len(told_apart)
    assert len({digest for tag in TAGS for digest in digests[tag]}) == len(told_apart) * len(TAGS)


def test_one_changed_word_is_another_text(monkeypatch: pytest.MonkeyPatch) -> None:
    question = (ConsentPurpose.SHARING, Receiver(ReceiverKind.CONSULATES, "ER"))
    read = consent_text("en", *question).digest
    assert language_of_text(read, TAGS, *question) == "en"
    assert language_of_text(consent_text("ar", *question).digest, TAGS, *question) == "ar"
    monkeypatch.setattr(consents, "_NO", ("consent", "No, never"))
    assert consent_text("en", *question).digest != read
    assert language_of_text(read, ["en"], *question) == ""


def test_the_country_stands_in_the_text_that_is_agreed_to() -> None:
    for purpose in (ConsentPurpose.SHARING, ConsentPurpose.FORENSIC):
        texts = [consent_text("en", purpose, Receiver(CHOSEN_BY_COUNTRY[purpose], code)) for code in ("ER", "MX")]
        assert texts[0].digest != texts[1].digest
        assert "Eritrea" in texts[0].title


def test_a_forensic_service_is_called_what_it_is_and_police_is_ruled_out_only_where_it_is() -> None:
    for purpose, receiver, organisation in questions():
        words = " ".join(part for _, part in consent_text("en", purpose, receiver, organisation).parts)
        ruled_out = "Police, immigration offices and authorities that detain people take no part" in words
        assert ruled_out is (receiver.kind is ReceiverKind.NETWORK)
        if receiver.kind is ReceiverKind.FORENSIC_SERVICES:
            assert "part of the prosecutor’s office or of the police" in words


@pytest.mark.parametrize("kind", [ConsentPurpose, ConsentAnswer, ReceiverKind, Network])
def test_every_code_has_words(kind: type[ConsentPurpose]) -> None:
    worded, codes = codes_of(kind, TABLES)
    assert worded == codes


@EVERY_LANGUAGE
def test_every_code_has_words_in_every_language(tag: str) -> None:
    assert without_words(TABLES, tag) == []
    assert left_in_english(TABLES, tag) == ({"No"} if tag == "es" else set())
    assert [shared_words(TABLES[table], tag) for table in TABLES if shared_words(TABLES[table], tag)] == []


@EVERY_LANGUAGE
def test_a_receiver_has_a_name_in_every_language(tag: str) -> None:
    names = [receiver_name(tag, receiver, "Casa Invented") for _, receiver, _ in questions()]
    assert all(names)


def test_organisations_of_one_name_are_told_apart_by_kind_and_country() -> None:
    organisation = next(one for _, _, one in questions() if one is not None)
    assert place_of("en", organisation).startswith("Casa Invented · ")
    assert place_of("en", organisation).endswith(" · Mexico")
