"""`ovillo information`: which pages of the operator's folder are shown, and why the others are not."""

import sys
from pathlib import Path

import click

from search.cli.installation import now, settings
from search.files.information_pages import LONGEST, read_information

_WHY = {
    "name": "its name is not `<topic>.<language>.md` in a folder named after a country or `all`",
    "too_long": f"it is longer than {LONGEST:,} bytes",
    "unreadable": "it cannot be read as UTF-8",
    "no_head": "it does not begin with lines `name: value` between two lines of three dashes",
    "no_title": "it has no title",
    "no_source": "it has no source",
    "no_checked_on": "it does not say when it was last checked, as `checked_on: 2026-11-29`",
    "checked_on_to_come": "the day on which it was last checked has not come",
    "no_number": "it has no number that can be called",
    "no_tried_on": "it does not say when the number was last tried, as `tried_on: 2026-11-29`",
    "tried_on_to_come": "the day on which the number was last tried has not come",
}


@click.group()
def information() -> None:
    """Look after the pages that you write yourself."""


@information.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Print the pages of FOLDER, or of OVILLO_INFORMATION, that are shown, and the files that are not."""
    chosen = folder or settings().information
    if chosen is None:
        raise click.UsageError("name a folder, or set OVILLO_INFORMATION")
    found = read_information(chosen, now().date())
    for page in found.pages:
        number = f", {page.number} tried on {page.tried_on}" if page.number else ""
        click.echo(
            f"shown  {page.country or 'all'}/{page.topic} ({page.language}), checked on {page.checked_on}{number}"
        )
    for one in found.left_out:
        click.echo(f"not shown  {one.name}: {_WHY.get(one.why, one.why)}")
    sys.exit(1 if found.left_out else 0)
