"""What a form sends has an id that follows from its key."""

from search.records.sent_once import id_of_sent
from tests.search.scene import Scene


def test_the_same_key_has_the_same_id_for_one_purpose_and_no_key_never(scene: Scene) -> None:
    with scene.database.reading() as session:
        one, again, other, elsewhere = (
            id_of_sent(session, purpose, key)
            for purpose, key in (("letter", "a"), ("letter", "a"), ("letter", "b"), ("report", "a"))
        )
        assert one == again
        assert len({one, other, elsewhere, id_of_sent(session, "letter", ""), id_of_sent(session, "letter", "")}) == 5
