"""Words typed for a mark or a thing are read into its codes, where they say one thing and nothing was chosen."""

from collections.abc import Mapping

import pytest

from search.fields.table import catalogue
from tests.fixtures.visitor import Visitor
from web.fields.coded_words import against, as_worded, several_in, understood
from web.fields.typed import Typed, one, text

MARKS, THINGS = catalogue()["description.marks"], catalogue()["description.effects"]

# Language, list, words, and the codes in the order kind, place, side, motif or item, colour, brand.
SAID = [
    ("en", "marks", "scar on the left arm", "scar upper_arm left"),
    ("en", "marks", "tattoo of a rose on his right forearm", "tattoo forearm right rose"),
    ("en", "marks", "gold tooth", "gold_tooth"),
    ("en", "marks", "burn on the neck", "burn neck"),
    ("en", "marks", "no tattoos", ""),
    ("en", "marks", "no little finger on the left hand since the war", ""),
    ("es", "marks", "cicatriz en el brazo izquierdo", "scar upper_arm left"),
    ("es", "marks", "lunar en la mejilla derecha", "mole face right"),
    ("es", "marks", "tatuaje de una virgen en la espalda", "tattoo back virgin_mary"),
    ("es", "marks", "diente de oro", "gold_tooth"),
    ("es", "marks", "quemadura", "burn"),
    ("ar", "marks", "ندبة على الذراع اليسرى", "scar upper_arm left"),
    ("ar", "marks", "وشم وردة على الكتف الأيمن", "tattoo shoulder right rose"),
    ("ar", "marks", "شامة على الخد", "mole face"),
    ("ar", "marks", "سن ذهبي", "gold_tooth"),
    ("en", "effects", "blue shirt", "shirt blue"),
    ("en", "effects", "red bag with a white star", "bag red"),
    ("en", "effects", "black phone Samsung", "phone black Samsung"),
    ("en", "effects", "a necklace from his mother", "necklace"),
    ("en", "effects", "something that shines", ""),
    ("es", "effects", "camisa azul", "shirt blue"),
    ("es", "effects", "reloj plateado", "watch silver"),
    ("es", "effects", "mochila negra", "backpack black"),
    ("es", "effects", "anillo de oro", "ring gold"),
    ("ar", "effects", "قميص", "shirt"),
    ("ar", "effects", "قميص أزرق", "shirt blue"),
    ("ar", "effects", "حقيبة حمراء", "bag red"),
    ("ar", "effects", "حذاء أسود", "shoes black"),
    ("ar", "effects", "خاتم ذهب", "ring gold"),
    ("en", "effects", "قميص", "shirt"),
]


def parts(**said: str) -> dict[str, Typed]:
    return {f"description.{path.replace('__', '.')}": one(code) for path, code in said.items()}


def codes(read: Mapping[str, Typed]) -> str:
    of = ("kind", "item", "place", "side", "motif", "colour", "brand")
    said = {path.rpartition(".")[2]: text(typed) for path, typed in read.items()}
    return " ".join(said[part] for part in of if said.get(part))


def plain(visitor: Visitor) -> str:
    """The page without the signs that keep words of two directions apart."""
    return visitor.page.replace("\u2068", "").replace("\u2069", "")


def test_words_of_three_languages_are_read_into_codes_and_stay() -> None:
    for language, listed, words, expected in SAID:
        row = catalogue()[f"description.{listed}"]
        read = understood(row, {f"{row.path}.words": one(words)}, {}, language)
        assert (codes(read.parts), read.read) == (expected, bool(expected)), words
        assert text(read.parts[f"{row.path}.words"]) == words


def test_what_was_chosen_stays_and_words_that_deny_it_fill_nothing() -> None:
    typed = parts(marks__kind="tattoo", marks__words="rose on the left forearm")
    assert codes(understood(MARKS, typed, {}, "en").parts) == "tattoo forearm left rose"
    for chosen in (
        parts(marks__kind="burn", marks__words="scar on the neck"),
        parts(marks__kind="scar", marks__place="knee", marks__words="scar on the left hand"),
        parts(effects__item="other", effects__words="blue shirt"),
    ):
        row = MARKS if any("marks" in path for path in chosen) else THINGS
        assert understood(row, chosen, {}, "en").parts == chosen
    # What no choice made "something else" is open as soon as better words are typed.
    before = parts(effects__item="other", effects__words="like a jacket")
    now = parts(effects__item="other", effects__words="blue shirt")
    assert codes(understood(THINGS, now, before, "en").parts) == "shirt blue"


def test_words_that_were_there_before_are_not_read_again() -> None:
    typed = parts(effects__words="blue shirt")
    assert not understood(THINGS, typed, typed, "en").read


# Language, list, words, other words in their place, and what is read then.
CHANGED = [
    ("en", "marks", "scar on the right arm", "tattoo of an anchor on the right forearm", "tattoo forearm right anchor"),
    ("es", "marks", "cicatriz en el brazo izquierdo", "lunar en la mejilla", "mole face"),
    ("ar", "marks", "ندبة على الذراع اليسرى", "شامة على الخد", "mole face"),
    ("en", "marks", "scar on the right arm", "ندبة على الخد", "scar face"),
    ("en", "marks", "scar on the right arm", "no scars", ""),
    ("en", "marks", "scar on the right arm", "nobody knows", ""),
    ("es", "effects", "camisa azul", "mochila negra", "backpack black"),
    ("ar", "effects", "قميص أزرق", "حقيبة", "bag"),
    ("en", "effects", "black phone Samsung", "phone", "phone"),
    ("en", "effects", "blue shirt", "blue shirt and black trousers", "shirt blue"),
]


def test_words_that_are_changed_are_read_anew_and_take_back_what_the_earlier_said() -> None:
    for language, listed, words, other, expected in CHANGED:
        row = catalogue()[f"description.{listed}"]
        before = understood(row, {f"{row.path}.words": one(words)}, {}, language).parts
        read = understood(row, {**before, f"{row.path}.words": one(other)}, before, language)
        assert (codes(read.parts), read.against) == (expected, False), (words, other)
        emptied = understood(row, {**before, f"{row.path}.words": {}}, before, language)
        assert codes(emptied.parts) == codes(before), words


def test_what_was_chosen_by_hand_stays_where_other_words_deny_it_and_is_asked_about() -> None:
    before = parts(marks__kind="burn", marks__place="knee", marks__words="from the stove")
    now = {**before, **parts(marks__words="tattoo of an anchor on the right forearm")}
    read = understood(MARKS, now, before, "en")
    assert (codes(read.parts), read.read, read.against) == ("burn knee", False, True)
    assert codes(against(MARKS, read.parts, "en")) == "tattoo forearm right anchor"
    assert codes(as_worded(MARKS, read.parts, "en")) == "tattoo forearm right anchor"
    # The kind is the person's own, the rest was read beside it.
    before = understood(MARKS, parts(marks__kind="tattoo", marks__words="rose on the left arm"), {}, "en").parts
    now = {**before, **parts(marks__words="anchor on the right shoulder")}
    assert codes(understood(MARKS, now, before, "en").parts) == "tattoo shoulder right anchor"
    # Chosen otherwise since: another picture in place of the one that was read.
    shirt = understood(THINGS, parts(effects__words="blue shirt"), {}, "en").parts
    jacket = {**shirt, **parts(effects__item="jacket")}
    other = understood(THINGS, {**jacket, **parts(effects__words="red jacket")}, jacket, "en")
    assert (codes(other.parts), other.against) == ("jacket red", False)


def test_two_things_in_one_line_are_read_as_two_and_fill_none() -> None:
    typed = parts(effects__words="camisa azul y pantalón negro")
    read = understood(THINGS, typed, {}, "es")
    assert (read.parts, read.read) == (typed, False)
    assert [codes(one) for one in read.several] == ["shirt blue", "trousers black"]
    assert several_in(THINGS, typed, "es") == read.several
    assert several_in(THINGS, parts(effects__words="camisa azul"), "es") == ()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_next_page_says_what_was_understood_with_the_pictures_chosen(visitor: Visitor) -> None:
    """Covers "From your words we understood" """
    visitor.goes_to("/search/thing/1?lang=ar")
    visitor.sends("/search/thing/1?lang=ar", {"effects-words": "قميص أزرق"})
    visitor.goes_to("/search/thing-colour/1?understood=1&lang=en")
    assert "From your words we understood: Shirt · Blue" in visitor.page
    assert 'value="blue" checked' in visitor.page
    visitor.goes_to("/search/thing/1")
    assert 'value="shirt" checked' in visitor.page
    assert 'value="قميص أزرق"' in visitor.page
    # Sent off as it is, a page changes nothing; another picture takes the place of what was read.
    visitor.sends("/search/thing/1", {"effects-words": "قميص أزرق", "effects-item": "jacket"})
    visitor.goes_to("/search/belongings")
    assert "Jacket · Blue" in visitor.page


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_other_words_for_a_mark_change_what_was_read_and_ask_about_what_was_chosen(visitor: Visitor) -> None:
    """Covers "Something else is chosen than your words say", "Choose what my words say" """
    visitor.goes_to("/search/mark/1")
    visitor.sends("/search/mark/1", {"marks-words": "scar on the right arm"})
    anchor = {"marks-words": "tattoo of an anchor on the right forearm", "marks-kind": "scar"}
    visitor.sends("/search/mark/1", anchor)
    assert "From your words we understood: Tattoo" in plain(visitor)
    visitor.goes_to("/search/mark/1")
    assert 'value="tattoo" checked' in visitor.page
    burn = {"marks-words": "scar on the neck", "marks-kind": "burn"}
    visitor.sends("/search/mark/1", burn)
    assert visitor.place == "/search/mark/1"
    assert "They say: Scar · Neck" in plain(visitor)
    assert 'value="burn" checked' in visitor.page
    visitor.sends("/search/mark/1", burn)
    assert visitor.place != "/search/mark/1"
    visitor.goes_to("/search/mark/1?understood=1")
    visitor.sends("/search/mark/1", {**burn, "reread": "1"})
    visitor.goes_to("/search/marks")
    assert "Scar · Neck · scar on the neck" in plain(visitor)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_two_things_in_one_line_become_two_entries_where_the_family_says_so(visitor: Visitor) -> None:
    visitor.goes_to("/search/thing/1")
    shown = ["description.effects.item", "description.effects.words"]
    visitor.sends("/search/thing/1", {"effects-words": "blue jeans and white Nike shoes", "shown": shown})
    assert "You wrote about several things: <bdi>Jeans · Blue</bdi> and <bdi>Shoes · White · Nike</bdi>" in plain(
        visitor
    )
    visitor.sends("/search/thing/1", {"split": "1"})
    assert visitor.place == "/search/belongings"
    assert "Jeans · Blue · blue jeans and white Nike shoes" in plain(visitor)
    assert "Shoes · White · Nike · white Nike shoes" in plain(visitor)
