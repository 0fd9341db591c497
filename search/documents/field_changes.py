"""One value of a report that changes: what news made of it, and what a correction names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One value of a report that its news changes: `path` as in the table of fields.

    `old` None: it is added; `new` None: it is taken away, by a correction alone.
    """

    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One value of a report that is replaced, or with `new` None taken away; the only act that removes anything.

    `path` as in the table of fields; `old` names the value, as text, among those of a list; None is the whole field.
    """

    path: str
    old: str | None = None
    new: str | None = None
