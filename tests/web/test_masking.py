from hypothesis import given
from hypothesis import strategies as st

from web.masking import masked, unmasked

SECRET = bytes(range(20))


@given(st.binary(max_size=40))
def test_a_secret_comes_back_and_stands_differently_each_time(secret: bytes) -> None:
    assert unmasked(masked(secret)) == secret
    assert len(masked(secret)) == len(masked(bytes(len(secret))))


def test_no_two_answers_show_the_same_signs() -> None:
    assert len({masked(SECRET) for _ in range(50)}) == 50
    assert SECRET.hex() not in masked(SECRET)


@given(st.text(max_size=60))
def test_whatever_else_is_sent_is_no_secret_and_no_fault(sent: str) -> None:
    assert unmasked(sent) != SECRET
