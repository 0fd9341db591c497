"""Every error that the domain raises.

SearchError
├── AccessDenied          the actor may not do this
├── NotFound              no such thing, or not one that this actor may know of (both look the same)
├── Conflict              the thing changed since it was read
│   └── Outdated          and who wants to change it named the version that was read
├── Refused               the command cannot be carried out as it is
│   ├── AskedFirst            a question to the reader comes before what they want to read
│   ├── SheetError        a file that cannot be read as a sheet
│   ├── HeldBack          nothing was stored: a question is to be answered first
│   ├── ConfinedFailed    a confined child was stopped by a limit, or ended by itself
│   └── Busy              too many of this kind are under way; to be asked again soon
├── NotYet                others go first; to be asked again in a second or two, with the place that is kept
├── TooManyAttempts       slowed down; `params["seconds"]` says how long
└── SealBroken            a sealed value does not open: altered, moved or its key destroyed

A message is a code and ids, never a name, a date of birth or a number.
"""


class SearchError(Exception):
    """Base of the tree. `code` is stable and translated by whoever shows it; `params` fill its placeholders."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        super().__init__(code)

    def __str__(self) -> str:
        detail = " ".join(f"{key}={value}" for key, value in sorted(self.params.items()))
        return f"{self.code} {detail}".rstrip()


class AccessDenied(SearchError):
    """The actor may not do this."""


class NotFound(SearchError):
    """There is no such thing, or none that this actor may know of."""


class Conflict(SearchError):
    """The thing was changed by somebody else since it was read."""


class Outdated(Conflict):
    """The version that somebody read and wants to change is not the newest any more."""


class Refused(SearchError):
    """The command cannot be carried out as it is."""


class AskedFirst(Refused):
    """Something is asked of the reader before what they want to read is shown."""


class SheetError(Refused):
    """A file that cannot be read as a sheet."""


class HeldBack(Refused):
    """A report that may be of another person than the one reported under its number: nothing was stored.

    `params`: `report_id` of the sender's own report, `contradictions` as codes with blanks between (sex, birth, names,
    life).
    """


class ConfinedFailed(Refused):
    """A child that read what a stranger sent was stopped by a limit, or ended by itself."""


class Busy(Refused):
    """As many of this kind as are done at once are under way: ask again soon."""


class NotYet(SearchError):
    """Others go first; nobody is turned away, and the place is kept."""


class TooManyAttempts(SearchError):
    """Slowed down; try again after `params["seconds"]`."""


class SealBroken(SearchError):
    """A sealed value does not open: it was altered or moved, or its key was destroyed."""
