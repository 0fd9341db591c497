"""Searches that families opened to an organisation, as JSON: what is open, and no field that says nothing."""

from typing import Any

import msgspec

from search.consent_summaries import SharedSearch, SharedSearches


def as_json(shared: SharedSearch | SharedSearches) -> dict[str, Any]:
    """A search, or a page of them, as JSON has it."""
    if isinstance(shared, SharedSearches):
        page = {"page": shared.page, "pages": shared.pages, "total": shared.total}
        return {"searches": [as_json(one) for one in shared.searches], **page}
    plain = msgspec.to_builtins(shared)
    return {**plain, "sought": stated(plain["sought"]), "identifiers": stated(plain["identifiers"])}


def json_lines(searches: tuple[SharedSearch, ...]) -> bytes:
    """One search a line, UTF-8."""
    return b"".join(msgspec.json.encode(as_json(one)) + b"\n" for one in searches)


def stated(value: Any) -> Any:
    """Plain values without what is empty: a field that is kept back looks like one that nobody filled in."""
    if isinstance(value, dict):
        inner = {key: stated(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if one not in (None, "", [], {})}
    return [stated(one) for one in value] if isinstance(value, list | tuple) else value
