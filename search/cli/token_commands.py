"""`ovillo token`: keys to the API, each for certain acts, kinds of report and days."""

import uuid

import click

from search.access import OPERATOR, TokenScope
from search.accounts.api_tokens import LONGEST_DAYS, NewToken, issue_token, list_tokens_of, revoke_token, revoke_tokens
from search.cli.installation import now, open_database
from search.vocabulary import ReportKind

_SCOPES = click.Choice([scope.value for scope in TokenScope])
_KINDS = click.Choice([kind.value for kind in ReportKind])


@click.group()
def token() -> None:
    """Keys to the API."""


@token.command("issue")
@click.argument("organisation")
@click.option("--name", default="made by the operator", show_default=True, help="What will use it.")
@click.option("--scope", "scopes", type=_SCOPES, multiple=True, required=True, help="May be given several times.")
@click.option(
    "--kind", "kinds", type=_KINDS, multiple=True, help="Kinds of report it may file; all of the organisation's."
)
@click.option("--days", type=click.IntRange(1, LONGEST_DAYS), default=90, show_default=True)
def issue(*, organisation: str, name: str, scopes: tuple[str, ...], kinds: tuple[str, ...], days: int) -> None:
    """Print a new API token of an organisation, once."""
    command = NewToken(
        name=name,
        scopes=frozenset(TokenScope(scope) for scope in scopes),
        report_kinds=frozenset(ReportKind(kind) for kind in kinds),
        days=days,
    )
    with open_database() as database, database.transaction() as session:
        click.echo(issue_token(session, OPERATOR, organisation, command, now=now()))


@token.command("list")
@click.argument("organisation")
def show(organisation: str) -> None:
    """List the tokens of an organisation that still open something."""
    with open_database() as database, database.reading() as session:
        for one in list_tokens_of(session, OPERATOR, organisation, now=now()):
            used = f"last used {one.last_used_on}" if one.last_used_on else "never used"
            made = f"made {one.made_on} by {one.made_by or 'the operator'}"
            words = (str(one.token_id), one.name, " ".join(one.scopes), " ".join(one.report_kinds), made, used)
            click.echo("\t".join((*words, f"until {one.expires_on}")))


@token.command("revoke")
@click.argument("organisation", required=False)
@click.option("--id", "token_id", type=click.UUID, help="One token, as `token list` names it.")
def revoke(organisation: str | None, token_id: uuid.UUID | None) -> None:
    """Revoke one API token, or every one of an organisation, at once."""
    if (organisation is None) == (token_id is None):
        raise click.UsageError("name an organisation, or a token by --id")
    with open_database() as database, database.transaction() as session:
        if token_id is not None:
            revoke_token(session, OPERATOR, token_id, now=now())
        ended = 1 if organisation is None else revoke_tokens(session, OPERATOR, organisation, now=now())
    click.echo(f"{ended} tokens revoked")
