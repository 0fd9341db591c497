"""The command line `ovillo`: what the portals do, and more, for whoever runs the installation."""

import signal
import sys

import click

from i18n.errors import I18nError
from search.cli.lazy_group import LazyGroup
from search.cli.private_memory import keep_memory_private
from search.cli.start_errors import sentence
from search.errors import SearchError

_HERE = "search.cli"
# They handle Ctrl-C themselves, once they stand; the others are interrupted, so that they can tidy up.
_LOCKED = (
    "another process writes to the database and does not let go of it: end what is left of an earlier start, then try "
    "again; nothing was started"
)
_SERVING = {"run", "worker"}


@click.command(
    cls=LazyGroup,
    entry_points="ovillo.commands",
    places={
        "run": f"{_HERE}.run_commands:run",
        "worker": f"{_HERE}.worker_command:worker",
        "setup": f"{_HERE}.run_commands:setup",
        "import": f"{_HERE}.import_commands:import_group",
        "sheet": f"{_HERE}.sheet_commands:sheet",
        "match": f"{_HERE}.proposal_commands:match",
        "relink": f"{_HERE}.relink_commands:relink",
        "set-aside": f"{_HERE}.proposal_commands:set_aside_command",
        "proposals": f"{_HERE}.proposal_commands:proposals",
        "audit": f"{_HERE}.audit_commands:audit",
        "evaluate": f"{_HERE}.evaluate_commands:evaluate",
        "model": f"{_HERE}.model_commands:model",
        "organisation": f"{_HERE}.organisation_commands:organisation",
        "shared": f"{_HERE}.shared_commands:shared",
        "account": f"{_HERE}.account_commands:account",
        "token": f"{_HERE}.token_commands:token",
        "alarms": f"{_HERE}.alarm_commands:alarms",
        "erase": f"{_HERE}.erase_commands:erase",
        "readings": f"{_HERE}.reading_commands:readings",
        "questions": f"{_HERE}.question_commands:questions",
        "notices": f"{_HERE}.question_commands:notices",
        "words": f"{_HERE}.account_commands:words",
        "complaints": f"{_HERE}.complaint_commands:complaints",
        "information": f"{_HERE}.information_commands:information",
        "recordings": f"{_HERE}.recording_commands:recordings",
    },
)
@click.version_option(package_name="ovillo")
@click.pass_context
def commands(context: click.Context) -> None:
    """Ovillo: software with which families find missing relatives."""
    if context.invoked_subcommand not in _SERVING and signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def main() -> None:
    """Run a command; an error of domain, engine or languages ends it with a sentence or code, not with a traceback."""
    keep_memory_private()
    try:
        commands()
    except (SearchError, I18nError, OSError, _engine_error()) as error:
        click.echo(f"ovillo: {sentence(error)}", err=True)
        sys.exit(1)
    except _database_errors() as error:
        if "database is locked" in str(getattr(error, "orig", "")):
            click.echo(f"ovillo: {_LOCKED}", err=True)
            sys.exit(1)
        # Not its text, which may quote an address with its password.
        click.echo(f"ovillo: the database cannot be used ({type(error).__name__}): see OVILLO_DATABASE_URL", err=True)
        sys.exit(1)


def _engine_error() -> type[Exception]:
    """The base of the engine's errors, imported once something was raised: not every command waits for the engine."""
    from matching.errors import MatchingError  # noqa: PLC0415 - as said

    return MatchingError


def _database_errors() -> tuple[type[Exception], ...]:
    from alembic.util import CommandError  # noqa: PLC0415 - as said of the engine's
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - as said of the engine's

    return SQLAlchemyError, CommandError
