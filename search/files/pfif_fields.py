"""The fields of PFIF 1.1 to 1.4 under the names that 1.4 gives them. SOURCE: zesty.ca/pfif, versions 1.1 to 1.4.

A record is a person or a note. Names of any version are understood in every file, because files mix them.
"""

import datetime
import re
from dataclasses import dataclass, field

VERSIONS = ("1.1", "1.2", "1.3", "1.4")
PERSON_FIELDS = (
    "person_record_id",
    "entry_date",
    "expiry_date",
    "author_name",
    "author_email",
    "author_phone",
    "source_name",
    "source_date",
    "source_url",
    "full_name",
    "given_name",
    "family_name",
    "alternate_names",
    "description",
    "sex",
    "date_of_birth",
    "age",
    "home_street",
    "home_neighborhood",
    "home_city",
    "home_state",
    "home_postal_code",
    "home_country",
    "photo_url",
    "profile_urls",
)
NOTE_FIELDS = (
    "note_record_id",
    "person_record_id",
    "linked_person_record_id",
    "entry_date",
    "author_name",
    "author_email",
    "author_phone",
    "source_date",
    "author_made_contact",
    "status",
    "email_of_found_person",
    "phone_of_found_person",
    "last_known_location",
    "text",
    "photo_url",
)
# What earlier versions called these fields.
_EARLIER = {
    "first_name": "given_name",
    "last_name": "family_name",
    "home_zip": "home_postal_code",
    "other": "description",
    "found": "author_made_contact",
}
_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(?:Z|\+00:?00)?", re.ASCII)
_ID = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)\.?/(\S(?:.*\S)?)")
# RFC 2606 and RFC 6761, and what registries call the domains that they try things out under.
_TEST_LABELS = frozenset({"example", "invalid", "localhost", "test"})
_TEST_LABEL = re.compile(r".*test-?domain")


@dataclass(frozen=True, slots=True)
class PfifRecord:
    """One person or note: its fields as they were written, without the blanks around them.

    `line` is where it begins; `unknown` are elements that no version has; `too_long` fields of more text than is read.
    """

    fields: dict[str, str]
    line: int = 0
    notes: tuple["PfifRecord", ...] = ()
    unknown: dict[str, str] = field(default_factory=dict)
    too_long: tuple[str, ...] = ()
    version: str = ""

    def get(self, name: str) -> str:
        """A field, "" where nothing is said."""
        return self.fields.get(name, "")

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a field that holds one value a line."""
        return tuple(filter(None, map(str.strip, self.get(name).splitlines())))


def known_name(name: str, names: tuple[str, ...]) -> str:
    """What 1.4 calls a field among these; "" where no version has it."""
    name = _EARLIER.get(name, name)
    return name if name in names else ""


def moment(text: str) -> datetime.datetime | None:
    """A date and time in UTC; a day alone is its beginning, None what is neither."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime.datetime(year, month, day, hour, minute, second, tzinfo=datetime.UTC)
    except ValueError:
        return None


def written_moment(when: datetime.datetime) -> str:
    """A moment as PFIF writes it."""
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def domain_of(record_id: str) -> str:
    """The domain whose record it is, in small letters; "" where the number names none."""
    found = _ID.fullmatch(record_id)
    return found[1].lower() if found else ""


def is_test_domain(domain: str) -> bool:
    """Whether records of this domain are there to try things out: nobody is looked for or found by them."""
    labels = domain.split(".")
    return any(label in _TEST_LABELS or _TEST_LABEL.fullmatch(label) for label in labels)
