"""What an invented card teaches is said for every one."""

from search.learning.practice_cards import CARDS
from search.learning_summaries import HowMany
from web.labels.learning import TABLES


def test_every_card_and_every_rough_number_has_words() -> None:
    assert set(TABLES["practice_trap"]) == {card.trap for card in CARDS}
    assert set(TABLES["how_many"]) == set(HowMany)
