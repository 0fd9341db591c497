"""The field catalogue is complete, says nothing too much, and decides what each actor is shown."""

import dataclasses
import datetime
import itertools
import uuid

import pytest
from sqlalchemy import Boolean, DateTime, Float, LargeBinary, Uuid
from sqlalchemy.types import Date, Integer

from matching.comparisons import ORDER
from matching.evidence import AlignedPart, Evidence, Outcome
from matching.record import Event, IdentityDocument, Mark, PersonName, Phone, Place
from search.access import ANYONE, OPERATOR, WORKER, Actor, ActorKind, Subject
from search.documents import (
    PHOTO_DOCUMENTS,
    Contact,
    Description,
    FieldNote,
    Filing,
    Identifiers,
    Journey,
    PostMortem,
    Whereabouts,
)
from search.fields import (
    EVIDENCE_PATHS,
    SECTIONS,
    DisclosureLevel,
    Encryption,
    LogRule,
    Purpose,
    can_see,
    catalogue,
    field_paths,
    visible,
    visible_evidence,
)
from search.fields.table import parts_of, rule_of
from search.models import Base
from search.records.sections import DOCUMENT_TYPES
from search.storage.types import JSONText, UTCDateTime
from search.vocabulary import ContactKind

CASE, OTHER_CASE, SHELTER, HOSPITAL, COMMITTEE, OTHER_COMMITTEE = (uuid.UUID(int=n) for n in range(1, 7))
SOUGHT = Subject(case_id=CASE, committee_id=COMMITTEE)
FOUND = Subject(organisation_id=SHELTER, committee_id=COMMITTEE)

ACTORS = {
    "anyone": ANYONE,
    "worker": WORKER,
    "operator": OPERATOR,
    "family": Actor(kind=ActorKind.FAMILY, case_id=CASE),
    "other family": Actor(kind=ActorKind.FAMILY, case_id=OTHER_CASE),
    "organisation": Actor(kind=ActorKind.PARTNER, organisation_id=SHELTER),
    "other organisation": Actor(kind=ActorKind.PARTNER, organisation_id=HOSPITAL),
    "reviewer": Actor(kind=ActorKind.REVIEWER, organisation_id=COMMITTEE),
    "other reviewer": Actor(kind=ActorKind.REVIEWER, organisation_id=OTHER_COMMITTEE),
    "family without a case": Actor(kind=ActorKind.FAMILY),
    "partner without an organisation": Actor(kind=ActorKind.PARTNER),
    "reviewer without a committee": Actor(kind=ActorKind.REVIEWER),
}

LIST, READ, REVEAL = Purpose.LIST, Purpose.READ, Purpose.REVEAL
# Which levels each actor sees of the search and of the report, purpose by purpose; whoever is not named sees nothing.
EXPECTED = {
    ("family", "sought"): {LIST: "D1 D2 D3", READ: "D1 D2 D3", REVEAL: "D1 D2 D3"},
    ("organisation", "found"): {LIST: "D1 D2 D3 D4 DM", READ: "D1 D2 D3 D4 D5 DM", REVEAL: "D1 D2 D3 D4 DM"},
    ("reviewer", "sought"): {LIST: "D1 D2 DM", READ: "D1 D2 D5 DM", REVEAL: "D1 D2 D3 DM"},
    ("reviewer", "found"): {LIST: "D1 D2 DM", READ: "D1 D2 D5 DM", REVEAL: "D1 D2 D3 DM"},
    ("operator", "sought"): {LIST: "D1", READ: "D1", REVEAL: "D1"},
    ("operator", "found"): {LIST: "D1", READ: "D1", REVEAL: "D1"},
}
STORED = {**{kind.value: document for kind, document in DOCUMENT_TYPES.items()}, **PHOTO_DOCUMENTS}
LEVEL_OF_SECTION = {
    "description": "D2",
    "identifiers": "D3",
    "filing": "D3",
    "provenance": "D3",
    "whereabouts": "D4",
    "follow_up": "D4",
    "post_mortem": "D5",
    "matching": "D0",
    "photo": "D2",
    "paper_photo": "D3",
    "post_mortem_photo": "D5",
}
LEVEL_OF_EXCEPTION = {
    "filing.relationship": "D2",
    "filing.status": "D2",
    "provenance.source_date": "D1",
    "whereabouts.minor": "DM",
}

# Plain text that is no code: each is here because SQL or a person at the keyboard must find by it.
PLAIN_TEXT = {
    "access_requests.login",
    "access_requests.roles",
    "access_tokens.name",
    "access_tokens.report_kinds",
    "access_tokens.scopes",
    "accounts.login",
    # Chosen for colleagues, who tell each other apart by it.
    "accounts.shown_name",
    "audit_entries.detail",
    "audit_entries.subject_id",
    "import_batches.outcomes",
    "duplicate_proposals.engine_version",
    "duplicate_proposals.evidence",
    "duplicate_judgements.engine_version",
    # Public facts, as published.
    "incidents.origins",
    "incidents.place",
    "incidents.region",
    "incidents.route",
    "incidents.source",
    "judgements.reasons",
    "judgements.checks",
    "judgements.evidence",
    "judgements.ruled_out_by",
    "match_proposals.returned_because",
    "match_proposals.engine_version",
    "set_aside_records.engine_version",
    "judgements.engine_version",
    "match_proposals.evidence",
    "organisations.name",
    # Codes out of one list, which a day's notices are drawn by.
    "question_slots.questions",
    # Words of ours, read aloud for everybody.
    "recordings.sound",
    "reporter_answers.answers",
    "search_requests.reference",
    "sender_profiles.mapping",
    "telling_plans.page_readers",
}
CODE_LENGTH = 32
PUBLIC = "recordings.sound"


def columns() -> dict[str, object]:
    return {f"{table.name}.{column.name}": column.type for table in Base.metadata.sorted_tables for column in table.c}


def document_paths() -> set[str]:
    """Every field of every document, with what stands under a kind of a list's elements."""
    kinds = {path for path in catalogue() if ":" in path}
    return {path for name, document in STORED.items() for path in field_paths(document, name)} | kinds


def document_rows() -> set[str]:
    return {path for path in catalogue() if path.partition(".")[0] in SECTIONS.values()}


def level_expected(path: str) -> str:
    return LEVEL_OF_EXCEPTION.get(path, LEVEL_OF_SECTION[path.partition(".")[0]])


def test_every_column_and_every_field_of_a_document_has_its_rule_and_no_rule_is_left_over() -> None:
    covered = {row.path for path in document_paths() if (row := rule_of(path)) is not None}
    assert [path for path in document_paths() if rule_of(path) is None] == []
    assert {path for path in catalogue() if path not in document_rows()} == set(columns())
    assert [path for path in document_rows() - covered if not parts_of(path)] == []


def test_the_catalogue_knows_the_sections_that_are_stored() -> None:
    assert {name: document for document, name in SECTIONS.items()} == STORED


def test_every_field_of_a_document_is_sealed_and_never_logged() -> None:
    rules = [catalogue()[path] for path in document_rows()]
    assert {(rule.encryption, rule.log) for rule in rules} == {(Encryption.SEALED, LogRule.NEVER)}


def test_whatever_is_said_of_a_person_is_never_plain() -> None:
    personal = set(DisclosureLevel) - {DisclosureLevel.D0, DisclosureLevel.D1}
    plain = [rule.path for rule in catalogue().values() if rule.encryption is Encryption.PLAIN]
    assert [path for path in plain if catalogue()[path].level in personal] == []


def test_a_plain_column_holds_a_number_a_moment_an_id_or_a_short_code() -> None:
    harmless = (Uuid, Integer, Float, Boolean, DateTime, Date, UTCDateTime)
    plain = {path for path in columns() if catalogue()[path].encryption is Encryption.PLAIN}
    doubtful = {path for path in plain if not isinstance(columns()[path], harmless)}
    assert {path for path in doubtful if isinstance(columns()[path], JSONText)} <= PLAIN_TEXT
    assert {path for path in doubtful if _length(columns()[path]) > CODE_LENGTH} == PLAIN_TEXT - {
        "search_requests.reference"
    }


def test_a_column_of_bytes_is_sealed_or_a_digest() -> None:
    raw = {path for path, kind in columns().items() if isinstance(kind, LargeBinary)} - {PUBLIC}
    assert catalogue()[PUBLIC].level is DisclosureLevel.D1
    assert {catalogue()[path].encryption for path in raw} == {Encryption.SEALED, Encryption.DIGEST}
    assert catalogue()["sections.sealed"].encryption is Encryption.SEALED
    assert catalogue()["judgements.words_sealed"].encryption is Encryption.SEALED


@pytest.mark.parametrize("side", ["sought", "found"])
@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("who", list(ACTORS))
def test_each_actor_sees_the_levels_of_the_table_and_no_other(who: str, purpose: Purpose, side: str) -> None:
    subject = SOUGHT if side == "sought" else FOUND
    levels = EXPECTED.get((who, side), {}).get(purpose, "").split()
    seen = {path for path in document_paths() if can_see(ACTORS[who], path, subject, purpose)}
    assert seen == {path for path in document_paths() if level_expected(path) in levels}


@pytest.mark.parametrize("who", list(ACTORS))
def test_nobody_sees_what_belongs_to_nobody_they_know(who: str) -> None:
    seen = {
        path for path, p in itertools.product(document_paths(), Purpose) if can_see(ACTORS[who], path, Subject(), p)
    }
    assert seen == ({"provenance.source_date"} if who == "operator" else set())


@pytest.mark.parametrize("who", list(ACTORS))
def test_a_field_that_is_not_in_the_catalogue_is_seen_by_nobody(who: str) -> None:
    assert not can_see(ACTORS[who], "description.shoe_size", SOUGHT, READ)


def test_the_whereabouts_of_a_living_person_reach_the_reporting_organisation_only() -> None:
    whereabouts = Whereabouts(found=Event(place=Place(text="Calle Falsa 7")), condition="tired")
    readers = {who for who, actor in ACTORS.items() if visible(whereabouts, actor, FOUND, READ) != Whereabouts()}
    assert readers == {"organisation"}


def test_post_mortem_findings_are_never_part_of_a_list() -> None:
    findings = PostMortem(cause="drowned", body_tag="M-1")
    for actor in ACTORS.values():
        assert visible(findings, actor, FOUND, LIST) == PostMortem()
    assert visible(findings, ACTORS["reviewer"], FOUND, READ) == findings
    assert visible(findings, ACTORS["organisation"], FOUND, READ) == findings


def test_numbers_are_hidden_with_whatever_hangs_on_them_until_they_are_revealed() -> None:
    identifiers = Identifiers(phones=(Phone("+50370001111"),), documents=(IdentityDocument("A1", "passport"),))
    assert visible(identifiers, ACTORS["reviewer"], SOUGHT, READ) == Identifiers()
    assert visible(identifiers, ACTORS["reviewer"], SOUGHT, REVEAL) == identifiers


def test_a_document_keeps_the_fields_that_may_be_seen_and_loses_the_others() -> None:
    filing = Filing(
        enquirer_names=(PersonName("Alem Invented"),),
        contacts=(Contact(kind=ContactKind.PHONE, value="+50370001111"),),
        control_facts=("the blue door",),
        relationship=None,
    )
    assert visible(filing, ACTORS["family"], SOUGHT, READ) == filing
    shown = visible(filing, ACTORS["reviewer"], SOUGHT, READ)
    assert (shown.enquirer_names, shown.contacts, shown.control_questions) == ((), (), ())
    assert visible(filing, ACTORS["reviewer"], SOUGHT, REVEAL).control_questions == filing.control_questions != ()


def test_a_description_passes_whole_to_its_assigned_reviewer_and_empty_to_a_stranger() -> None:
    description = Description(
        names=(PersonName("Tesfalem"),),
        marks=(Mark("scar", words="like a moon"),),
        journey=Journey(companions=(PersonName("Hiwet"),), vessel="blue boat"),
        event=Event(place=Place(text="Invented Bay")),
    )
    assert visible(description, ACTORS["reviewer"], FOUND, READ) == description
    assert visible(description, ACTORS["other reviewer"], FOUND, READ) == Description()
    assert visible(description, ACTORS["other organisation"], FOUND, READ) == Description()


def test_evidence_shows_values_of_names_but_never_numbers_or_the_place_the_engine_knows() -> None:
    part = (AlignedPart("left", "right", "same"),)
    evidence = tuple(Evidence(code, "exact", Outcome.AGREES, 5.0, part) for code in (*EVIDENCE_PATHS, "unheard_of"))
    shown = visible_evidence(evidence, ACTORS["reviewer"], FOUND, READ)
    with_parts = {one.comparison for one in shown if one.parts}
    assert {"names", "parents", "home", "community", "marks", "effects"} <= with_parts
    assert with_parts.isdisjoint({"phones", "documents", "place", "origin", "together", "unheard_of"})
    assert [dataclasses.replace(one, parts=()) for one in evidence] == [
        dataclasses.replace(one, parts=()) for one in shown
    ]


def test_every_comparison_of_the_engine_points_at_a_field_that_exists() -> None:
    assert sorted(set(ORDER) - set(EVIDENCE_PATHS)) == []
    assert sorted(set(EVIDENCE_PATHS) - set(ORDER)) == []
    assert set(EVIDENCE_PATHS.values()) <= document_paths()


@pytest.mark.parametrize(
    ("field", "readers"),
    [
        ("description.birth", {"family", "reviewer"}),
        ("description.names:father", {"family", "reviewer"}),
        ("identifiers.phones.number", {"family"}),
        ("whereabouts.found.place", set()),
        ("post_mortem.cause", {"reviewer"}),
        ("matching.names", set()),
        ("description.shoe_size", set()),
        ("", set()),
    ],
)
def test_what_was_noted_under_a_field_is_as_secret_as_the_field_wherever_it_is_kept(
    field: str, readers: set[str]
) -> None:
    noted = Description(notes=(FieldNote(field=field, words="behind the mosque"),))
    assert {who for who, actor in ACTORS.items() if visible(noted, actor, SOUGHT, READ).notes} == readers


def test_a_part_of_a_value_goes_by_the_line_of_the_whole() -> None:
    assert can_see(ACTORS["reviewer"], "description.birth.earliest", SOUGHT, READ)
    assert not can_see(ACTORS["reviewer"], "whereabouts.found.place.latitude", FOUND, READ)


def test_what_is_no_document_of_the_registry_cannot_be_shown() -> None:
    with pytest.raises(KeyError):
        visible(datetime.date(2024, 1, 1), ACTORS["reviewer"], FOUND, READ)


def _length(kind: object) -> int:
    length: int | None = getattr(kind, "length", None)
    return 10**6 if length is None else length
