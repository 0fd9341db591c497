"""Settings: read once from the environment, frozen, and checked before anything starts.

Every variable begins with `OVILLO_`; `docs/operating.md` lists them, and a test holds the list against this file.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.errors import Refused, SealBroken
from search.storage.encryption import Vault, decode_master_key, encode_master_key, new_master_key

PREFIX = "OVILLO_"
_MEGABYTE = 1024 * 1024
_SQLITE = "sqlite:///"
# What is read of a sender's file at all (`search.sheets.sheet_limits`).
_MOST_MEGABYTES = 20
_YES = {"1", "yes", "true"}
_NO = {"0", "no", "false"}
# In the place of an address: notices are written, not sent.
NOTICES_FILE = "file"
_LEAVE_TO = (("", "https://www.wikipedia.org/"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`master_key` is the key itself; `master_key_file` names a file that holds it. One of them must exist.

    `demonstration` allows what only invented data may: a key made at first start, accounts without one-time codes,
    cookies over plain HTTP. `public_hosts` are the names under which the portals answer, any where there are none.
    `audit_head` names the file that knows how far the audit has come. `part_frequencies` names a file on how common
    name parts are in this very registry, `parameters` one with which evidence is weighed instead of the shipped one.
    `parser_user` is the user of the system as whom strangers' files are read. Photos take at most
    `photo_store_megabytes` together, whoever sends them. `i_know_it_is_not_in_service` lets `host` be a public address.
    Families are told that a day of questions came by `notices_email` (`smtp://`, `smtps://`) and `notices_sms`
    (`https://`); `file` writes into `var` instead. `information` is the folder of the pages that the operator writes
    (`search.files.information_pages`).
    (`https://`); `file` writes into `var` instead. `leave_to` are the pages that a quick exit ends on, by country; the
    one under no country is for all others.
    """

    var: Path = Path("var")
    # Neither is part of `repr`: a key and a password do not belong in a log.
    database_url: str = field(default="", repr=False)
    master_key: str = field(default="", repr=False)
    master_key_file: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    web_workers: int = 2
    upload_megabytes: int = 20
    photo_megabytes: int = 8
    photo_store_megabytes: int = 4096
    demonstration: bool = False
    default_language: str = "en"
    public_hosts: tuple[str, ...] = ()
    drafts: int = 20_000
    draft_megabytes: int = 200
    filings_an_hour: int = 600
    filings_of_a_network: int = 60
    spare_megabytes: int = 512
    part_frequencies: Path | None = None
    parameters: Path | None = None
    parser_user: str = ""
    i_know_it_is_not_in_service: bool = False
    audit_head: Path | None = None
    notices_email: str = field(default="", repr=False)
    notices_email_password: Path | None = None
    notices_from: str = ""
    notices_sms: str = field(default="", repr=False)
    notices_sms_token: Path | None = None
    information: Path | None = None
    leave_to: tuple[tuple[str, str], ...] = _LEAVE_TO

    @classmethod
    def load(cls, environ: Mapping[str, str]) -> "Settings":
        """From the environment; raises Refused with the variable's name when one cannot be read.

        Every path is made absolute: whoever starts other programs with these settings may start them elsewhere.
        """
        given = {key.removeprefix(PREFIX).lower(): value for key, value in environ.items() if key.startswith(PREFIX)}
        unknown = sorted(given.keys() - cls.__dataclass_fields__.keys())
        if unknown:
            raise Refused("setting_unknown", name=PREFIX + unknown[0].upper())
        text = given.get
        return cls(
            var=Path(text("var", "var")).absolute(),
            database_url=_absolute_url(text("database_url", "")),
            master_key=text("master_key", ""),
            master_key_file=_path(given, "master_key_file"),
            host=text("host", "127.0.0.1"),
            port=_number(given, "port", 8000, range(1, 65_536)),
            web_workers=_number(given, "web_workers", 2, range(1, 257)),
            upload_megabytes=_number(given, "upload_megabytes", 20, range(1, _MOST_MEGABYTES + 1)),
            photo_megabytes=_number(given, "photo_megabytes", 8, range(1, _MOST_MEGABYTES + 1)),
            photo_store_megabytes=_number(given, "photo_store_megabytes", 4096, range(1, 1_048_577)),
            demonstration=_switch(given, "demonstration"),
            default_language=text("default_language", "en"),
            drafts=_number(given, "drafts", 20_000, range(100, 10_000_001)),
            draft_megabytes=_number(given, "draft_megabytes", 200, range(1, 1_000_001)),
            filings_an_hour=_number(given, "filings_an_hour", 600, range(1, 1_000_001)),
            filings_of_a_network=_number(given, "filings_of_a_network", 60, range(1, 1_000_001)),
            spare_megabytes=_number(given, "spare_megabytes", 512, range(1_000_001)),
            public_hosts=tuple(text("public_hosts", "").replace(",", " ").split()),
            part_frequencies=_path(given, "part_frequencies"),
            parameters=_path(given, "parameters"),
            parser_user=text("parser_user", ""),
            i_know_it_is_not_in_service=_switch(given, "i_know_it_is_not_in_service"),
            audit_head=_path(given, "audit_head"),
            notices_email=_address(given, "notices_email", ("smtp", "smtps")),
            notices_email_password=_path(given, "notices_email_password"),
            notices_from=text("notices_from", ""),
            notices_sms=_address(given, "notices_sms", ("https",)),
            notices_sms_token=_path(given, "notices_sms_token"),
            information=_path(given, "information"),
            leave_to=_by_country(given, "leave_to") or _LEAVE_TO,
        )

    def paths(self) -> dict[str, str]:
        """The variables that name a place, with absolute paths: for programs that run in another folder."""
        named = {
            "VAR": self.var,
            "DATABASE_URL": self.database_url or None,
            "MASTER_KEY_FILE": self.master_key_file,
            "PART_FREQUENCIES": self.part_frequencies,
            "PARAMETERS": self.parameters,
            "AUDIT_HEAD": self.audit_head,
            "NOTICES_EMAIL_PASSWORD": self.notices_email_password,
            "NOTICES_SMS_TOKEN": self.notices_sms_token,
            "INFORMATION": self.information,
        }
        return {PREFIX + name: str(value) for name, value in named.items() if value is not None}

    @property
    def confinement(self) -> Confinement:
        """Where children that read what strangers send find their place, in every process of the installation."""
        return Confinement(Slots(self.var.absolute() / "places"), self.parser_user)

    @property
    def photo_confinement(self) -> Confinement:
        """Photos have places of their own: no family waits with one for somebody's sheet."""
        return Confinement(Slots(self.var.absolute() / "places" / "photos"), self.parser_user)

    @property
    def disk_is_low(self) -> bool:
        """Whether the embedded database's disk has less left than is spared. Of a server's disk nothing is known."""
        folder = self.embedded_file.parent
        if self.database_url or not folder.exists():
            return False
        return shutil.disk_usage(folder).free < self.spare_megabytes * _MEGABYTE

    @property
    def email_notices(self) -> str:
        """By which server e-mail leaves; a demonstration writes into its file."""
        return self.notices_email or (NOTICES_FILE if self.demonstration else "")

    @property
    def sms_notices(self) -> str:
        """By which gateway text messages leave; a demonstration writes into its file."""
        return self.notices_sms or (NOTICES_FILE if self.demonstration else "")

    @property
    def notices_file(self) -> Path:
        """Where notices are written instead of being sent."""
        return self.var.absolute() / "notices.jsonl"

    @property
    def waiting_folder(self) -> Path:
        """Where sheets lie, sealed, between upload and sending."""
        return self.var.absolute() / "waiting"

    @property
    def upload_limit(self) -> int:
        """Bytes of the largest upload."""
        return self.upload_megabytes * _MEGABYTE

    @property
    def photo_limit(self) -> int:
        """Bytes of the largest photo as it is sent."""
        return self.photo_megabytes * _MEGABYTE

    @property
    def photo_store_limit(self) -> int:
        """Bytes that all photos may take as they are kept."""
        return self.photo_store_megabytes * _MEGABYTE

    @property
    def url(self) -> str:
        """The database's URL: the embedded one under `var` unless another is named."""
        return self.database_url or f"{_SQLITE}{self.embedded_file}"

    @property
    def embedded_file(self) -> Path:
        """The embedded database."""
        return self.var.absolute() / "ovillo.sqlite"

    @property
    def key_file(self) -> Path:
        """Where the master key is kept when the environment does not hold it."""
        return self.master_key_file or self.var / "master.key"

    @property
    def head_path(self) -> Path:
        """The file that knows how far the audit of this database has come: beside the key, each database its own."""
        if self.audit_head is not None:
            return self.audit_head
        if not self.database_url:
            return self.var / "audit.head"
        named = hashlib.sha256(self.database_url.rpartition("@")[2].encode()).hexdigest()[:8]
        return self.var / f"audit-{named}.head"


def load_vault(settings: Settings) -> Vault:
    """The vault of the configured master key. A demonstration makes a missing key file, readable by its owner only."""
    if settings.master_key:
        return Vault.from_master_key(decode_master_key(settings.master_key))
    path = settings.key_file
    if not path.exists():
        if not settings.demonstration:
            raise SealBroken("master_key_absent")
        _write_private(path, encode_master_key(new_master_key()))
    return Vault.from_master_key(decode_master_key(_private_text(path)))


def _private_text(path: Path) -> str:
    """A key that others may read is none; neither is what is no file, from which one could wait for ever."""
    if not path.is_file():
        raise SealBroken("master_key_unreadable")
    if path.stat().st_mode & 0o077:
        raise Refused("master_key_open_to_others", name=path.name)
    return path.read_text(encoding="ascii")


def make_key_file(path: Path) -> None:
    """Write a new master key; refuses to replace one."""
    if path.exists():
        raise Refused("master_key_exists")
    _write_private(path, encode_master_key(new_master_key()))


def _write_private(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)


def _path(given: Mapping[str, str], name: str) -> Path | None:
    return Path(given[name]).absolute() if name in given else None


def _absolute_url(url: str) -> str:
    """Three slashes before a file of SQLite mean a path from the folder that one stands in."""
    file = url.removeprefix(_SQLITE)
    return f"{_SQLITE}{Path(file).absolute()}" if url.startswith(_SQLITE) and file else url


def _address(given: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str:
    """Nothing, "file", or an address of one of these schemes."""
    address = given.get(name, "")
    if address not in ("", NOTICES_FILE) and urlsplit(address).scheme not in schemes:
        raise Refused("setting_unreadable", name=PREFIX + name.upper())
    return address


def _by_country(given: Mapping[str, str], name: str) -> tuple[tuple[str, str], ...]:
    """An address of https for everybody, then `XX=address` for single countries; none where nothing is named."""
    first, *others = given.get(name, "").split() or [""]
    pairs = [("", first), *((country, address) for country, _, address in (one.partition("=") for one in others))]
    readable = all(urlsplit(address).scheme == "https" and urlsplit(address).hostname for _, address in pairs)
    named = [country for country, _ in pairs[1:]]
    countries = all(re.fullmatch("[A-Z]{2}", one) for one in named) and len(set(named)) == len(named)
    if first and not (readable and countries):
        raise Refused("setting_unreadable", name=PREFIX + name.upper())
    return tuple(pairs) if first else ()


def _number(given: Mapping[str, str], name: str, otherwise: int, allowed: range) -> int:
    try:
        number = int(given.get(name, otherwise))
    except ValueError as error:
        raise Refused("setting_unreadable", name=PREFIX + name.upper()) from error
    if number not in allowed:
        raise Refused("setting_unreadable", name=PREFIX + name.upper())
    return number


def _switch(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "no").lower()
    if value not in _YES | _NO:
        raise Refused("setting_unreadable", name=PREFIX + name.upper())
    return value in _YES
