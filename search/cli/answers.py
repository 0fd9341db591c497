"""Answers to a file's questions, as they are given on the command line."""

import click


def answers_given(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Answers by their keys, each given as KEY=OPTION."""
    answers = dict(one.split("=", 1) for one in given if "=" in one)
    if len(answers) < len(given):
        raise click.BadParameter("each answer is KEY=OPTION, given once")
    return answers
