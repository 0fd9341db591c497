"""Words beside a choice: every feature that they speak of, and none that they deny."""

from search.values.trait_words import colour_codes, trait_codes


def test_features_are_read_in_the_languages_of_the_lists_and_every_one_that_is_spoken_of() -> None:
    told = {
        ("eyes", "ojos café"): ("brown",),
        ("eyes", "عيون عسلية"): ("hazel",),
        ("eyes", "kahverengi"): ("brown",),
        ("eyes", "brown or green"): ("brown", "green"),
        ("hair_colour", "شعر أسود"): ("black",),
        ("hair_colour", "light brown"): ("brown",),
        ("hair_form", "rizado"): ("curly",),
        ("facial_hair", "barba y bigote"): ("beard", "moustache"),
        ("facial_hair", "sin barba"): ("none",),
        ("build", "نحيف"): ("slim",),
    }
    assert {asked: trait_codes(*asked) for asked in told} == told


def test_what_is_denied_or_unknown_is_no_feature() -> None:
    denied = {"build": "not fat", "facial_hair": "no beard", "eyes": "like her mother's", "hair_colour": ""}
    assert {feature: trait_codes(feature, words) for feature, words in denied.items()} == dict.fromkeys(denied, ())


def test_colours_are_read_in_any_language() -> None:
    told = {
        "azul marino": ("blue",),
        "أزرق": ("blue",),
        "siyah": ("black",),
        "red and white": ("red", "white"),
        "x": (),
    }
    assert {words: colour_codes(words) for words in told} == told
