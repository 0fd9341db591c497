"""`ovillo bench family-bytes` and its neighbours: what the families' pages weigh and cost, and whether filings last."""

import click

from benchmarks.family_bytes import ANY_PAGE, BENGALI_LIKE, FIRST_PAGE, PageBytes, page_bytes
from benchmarks.family_portal import family_portal
from i18n.offered_languages import offered


@click.command("family-bytes")
@click.option("--all", "every", is_flag=True, help="Every page, not only the heaviest.")
def family_bytes(*, every: bool) -> None:
    """Bytes of the families' pages over the wire, with headers, as the application sends them; prints TSV.

    The last language has letters of three bytes, as Bengali does.
    """
    click.echo("\t".join(("language", "page", "plain", "packed", "with_files", "requests_elsewhere")))
    for language in (*(row.tag for row in offered()), BENGALI_LIKE):
        with family_portal() as (app, _):
            pages = list(page_bytes(app, language))
        heaviest = sorted(pages, key=lambda page: -page.with_files)
        first = next(page for page in pages if page.address == "/")
        for page in heaviest if every else [first, *heaviest[:5]]:
            click.echo(_line(page))
        elsewhere = sum(page.elsewhere for page in pages)
        click.echo(
            f"# {language}: {len(pages)} pages, first {first.with_files} of {FIRST_PAGE}, "
            f"heaviest {heaviest[0].with_files} of {ANY_PAGE}, requests elsewhere {elsewhere}"
        )


def _line(page: PageBytes) -> str:
    return "\t".join(map(str, (page.language, page.address, page.plain, page.packed, page.with_files, page.elsewhere)))
