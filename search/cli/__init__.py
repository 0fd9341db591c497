"""The command line `ovillo`: the same services as the portals, for whoever runs the installation."""

import sys

import click

from matching.errors import MatchingError
from search.cli.accounts import account, token, words
from search.cli.audit import audit
from search.cli.bench import bench
from search.cli.evaluate import evaluate
from search.cli.importing import import_group
from search.cli.incidents import incidents
from search.cli.model import model
from search.cli.model_reading import compare, describe
from search.cli.proposals import match, proposals
from search.cli.relink import relink
from search.cli.relink_bench import bench_relink
from search.cli.running import run, setup, worker
from search.errors import SearchError


@click.group()
@click.version_option(package_name="ovillo")
def commands() -> None:
    """Ovillo: software with which families find missing relatives."""


for command in (
    run,
    worker,
    setup,
    import_group,
    match,
    relink,
    proposals,
    audit,
    evaluate,
    bench,
    model,
    account,
    token,
    words,
):
    commands.add_command(command)

import_group.add_command(incidents)
bench.add_command(bench_relink)
model.add_command(describe)
model.add_command(compare)


def main() -> None:
    """Run a command; an error of the domain or the engine ends it with its code, not with a traceback."""
    try:
        commands()
    except (SearchError, MatchingError) as error:
        click.echo(f"ovillo: {error}", err=True)
        sys.exit(1)
