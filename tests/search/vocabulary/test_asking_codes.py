"""What families and reporters are asked and answered is kept as codes."""

from search.vocabulary import asking_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(asking_codes)} == {
        "LetterKind",
        "NoticeChannel",
        "NoticeHours",
        "Question",
        "ReplySentence",
        "ReporterQuestion",
        "ReporterReply",
        "SlotTask",
        "WithoutAnswer",
    }
    assert misshapen(asking_codes) == []
    assert repeated(asking_codes) == []
