"""All that a family can take along of its search: what it wrote, changed, allowed, asked, was asked, and what was done.

Its own words and acts, and nothing else: the same bytes whatever was found. Answers that only the family knows are left
out here as everywhere, and pictures of photos stay where they are.
"""

from dataclasses import dataclass
from typing import Any

from search.access import ActorKind
from search.accounts.relatives import RelativeSummary, read_relatives
from search.asking.letters import read_letters
from search.asking.notice_choosing import chosen_notices
from search.asking.slot_answering import read_slots
from search.asking_summaries import LetterSummary, NoticeChosen, OpenSlots, SlotSummary
from search.casework.extortion import OwnExtortion, read_own_extortion
from search.committees.choosing import read_choice
from search.committees.office_log import read_done
from search.filing.case_history import CaseVersion, read_case_history
from search.filing.case_view import read_case
from search.filing.closing_searches import ClosingSummary, read_closings
from search.filing.record_photos import read_own_photos
from search.photos.photo_summaries import PhotoSummary
from search.summaries import CaseSummary
from search.telling.told_reading import read_told
from search.telling_summaries import LogEntry, OfficeLog, ToldNews
from web.context import act, look, now
from web.family.own_case import own_case
from web.fields.kept_unseen import about_answers, without_answers
from web.session_cookies import current_actor


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAlong:
    """What is in the files; `committee` and `relatives` are for whoever began the search."""

    case: CaseSummary
    told: ToldNews
    log: OfficeLog
    slots: OpenSlots
    letters: tuple[LetterSummary, ...]
    versions: tuple[CaseVersion, ...]
    closings: tuple[ClosingSummary, ...]
    photos: tuple[PhotoSummary, ...]
    notices: NoticeChosen | None
    extortion: tuple[OwnExtortion, ...]
    committee: str = ""
    relatives: tuple[RelativeSummary, ...] = ()

    @property
    def asked(self) -> tuple[SlotSummary, ...]:
        """What was asked on common days, the newest first."""
        current = (self.slots.current,) if self.slots.current else ()
        return (*current, *self.slots.earlier)


def gathered() -> TakenAlong:
    """Everything, as it stands now."""
    began = current_actor().kind is not ActorKind.RELATIVE
    return TakenAlong(
        case=act(read_case, own_case(), now=now()),
        told=look(read_told, own_case(), now=now()),
        log=look(read_done, own_case(), now=now()),
        slots=look(read_slots, own_case(), now=now()),
        letters=look(read_letters, own_case(), now=now()),
        versions=act(read_case_history, own_case(), now=now()).versions,
        closings=look(read_closings, own_case()),
        photos=act(read_own_photos, own_case(), now=now()).photos,
        notices=look(chosen_notices, own_case()),
        extortion=look(read_own_extortion, own_case()),
        committee=look(read_choice, own_case()).current.name if began else "",
        relatives=look(read_relatives) if began else (),
    )


def as_data(kept: TakenAlong) -> dict[str, Any]:
    """The same for programs, without the numbers under which we keep things."""
    return {
        "search": _own_words(kept.case),
        "spoken_with_you_on": kept.told.days,
        "committee": kept.committee,
        "earlier_versions": [_version(one) for one in kept.versions[:-1]],
        "questions": [_slot(one) for one in kept.asked],
        "letters": [_without(one, "letter_id") for one in kept.letters],
        "notices": kept.notices,
        "asked_for_money": kept.extortion,
        "photos": [_without(one, "photo_id") for one in kept.photos],
        "closed": kept.closings,
        "relatives": [_without(one, "relative_id") for one in kept.relatives],
        "offices_asked": [_asked(one) for one in kept.log.entries],
    }


def _own_words(case: CaseSummary) -> dict[str, Any]:
    """Everything that the family wrote and allowed, by the names of its fields."""
    return {
        "reference": case.reference,
        "filed_at": case.filed_at,
        "language": case.language,
        "withdrawn": case.withdrawn,
        "helped_by": case.helped_by,
        "helped_at": case.helped_at,
        "description": case.sought,
        "identifiers": case.identifiers,
        "filing": without_answers(case.filing),
        "answers_that_only_you_know": about_answers(case.filing),
        "consents": case.consents,
    }


def _version(one: CaseVersion) -> dict[str, Any]:
    return {
        "revision": one.revision,
        "written_at": one.at,
        "by_a_relative": one.by_relative,
        "description": one.sought,
        "identifiers": one.identifiers,
        "filing": without_answers(one.filing),
    }


def _slot(one: SlotSummary) -> dict[str, Any]:
    return {"day": one.day, "task": one.task, "questions": one.questions}


def _asked(entry: LogEntry) -> dict[str, Any]:
    """An office that was asked."""
    return {
        "register": entry.register,
        "office": entry.office,
        "asked_by": entry.asked_by,
        "asked_on": entry.asked_on,
        "due_on": entry.due_on,
        "acknowledged_on": entry.acknowledged_on,
        "answered_on": entry.answered_on,
    }


def _without(one: Any, *left_out: str) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__ if name not in left_out}
