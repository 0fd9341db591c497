"""The place of each sealed value: what its ciphertext is bound to, so that it opens nowhere else.

Each is `table.column` and what tells the row apart. None can ever change: what was sealed in it would not open again.
Keys of records and of drafts are wrapped in places of their own (`search.storage.encryption`), and an export has its
own too (`search.relinking.export_sealing`).
"""

import uuid

from search.models.records import SectionKind


def section_place(number: int, kind: SectionKind, revision: int) -> str:
    """Where one revision of a record's section is sealed, under the record's key."""
    return f"sections.sealed.{number}.{kind.value}.{revision}"


def packed_record_place(number: int, revision: int) -> str:
    """Where all that comparing reads of one revision of a record is sealed, under the record's key."""
    return f"packed_records.sealed.{number}.{revision}"


def judgement_words_place(judgement_id: uuid.UUID) -> str:
    """Where the words of a judgement are sealed, under the key of the search."""
    return f"judgements.words_sealed.{judgement_id}"


def disclosure_reason_place(disclosure_id: uuid.UUID) -> str:
    """Where the reason for showing contacts is sealed, under the key of the search."""
    return f"disclosures.reason_sealed.{disclosure_id}"


def talk_words_place(talk_id: uuid.UUID) -> str:
    """Where it is sealed with whom somebody spoke, under the key of the search."""
    return f"talks.with_sealed.{talk_id}"


def claim_words_place(claim_id: uuid.UUID) -> str:
    """Where it is sealed who claimed what and how, under the key of the search."""
    return f"claim_checks.words_sealed.{claim_id}"


def claim_answer_place(claim_id: uuid.UUID) -> str:
    """Where it is sealed what was answered to the question that only the family can answer, under the search's key."""
    return f"claim_checks.said_sealed.{claim_id}"


def photo_words_place(photo_id: uuid.UUID) -> str:
    """Where what is said of a photo is sealed, under the record's key."""
    return f"photos.words_sealed.{photo_id}"


def photo_preview_place(photo_id: uuid.UUID) -> str:
    """Where the small picture of a photo is sealed, under the record's key."""
    return f"photos.preview_sealed.{photo_id}"


def photo_picture_place(photo_id: uuid.UUID) -> str:
    """Where the picture of a photo is sealed, under the record's key."""
    return f"photos.picture_sealed.{photo_id}"


def one_time_code_place(account_id: uuid.UUID) -> str:
    """Where the secret of an account's one-time codes is sealed, under the key of staff secrets."""
    return f"accounts.totp_sealed.{account_id}"


def organisation_contact_place(organisation_id: uuid.UUID) -> str:
    """Where the line under which the operator reaches an organisation is sealed, under the key of staff secrets."""
    return f"organisations.contact_sealed.{organisation_id}"


def import_part_place(batch_id: uuid.UUID, first: int) -> str:
    """Where some rows of a file that is being stored are sealed, under the key of such parts."""
    return f"import_parts.sealed.{batch_id}.{first}"


def send_name_place(batch_id: uuid.UUID) -> str:
    """Where the name of a file that was sent is sealed, under the key of sends."""
    return f"import_batches.name_sealed.{batch_id}"


def send_rows_place(batch_id: uuid.UUID) -> str:
    """Where the rows of a file that were not taken are sealed, under the key of sends."""
    return f"import_batches.refused_sealed.{batch_id}"


def invitation_secret_place(request_id: uuid.UUID) -> str:
    """Where the secret of an invited person's app is sealed until they accept, under the key of staff secrets."""
    return f"access_requests.totp_sealed.{request_id}"


def alarm_words_place(alarm_id: uuid.UUID) -> str:
    """Where the answer to an alarm is sealed, under the key of staff secrets."""
    return f"alarms.words_sealed.{alarm_id}"


def draft_place(token_digest: bytes) -> str:
    """Where something half done is sealed, under the draft's own key."""
    return f"drafts.sealed.{token_digest.hex()}"


def asked_number_place(request_id: uuid.UUID) -> str:
    """Where the number that somebody asks to erase is sealed, under the key of staff secrets."""
    return f"erasure_requests.number_sealed.{request_id}"


def telling_plan_place(plan_id: uuid.UUID) -> str:
    """Where the plan of how a family is told is sealed, under the key of the search."""
    return f"telling_plans.plan_sealed.{plan_id}"


def first_message_place(message_id: uuid.UUID) -> str:
    """Where the first words between a family and whoever was found are sealed, under the key of the search."""
    return f"first_messages.words_sealed.{message_id}"


def office_request_place(request_id: uuid.UUID) -> str:
    """Where an office that was asked, and the number that it has for a search, is sealed, under the search's key."""
    return f"office_requests.office_sealed.{request_id}"


def person_answer_place(answer_id: uuid.UUID) -> str:
    """Where what somebody who was met answered is sealed, under the key of their report."""
    return f"person_answers.answer_sealed.{answer_id}"


def standing_answer_place(answer_id: uuid.UUID) -> str:
    """Where what somebody who was met answered to everybody is sealed, under the key of their report."""
    return f"standing_answers.standing_sealed.{answer_id}"


def age_finding_place(finding_id: uuid.UUID) -> str:
    """Where what was settled about somebody's age is sealed, under the key of their report."""
    return f"age_findings.found_sealed.{finding_id}"


def child_decision_place(decision_id: uuid.UUID) -> str:
    """Where what was decided with a child is sealed, under the key of its report."""
    return f"child_decisions.decision_sealed.{decision_id}"


def child_words_place(decision_id: uuid.UUID) -> str:
    """Where a child's view and the reasons of a decision are sealed, under the key of its report."""
    return f"child_decisions.words_sealed.{decision_id}"


def identification_document_place(identification_id: uuid.UUID) -> str:
    """Where the number of the document of an identification is sealed, under the key of the report."""
    return f"identifications.document_sealed.{identification_id}"


def question_answer_place(answer_id: uuid.UUID) -> str:
    """Where an answer to a question of a common day is sealed, under the key of the search."""
    return f"question_answers.answer_sealed.{answer_id}"


def letter_words_place(letter_id: uuid.UUID) -> str:
    """Where the words of a family's letter are sealed, under the key of the search."""
    return f"letters.words_sealed.{letter_id}"


def notice_address_place(choice_id: uuid.UUID) -> str:
    """Where the address of a family's notices is sealed, under the key of the search."""
    return f"notice_choices.address_sealed.{choice_id}"


def threshold_words_place(threshold_id: uuid.UUID) -> str:
    """Where the reason for a threshold is sealed, under the key of staff secrets."""
    return f"committee_thresholds.words_sealed.{threshold_id}"


def relative_called_place(relative_id: uuid.UUID) -> str:
    """Where the name of a second relative is sealed, under the key of the search."""
    return f"relatives.called_sealed.{relative_id}"


def self_report_place(report_id: uuid.UUID) -> str:
    """Where it is sealed what somebody wrote who says that they are not missing, under a key of its own."""
    return f"self_reports.words_sealed.{report_id}"


def complaint_place(complaint_id: uuid.UUID) -> str:
    """Where the words of a complaint are sealed, under a key of their own."""
    return f"complaints.words_sealed.{complaint_id}"


def closing_words_place(closing_id: uuid.UUID) -> str:
    """Where the words with which a family closed its search are sealed, under the key of the search."""
    return f"closings.words_sealed.{closing_id}"


def extortion_words_place(report_id: uuid.UUID) -> str:
    """Where what a family reports of somebody who asked for money is sealed, under the key of the search."""
    return f"extortion_reports.words_sealed.{report_id}"
