"""`python -m i18n.blind ti FOLDER`: what somebody turns back into English who must not have seen the English.

Two files: the words of the language, each behind a number, and beside them, under the same numbers, their English. All
messages of the pages on consent, danger, erasing, withdrawing, closing and news come first; of the others every third.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from babel.messages.catalog import Message

from i18n.catalogue_files import messages, read_catalogue
from i18n.division import Catalogue
from i18n.extract import sources_of
from i18n.locales import LOCALES

# Where a word too much or too little does harm: by the place of a message, and by what it says.
_GRAVE_PLACES = re.compile(
    "consent|danger|erase|erasing|withdraw|clos|shar|privacy|how_it_works|news|leav|extortion|notices|complain|receivers"
)
_GRAVE_WORDS = re.compile(
    "police|immigration|erase|withdraw|never|permit|allow|consent|danger|share|forensic|extort|nobody|no longer",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_EVERY = 3


def chosen(tag: str) -> Iterator[tuple[str, Message]]:
    """The messages of families that are turned back, each with its number; raises UnknownLocale."""
    sources = sources_of()
    grave: list[Message] = []
    others: list[Message] = []
    for message in sorted(messages(read_catalogue(tag, Catalogue.FAMILY)), key=_order):
        said = _forms(message.id)[0]
        if len(said.split()) >= _FEWEST_WORDS:
            places = sources.get((said, message.context or None), frozenset())
            is_grave = _GRAVE_WORDS.search(said) or any(map(_GRAVE_PLACES.search, places))
            (grave if is_grave else others).append(message)
    yield from ((f"A{number}", message) for number, message in enumerate(grave, 1))
    yield from ((f"B{number}", message) for number, message in enumerate(others[::_EVERY], 1))


def _forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    return (words or "",) if isinstance(words, str) or words is None else tuple(words)


def _order(message: Message) -> str:
    """No neighbour of the page stands beside a message, so that each says what it says alone."""
    return hashlib.sha256(f"{message.context}\4{_forms(message.id)[0]}".encode()).hexdigest()


@click.command()
@click.argument("tag", type=click.Choice([row.tag for row in LOCALES]))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def main(tag: str, folder: Path) -> None:
    """Write TAG.txt to be turned back, and TAG.english.tsv to compare it with afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = list(chosen(tag))
    words = (f"{number}\t{' | '.join(_forms(message.string))}\n" for number, message in listed)
    english = (f"{number}\t{message.context or ''}\t{' | '.join(_forms(message.id))}\n" for number, message in listed)
    (folder / f"{tag}.txt").write_text("".join(words), encoding="utf-8")
    (folder / f"{tag}.english.tsv").write_text("".join(english), encoding="utf-8")
    click.echo(f"{len(listed)} messages in {folder / f'{tag}.txt'}; their English, not to be read before, beside it")


if __name__ == "__main__":
    main()
