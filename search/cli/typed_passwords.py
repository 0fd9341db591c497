"""A password for a command: asked for, or read from a file or standard input; never among the command's words.

Whatever stands on a command line is shown to everybody on the machine by `ps`, and kept in the shell's history.
"""

import sys
from collections.abc import Callable
from typing import Any, TextIO

import click

from search.errors import Refused


def password_file_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that names a file with the password; without it, `read_password` asks."""
    return click.option(
        "--password-file",
        type=click.File("r", encoding="utf-8"),
        help="A file whose first line is the password, - for standard input. Asked for when left out.",
    )


def read_password(file: TextIO | None) -> str:
    """The first line of the file; without one, what is typed twice at a terminal, or standard input's first line.

    Raises Refused `password_missing` where nothing came.
    """
    if file is None and sys.stdin.isatty():
        typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return typed
    line = (file or sys.stdin).readline().rstrip("\r\n")
    if not line:
        raise Refused("password_missing")
    return line
