"""What verifying the audit finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuditFault:
    """Something that does not fit. `code` says what, `place` where: an entry's number, or a table and an id."""

    code: str
    place: str
