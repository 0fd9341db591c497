"""Length counts, and what everybody knows is refused, however it is dressed up."""

import pytest

from search.accounts.password_rules import LONGEST, SHORTEST, normalised, require_strong
from search.errors import Refused

NAMES = ("maria.lopez", "Casa de las Golondrinas")


@pytest.mark.parametrize(
    "password",
    [
        "copper meadow candle",
        "трава облако фонарь",
        "መኪና ተራራ ወንዝ ደመና",
        "correct-horse-4-staple",
        "xk7Qp2Lm9vWz",
        "!#%&/()=?+*~",
    ],
)
def test_long_passwords_of_any_letters_are_taken(password: str) -> None:
    require_strong(password, NAMES)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("a", "password_too_short"),
        ("x" * (SHORTEST - 1), "password_too_short"),
        ("copper meadow " * LONGEST, "password_too_long"),
        ("qwertyuiopas", "password_common"),
        ("1qaz2wsx3edc", "password_common"),
        ("PASSWORD20261", "password_common"),
        ("P@ssw0rd!!2026", "password_common"),
        ("dragondragondragon", "password_common"),
        ("abcabcabcabcabc", "password_common"),
        ("aaaaaaaaaaaaaaa", "password_common"),
        ("123456789012345", "password_common"),
        ("zyxwvutsrqponm", "password_common"),
        ("maria.lopez2026", "password_is_a_name"),
        ("marialopez!!!!", "password_is_a_name"),
        ("casadelasgolondrinas", "password_is_a_name"),
    ],
)
def test_what_is_guessed_first_is_refused(password: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        require_strong(password, NAMES)


def test_the_same_letters_from_another_keyboard_are_the_same_password() -> None:
    assert normalised("ｃｏｐｐｅｒ cafe\u0301") == "copper café"
    with pytest.raises(Refused, match="password_common"):
        require_strong("ＱＷＥＲＴＹＵＩＯＰＡＳ")


def test_a_refusal_never_repeats_the_password() -> None:
    with pytest.raises(Refused) as refused:
        require_strong("dragon", NAMES)
    assert "dragon" not in str(refused.value)
