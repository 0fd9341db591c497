"""What answers add to a search, and take away again."""

from matching.record import HeightRange, Mark, PersonName, Trait
from search.asking.additions import Said, with_additions, without_additions
from search.asking.question_pool import POOL
from search.documents import Description, Identifiers
from search.vocabulary import Question

BLANK = Said(Description(), Identifiers())


def test_what_was_said_before_stays_where_an_answer_is_added_and_taken_away() -> None:
    said = Said(
        Description(
            names=(PersonName("Amaru"),), marks=(Mark("scar", place="face"),), traits=(Trait("eyes", "brown"),)
        ),
        Identifiers(),
    )
    added = POOL[Question.TATTOOS].adds({"place": "back", "motif": "rose"})
    assert without_additions(with_additions(said, added), added) == said


def test_a_height_and_a_trait_take_the_place_of_what_was_said_and_a_name_stands_beside_it() -> None:
    said = Said(
        Description(height=HeightRange(150, 155), traits=(Trait("eyes", "blue"), Trait("build", "slim"))), Identifiers()
    )
    for question, given in (
        (Question.HEIGHT, {"height": "170-174"}),
        (Question.EYE_COLOUR, {"eyes": "brown"}),
        (Question.NICKNAME, {"words": "Flaco"}),
        (Question.NUMBER_CALLED_FROM, {"number": "+503 7123 4567"}),
    ):
        said = with_additions(said, POOL[question].adds(given))
    assert said.sought.height == HeightRange(170, 174, estimated=True)
    assert said.sought.traits == (Trait("build", "slim"), Trait("eyes", "brown"))
    assert [name.text for name in said.sought.names] == ["Flaco"]
    assert [phone.number for phone in said.identifiers.phones] == ["+50371234567"]


def test_the_same_answer_twice_is_there_once() -> None:
    added = POOL[Question.SCARS].adds({"place": "face"})
    assert with_additions(with_additions(BLANK, added), added) == with_additions(BLANK, added)
