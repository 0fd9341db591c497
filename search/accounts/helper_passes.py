"""A pass leads from an organisation's portal to the families' pages: who helps a relative to file, sealed, for a day.

The server keeps nothing of it, and it opens nothing: it only says whose help a search is filed with. Whether that
person may still help is asked again when the search is filed (`search.filing.filing_for_family`).
"""

import base64
import binascii
import datetime
import uuid

import msgspec

from search.errors import SealBroken
from search.storage.encryption import Vault
from search.vocabulary import OrganisationKind, StateRun

_PLACE = "helper_passes.sealed"
# From the organisation's page to the first page of the family, and then until the search is filed.
BEGUN_WITHIN = datetime.timedelta(minutes=45)
FILED_WITHIN = datetime.timedelta(hours=24)


class HelperPass(msgspec.Struct, frozen=True, kw_only=True):
    """Whose account helps, and what the relative is told of the organisation."""

    organisation_id: uuid.UUID
    account_id: uuid.UUID
    organisation: str
    kind: OrganisationKind
    state_run: StateRun
    made_at: datetime.datetime
    reads_pairs: bool = False
    """Whether it was made in the committee's portal, to which its bearer then goes back."""

    def lasts(self, now: datetime.datetime, within: datetime.timedelta) -> bool:
        """Whether it was made within this time."""
        return self.made_at <= now < self.made_at + within


def seal_pass(vault: Vault, helper: HelperPass) -> str:
    """A pass as a page carries it."""
    return base64.urlsafe_b64encode(vault.seal_secret(msgspec.msgpack.encode(helper), _PLACE)).decode()


def open_pass(vault: Vault, sealed: str) -> HelperPass | None:
    """The pass; None where it is none of ours."""
    try:
        content = vault.unseal_secret(base64.urlsafe_b64decode(sealed), _PLACE)
    except (SealBroken, binascii.Error, ValueError):
        return None
    return msgspec.msgpack.decode(content, type=HelperPass)
