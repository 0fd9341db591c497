"""`ovillo bench questions`, `ovillo bench sequences`: what questions are worth, and whether their sequence tells."""

import click

from benchmarks.question_sequences import CHOOSERS, guesses
from benchmarks.question_speed import RULES, speeds


@click.command()
@click.option("--families", default=300, show_default=True, type=click.IntRange(10), help="How many are asked.")
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
def questions(families: int, seed: int) -> None:
    """Count answers until the right candidate leads: fixed order, ours, and what perfect choice would reach."""
    click.echo("rule            mean  median  led    over all")
    found = speeds(families, seed)
    for one in found:
        click.echo(f"{one.rule:<15} {one.mean:5.2f} {one.median:6.1f}  {one.led:5.1%}  {one.over_all:5.2f}")
    fixed, ours = (next(one for one in found if one.rule == rule) for rule in list(RULES)[:2])
    click.echo(f"ours needs {ours.mean / fixed.mean:.0%} of the answers of a fixed order")


@click.command()
@click.option("--cases", default=2_000, show_default=True, type=click.IntRange(200), help="Half with candidates.")
@click.option("--seed", default=1, show_default=True, help="The same seed invents the same people.")
@click.option("--late", default=0.3, show_default=True, help="Of those with candidates: met only after some slots.")
@click.option("--chooser", multiple=True, type=click.Choice(list(CHOOSERS)), default=list(CHOOSERS), show_default=True)
def sequences(cases: int, seed: int, late: float, chooser: tuple[str, ...]) -> None:
    """Let classifiers learn from whole sequences with their answers who has candidates; 0.5 is chance."""
    click.echo("chooser   observer    area   95 % interval")
    for guess in guesses(cases, seed, chooser, late):
        area = guess.area
        click.echo(f"{guess.chooser:<9} {guess.observer:<11} {area.value:.3f}  {area.low:.3f} to {area.high:.3f}")
