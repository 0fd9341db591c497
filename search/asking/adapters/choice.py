"""Which ways of sending an installation has, by its settings."""

from collections.abc import Mapping
from pathlib import Path

from search.asking.adapters.adapter import Adapter
from search.asking.adapters.file import NoticeFile
from search.asking.adapters.http_gateway import Gateway
from search.asking.adapters.smtp import MailServer
from search.errors import Refused
from search.settings import NOTICES_FILE, PREFIX, Settings
from search.vocabulary import NoticeChannel


def adapters_of(settings: Settings) -> Mapping[NoticeChannel, Adapter]:
    """The channels by which families can be told here; those that are not set up are offered to nobody."""
    found: dict[NoticeChannel, Adapter] = {}
    if settings.email_notices == NOTICES_FILE:
        found[NoticeChannel.EMAIL] = NoticeFile(settings.notices_file, NoticeChannel.EMAIL.value)
    elif settings.email_notices:
        if not settings.notices_from:
            raise Refused("setting_unreadable", name=f"{PREFIX}NOTICES_FROM")
        password = _secret(settings.notices_email_password)
        found[NoticeChannel.EMAIL] = MailServer(settings.email_notices, settings.notices_from, password)
    if settings.sms_notices == NOTICES_FILE:
        found[NoticeChannel.SMS] = NoticeFile(settings.notices_file, NoticeChannel.SMS.value)
    elif settings.sms_notices:
        found[NoticeChannel.SMS] = Gateway(settings.sms_notices, _secret(settings.notices_sms_token))
    return found


def channels_of(settings: Settings) -> tuple[NoticeChannel, ...]:
    """The channels that are offered."""
    offered = {NoticeChannel.EMAIL: settings.email_notices, NoticeChannel.SMS: settings.sms_notices}
    return tuple(channel for channel in NoticeChannel if offered[channel])


def _secret(path: Path | None) -> str:
    return path.read_text(encoding="utf-8").strip() if path else ""
