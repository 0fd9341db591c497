"""What is turned back into English is given without any English, and all that can do harm is among it."""

from pathlib import Path

from click.testing import CliRunner

from i18n.blind import chosen, main


def test_words_and_english_stand_in_two_files_under_the_same_numbers(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["ti", str(tmp_path)], catch_exceptions=False)
    words, english = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("ti.txt", "ti.english.tsv"))
    assert done.output.startswith(f"{len(words)} messages")
    assert [line.partition("\t")[0] for line in words] == [line.partition("\t")[0] for line in english]
    assert not {line.partition("\t")[2] for line in words} & {
        line.rpartition("\t")[2] for line in english if len(line) > 60
    }


def test_every_message_of_consent_and_danger_is_turned_back_and_a_third_of_the_others() -> None:
    numbered = dict(chosen("ar"))
    grave = {message.id for number, message in numbered.items() if number.startswith("A")}
    others = [number for number in numbered if number.startswith("B")]
    assert "What you wrote here is erased. For a few minutes you can bring it back." in grave
    assert len(grave) > len(others) > 300
