"""`ovillo recordings`: what committees have read aloud of each language, and what is still to be read."""

from collections.abc import Mapping
from importlib import import_module

import click

from i18n.division import Catalogue
from i18n.offered_languages import offered
from search.access import OPERATOR
from search.cli.installation import open_database
from search.recordings.kept_recordings import count_recorded

# What can be read aloud are the words of pages. Their module is named and not imported, as `run` names the portals.
_SENTENCES = "web.spoken_sentences"


@click.group()
def recordings() -> None:
    """Sentences of families' pages that committees have read aloud."""


@recordings.command(name="list")
def list_command() -> None:
    """Print for each language how many sentences are recorded as they stand now, of other words, and not at all."""
    spoken = {row.tag: _words(row.tag) for row in offered(Catalogue.FAMILY)}
    with open_database() as database, database.reading() as session:
        found = count_recorded(session, OPERATOR, spoken)
    for tag, one in found.items():
        click.echo(
            f"{tag}  {one.recorded} of {len(spoken.get(tag, {}))} recorded, {one.out_of_date} out of date, "
            f"{one.missing} missing, {one.size:,} bytes"
        )


def _words(tag: str) -> Mapping[str, str]:
    """The words of every sentence in a language, by the sentence's name."""
    found: Mapping[str, str] = import_module(_SENTENCES).words_by_code(tag)
    return found
