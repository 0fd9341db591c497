"""Names that are like what was typed, and names that several share."""

from search.values.nearest_names import denies, meant, nearest, own_name


def test_the_nearest_names_are_found_in_any_script_and_each_country_once() -> None:
    near = {"Ertra": "ER", "Hondras": "HN", "Guatamela": "GT", "سورية الحبيبة": "SY", "Афганис": "AF", "বাংলদেশ": "BD"}
    missed = {text: nearest("country", text) for text, code in near.items() if code not in nearest("country", text)}
    assert missed == {}
    assert all(len(set(nearest("country", text))) == len(nearest("country", text)) <= 3 for text in near)
    assert "ti" in nearest("language", "Tigrnya")


def test_what_is_like_no_name_has_no_neighbour() -> None:
    assert [nearest("country", text) for text in ("x", "", "qqqqqqqq", "a" * 41)] == [(), (), (), ()]


def test_a_name_that_several_share_means_all_of_them() -> None:
    assert meant("country", "Congo") == meant("country", "الكونغو") == ("CD", "CG")
    assert meant("language", "Creole")[0] == "ht"
    assert meant("country", "Sudan") == meant("language", "Eritrea") == ()


def test_a_name_that_is_one_country_s_own_is_known_as_that() -> None:
    assert [own_name("country", text) for text in ("Guinea", "Congo", "Eritrea")] == ["GN", "", ""]
    assert meant("country", "Guinea")[0] == "GN"


def test_a_word_that_denies_is_none_of_a_name() -> None:
    texts = ("not Arabic", "ليس عربي", "sin español", "Norwegian", "no")
    assert [denies(text) for text in texts] == [True, True, True, False, False]
