"""What the operator wrote for anybody: help in each country, who stands behind this, a number to call in danger.

Nothing here needs an account, and nothing is shown that nobody answers for: each page says its source and the day on
which somebody last looked whether it is still true.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, render_template

from i18n.locales import SOURCE_TAG
from search.files.information_pages import DANGER, EVERYWHERE, InformationPage
from web.context import shared
from web.family.markdown_blocks import Block, blocks
from web.labels.geography import country_name, sort_key
from web.locale import language

information_pages = Blueprint("information", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it is drawn; `foreign`: it is not there in the reader's language."""

    page: InformationPage
    parts: tuple[Block, ...]
    foreign: bool


@dataclass(frozen=True, slots=True)
class _Link:
    slug: str
    topic: str
    title: str
    language: str


@information_pages.app_context_processor
def _known() -> dict[str, object]:
    """Whether the operator wrote pages of help, and a number to call in danger: else no page leads there."""
    known = shared().information
    return {
        "help_with": help_with,
        "has_information": bool(known.countries() or known.of_country("")),
        "has_danger": bool(known.numbers()),
    }


@information_pages.get("/info")
def index() -> str:
    """What holds everywhere, and the countries."""
    known = shared().information
    if not known.countries() and not known.of_country(""):
        abort(404)
    countries = sorted(
        ((country_name(code), code.lower()) for code in known.countries()), key=lambda one: sort_key(one[0])
    )
    return render_template("information.html", links=_links(""), countries=countries, country="")


@information_pages.get("/info/<country>")
def of_country(country: str) -> str:
    """The pages of one country."""
    code = _code(country)
    links = _links(code) or abort(404)
    return render_template("information.html", links=links, countries=[], country=code)


@information_pages.get("/info/<country>/<topic>")
def page(country: str, topic: str) -> str:
    """One page, with its day and its source."""
    code = _code(country)
    if topic not in shared().information.of_country(code):
        abort(404)
    shown = readers_own(shared().information.about(code, topic)) or abort(404)
    return render_template("information_page.html", shown=shown)


@information_pages.get("/danger")
def danger() -> str:
    """Numbers to call in danger, each with the day on which it was last tried; no such page where there is none."""
    known = shared().information
    numbers = [
        readers_own([one for one in known.about(country, DANGER) if one.number == number])
        for country, number in known.numbers()
    ]
    if not numbers:
        abort(404)
    return render_template("danger.html", numbers=numbers)


def help_with(topic: str) -> ShownPage | None:
    """The page about a topic that holds everywhere; None where the operator wrote none."""
    return readers_own(shared().information.about("", topic))


def readers_own(pages: Sequence[InformationPage]) -> ShownPage | None:
    """A page in the reader's language, else in English, else in whichever there is; None where there is none."""
    wanted = (language(), SOURCE_TAG)
    found = sorted(pages, key=lambda one: wanted.index(one.language) if one.language in wanted else len(wanted))
    if not found:
        return None
    return ShownPage(found[0], blocks(found[0].text), foreign=found[0].language != language())


def _links(code: str) -> list[_Link]:
    known = shared().information
    shown = [readers_own(known.about(code, topic)) for topic in known.of_country(code)]
    slug = code.lower() or EVERYWHERE
    return [_Link(slug, one.page.topic, one.page.title, one.page.language) for one in shown if one]


def _code(country: str) -> str:
    """The code of an address, empty for what holds everywhere."""
    if not country.islower():
        abort(404)
    return "" if country == EVERYWHERE else country.upper()
