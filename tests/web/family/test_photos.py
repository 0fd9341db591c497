"""A family's photos: added, looked at, allowed, removed, by itself alone and without a script."""

from pathlib import Path

import pytest
from flask import Flask
from markupsafe import escape
from sqlalchemy import func, select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from i18n.translate import translations
from search.models import Photo
from search.photos.photo_limits import PHOTOS_OF_A_RECORD
from search.storage.database import Database
from tests.fixtures.languages import english_left, walked
from tests.fixtures.photos import photos_on, posts_photo, sends_photo, with_places
from tests.fixtures.visitor import Visitor
from tests.search.photos.drawn import MARKER, bomb, drawing, planted, written
from tests.web.family.test_new_search import files
from web.context import Context
from web.labels.error_sentences import SENTENCES

ADDRESS = "/case/photos"


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    return with_places(context, tmp_path)


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """Somebody who has filed a search and opened it."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(Photo)).scalar_one()


def test_a_photo_is_added_from_the_page_of_the_search_and_shown_with_what_was_said_of_it(at_home: Visitor) -> None:
    at_home.goes_to("/case")
    assert f'href="{ADDRESS}"' in at_home.page
    sends_photo(at_home, ADDRESS, words="the scar over the eye", taken="before Eid")
    assert "The photo is kept with your search." in at_home.page
    assert "<bdi>the scar over the eye</bdi>" in at_home.page
    assert "<bdi>before Eid</bdi>" in at_home.page
    assert "Who may be shown this photo?" in at_home.page
    at_home.goes_to(ADDRESS)
    assert "Only the committee that reads my search" in at_home.page
    assert "Who may be shown this photo?" not in at_home.page
    assert len(photos_on(at_home.page)) == 1


def test_both_pictures_are_served_as_jpegs_that_nobody_keeps(at_home: Visitor) -> None:
    sends_photo(at_home, ADDRESS)
    (photo,) = photos_on(at_home.page)
    for part in ("preview", "picture"):
        answer = at_home.client.get(f"{ADDRESS}/{photo}/{part}.jpg")
        assert answer.data.startswith(b"\xff\xd8\xff\xe0")
        assert MARKER not in answer.data
        headers = answer.headers
        assert (headers["Content-Type"], headers["Cache-Control"]) == ("image/jpeg", "no-store")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Disposition"] == 'inline; filename="photo.jpg"'
        assert "img-src 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIC"])
def test_photos_of_other_kinds_are_taken_whatever_they_are_called(at_home: Visitor, kind: str) -> None:
    sends_photo(at_home, ADDRESS, planted()[kind])
    assert len(photos_on(at_home.page)) == 1


def test_a_permission_is_given_and_taken_back(at_home: Visitor) -> None:
    sends_photo(at_home, ADDRESS)
    (photo,) = photos_on(at_home.page)
    for use, words in (("receivers", "Also those whom I allowed"), ("", "Only the committee"), ("x", "Only the comm")):
        at_home.goes_to(f"{ADDRESS}/{photo}")
        at_home.sends(f"{ADDRESS}/{photo}", {"use": use} if use else {})
        assert "Your choice is saved." in at_home.page
        at_home.goes_to(ADDRESS)
        assert f'<p class="soft">{words}' in at_home.page


def test_a_photo_is_removed_after_a_question(at_home: Visitor, database: Database) -> None:
    sends_photo(at_home, ADDRESS)
    (photo,) = photos_on(at_home.page)
    at_home.goes_to(f"{ADDRESS}/{photo}/remove")
    assert "It cannot be brought back" in at_home.page
    assert kept(database) == 1
    at_home.sends(f"{ADDRESS}/{photo}/remove")
    assert "The photo is removed." in at_home.page
    assert kept(database) == 0
    assert at_home.goes_to(f"{ADDRESS}/{photo}").status_code == 404
    assert at_home.client.get(f"{ADDRESS}/{photo}/picture.jpg").status_code == 404


def test_a_press_too_many_adds_nothing(at_home: Visitor, database: Database) -> None:
    for _ in range(2):
        sends_photo(at_home, ADDRESS)
    assert kept(database) == 1


def test_another_family_finds_nothing(at_home: Visitor, family: Flask) -> None:
    sends_photo(at_home, ADDRESS)
    (photo,) = photos_on(at_home.page)
    other = Visitor(family.test_client())
    files(other)
    other.sends("/filed")
    for address in ("", "/about", "/remove", "/preview.jpg", "/picture.jpg"):
        assert other.goes_to(f"{ADDRESS}/{photo}{address}").status_code == 404
    for address in ("", "/about", "/remove"):
        other.goes_to(ADDRESS)
        assert other.sends(f"{ADDRESS}/{photo}{address}", {"use": "receivers"}).status_code == 404
    assert other.goes_to(ADDRESS).status_code == 200
    assert photos_on(other.page) == []


@pytest.mark.parametrize("row", walked(Catalogue.FAMILY), ids=lambda row: row.tag)
def test_what_is_wrong_with_a_photo_is_said_in_the_reader_s_language_and_nothing_is_kept(
    at_home: Visitor, row: LocaleRow, database: Database
) -> None:
    at_home.goes_to(f"/case?lang={row.tag}")
    for content, code in (
        (b"", "choose_a_photo"),
        (b"%PDF-1.7", "photo_of_unknown_kind"),
        (planted()["PNG"][:200], "photo_unreadable"),
        (bomb(), "photo_has_too_many_pixels"),
    ):
        answer = sends_photo(at_home, ADDRESS, content, words="a blue <scarf>")
        assert answer.status_code == 400
        sentence = translations(row.tag, Catalogue.FAMILY).gettext(SENTENCES[code])
        assert f'role="alert">{escape(sentence)}<' in at_home.page
        assert 'value="a blue &lt;scarf&gt;"' in at_home.page
        assert english_left(at_home.page, row.tag) == []
    assert kept(database) == 0


@pytest.mark.parametrize("row", walked(Catalogue.FAMILY), ids=lambda row: row.tag)
def test_every_page_of_photos_speaks_the_reader_s_language(at_home: Visitor, row: LocaleRow) -> None:
    at_home.goes_to(f"/case?lang={row.tag}")
    sends_photo(at_home, ADDRESS, kind="scene", words="Zuwara")
    photo = photos_on(at_home.page)[0]
    for address in (ADDRESS, f"{ADDRESS}/{photo}", f"{ADDRESS}/{photo}/about", f"{ADDRESS}/{photo}/remove", "/case"):
        at_home.goes_to(address)
        assert english_left(at_home.page, row.tag) == []
        assert f'lang="{row.tag}"' in at_home.page


def test_a_search_that_has_as_many_photos_as_it_may_offers_no_form_for_more(at_home: Visitor) -> None:
    for number in range(PHOTOS_OF_A_RECORD):
        sends_photo(at_home, ADDRESS, written(drawing(40 + number), "PNG"))
        at_home.goes_to(ADDRESS)
        assert ('name="photo"' in at_home.page) is (number + 1 < PHOTOS_OF_A_RECORD)
    assert len(photos_on(at_home.page)) == PHOTOS_OF_A_RECORD
    assert 'name="photo"' not in at_home.page
    assert "Remove one to add another." in at_home.page


@pytest.mark.parametrize("kind", ["", "post_mortem"])
def test_a_photo_of_which_nobody_said_what_it_shows_is_kept_and_the_question_follows(
    at_home: Visitor, kind: str, database: Database
) -> None:
    assert sends_photo(at_home, ADDRESS, kind=kind, words="his shoes").status_code == 200
    assert kept(database) == 1
    assert "The photo is kept with your search." in at_home.page
    assert "What does the photo show?" in at_home.page
    assert 'value="his shoes"' in at_home.page
    (photo,) = photos_on(at_home.page)
    about = f"{ADDRESS}/{photo}/about"
    at_home.sends(about, {"words": "his shoes"})
    assert "Nobody has said yet what it shows" in at_home.goes_to(ADDRESS).text
    at_home.goes_to(about)
    at_home.sends(about, {"kind": "belongings", "words": "his shoes", "taken": "before Eid"})
    assert "Who may be shown this photo?" in at_home.page
    at_home.goes_to(ADDRESS)
    for said in ("Clothes or belongings", "<bdi>his shoes</bdi>", "<bdi>before Eid</bdi>"):
        assert said in at_home.page, said
    sends_photo(at_home, ADDRESS, kind="", words="his shoes")
    assert kept(database) == 1, "the picture is known"
    assert "Nobody has said yet" not in at_home.goes_to(ADDRESS).text


def test_what_was_said_of_a_photo_is_changed_and_its_permission_and_picture_stay(at_home: Visitor) -> None:
    sends_photo(at_home, ADDRESS, kind="portrait", words="Idriss", taken="2020")
    (photo,) = photos_on(at_home.page)
    at_home.sends(f"{ADDRESS}/{photo}", {"use": "receivers"})
    assert f"/{photo}/about" in at_home.page
    for kind, words, taken in (
        ("paper", "his passport", ""),
        ("mark", "", "before the wedding"),
        ("", "a scar", "2021"),
    ):
        at_home.goes_to(f"{ADDRESS}/{photo}/about")
        at_home.sends(f"{ADDRESS}/{photo}/about", {"kind": kind, "words": words, "taken": taken})
        assert "What you wrote of the photo is saved." in at_home.page
        at_home.goes_to(f"{ADDRESS}/{photo}/about")
        assert (f'value="{words}"' in at_home.page, f'value="{taken}"' in at_home.page) == (True, True)
        assert at_home.client.get(f"{ADDRESS}/{photo}/picture.jpg").data.startswith(b"\xff\xd8\xff"), kind
    assert 'value="mark" checked' in at_home.page, "a kind that is not said again stays"
    assert "Also those whom I allowed" in at_home.goes_to(ADDRESS).text


def test_from_a_mark_a_thing_and_a_paper_leads_a_way_to_a_photo_of_it(at_home: Visitor) -> None:
    entries = {
        "marks": ("mark", {"marks-kind": "scar", "marks-words": "over the eye"}, "mark", "over the eye"),
        "belongings": ("thing", {"effects-item": "shoes", "effects-words": "white shoes"}, "belongings", "white shoes"),
        "papers": ("paper", {"documents-kind": "passport", "documents-number": "A123456"}, "paper", ""),
    }
    for listed, (page, said, kind, words) in entries.items():
        at_home.goes_to(f"/case/change/{page}/1")
        at_home.sends(f"/case/change/{page}/1", said)
        at_home.goes_to(f"/case/change/{listed}")
        link = f"{ADDRESS}?of={listed}&amp;number=1"
        assert link in at_home.page, listed
        at_home.goes_to(link.replace("&amp;", "&"))
        assert f'value="{kind}" checked' in at_home.page, listed
        assert not words or f'value="{words}"' in at_home.page, listed
    assert "checked" not in at_home.goes_to(ADDRESS).text
    assert "checked" not in at_home.goes_to(f"{ADDRESS}?of=marks&number=9").text
    at_home.goes_to("/search/mark/1")
    at_home.sends("/search/mark/1", {"marks-kind": "scar"})
    at_home.goes_to("/search/marks")
    assert ADDRESS not in at_home.page, "no search is there yet that could keep it"


def test_a_family_is_never_asked_for_a_photo_of_somebody_dead(at_home: Visitor) -> None:
    at_home.goes_to(ADDRESS)
    assert "post_mortem" not in at_home.page


def test_a_photo_may_be_large_where_photos_are_sent_and_nowhere_else(at_home: Visitor, context: Context) -> None:
    large = written(drawing(), "PNG") + bytes(3_000_000)
    assert sends_photo(at_home, ADDRESS, large).status_code == 200
    assert len(photos_on(at_home.page)) == 1
    larger_than_a_form = written(drawing(), "PNG") + bytes(context.settings.upload_limit + 70_000)
    assert sends_photo(at_home, ADDRESS, larger_than_a_form).status_code == 413
    at_home.goes_to("/case/change/names")
    assert at_home.sends("/case/change/names", {"name": "x" * 300_000}).status_code == 413


def test_a_photo_over_the_limit_leads_back_to_the_form_with_all_that_was_typed(
    at_home: Visitor, context: Context, database: Database
) -> None:
    too_large = written(drawing(), "PNG") + bytes(context.settings.photo_limit + 70_000)
    answer = sends_photo(at_home, ADDRESS, too_large, kind="portrait", words="the rose on her arm", taken="last May")
    assert answer.status_code == 400
    assert "the rose on her arm" in answer.text
    assert "last May" in answer.text
    assert 'value="portrait" checked' in answer.text
    assert "Please send a smaller copy of it" in answer.text
    assert kept(database) == 0


def test_whoever_has_opened_no_search_sends_no_photo_and_nobody_reads_what_comes(visitor: Visitor) -> None:
    visitor.goes_to("/open")
    assert posts_photo(visitor, ADDRESS, bytes(10), follow=False).status_code == 303
    assert posts_photo(visitor, ADDRESS, bytes(400_000), follow=False).status_code == 413
