"""For which domains a PFIF file speaks: those that its sender named, else the one that most of its numbers are of.

A registry that passes on others' records says so by naming their domains; nobody speaks for another by accident.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from search.files.pfif_fields import domain_of, is_test_domain
from search.files.pfif_question import LEAVE, OTHER_DOMAIN, TAKE, PfifQuestion
from search.files.pfif_reading import PfifDocument
from search.sheet_summaries import SheetDoubt

_MAX_ID_CHARS = 200
# So many other domains are asked about one by one.
_ASKED = 10


class OwnDomains:
    """The domains of one file, and the others that were met in it, by the places of their records."""

    def __init__(self, document: PfifDocument, question: PfifQuestion) -> None:
        self.own = frozenset(map(str.lower, question.domains)) or _home_of(document)
        self._question = question
        self._others: dict[str, list[int]] = {}

    def fault(self, record_id: str, number: int) -> str:
        """Why a record of this number at this place cannot be taken; "" where it can."""
        domain = domain_of(record_id)
        if not domain or len(record_id) > _MAX_ID_CHARS:
            return "id_malformed"
        if is_test_domain(domain) and not self._question.with_tests:
            return "test_domain"
        if domain not in self.own:
            self._others.setdefault(domain, []).append(number)
        return "" if self.speaks_for(domain) else "outside_domain"

    def speaks_for(self, domain: str) -> bool:
        """Whether the file's word about records of this domain counts."""
        rows = self._others.get(domain)
        taken = rows is not None and self._question.answers.get(f"sheet.{OTHER_DOMAIN}.{rows[0]}") == TAKE
        return domain in self.own or taken

    def doubts(self) -> Iterator[SheetDoubt]:
        """A question for each other domain; its records are left out where nobody answers."""
        for domain, rows in list(self._others.items())[:_ASKED]:
            params: dict[str, str | int] = {"row": rows[0], "names": domain, "count": len(rows)}
            doubt = SheetDoubt(
                code=OTHER_DOMAIN, rows=tuple(rows), options=(TAKE, LEAVE), params=params, must_answer=False
            )
            answer = self._question.answers.get(doubt.key, "")
            yield replace(doubt, chosen=answer if answer in doubt.options else "")


def _home_of(document: PfifDocument) -> frozenset[str]:
    """The one domain that most numbers of a file are of; none where no domain has more than half of them."""
    notes = [*document.notes, *(note for person in document.persons for note in person.notes)]
    ids = [person.get("person_record_id") for person in document.persons]
    domains = Counter(filter(None, map(domain_of, [*ids, *(note.get("note_record_id") for note in notes)])))
    most = domains.most_common(1)
    return frozenset({most[0][0]}) if most and 2 * most[0][1] > domains.total() else frozenset()
