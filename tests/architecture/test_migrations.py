"""The migrations are one line: two that were written side by side are put one after the other before both land."""

from alembic.script import ScriptDirectory

from tests.architecture.source import ROOT


def test_the_migrations_have_one_beginning_and_one_head() -> None:
    scripts = ScriptDirectory(str(ROOT / "search/storage/migrations"))
    assert len(scripts.get_bases()) == 1
    assert len(scripts.get_heads()) == 1


def test_no_two_migrations_follow_the_same_one() -> None:
    scripts = ScriptDirectory(str(ROOT / "search/storage/migrations"))
    followed = [revision.down_revision for revision in scripts.walk_revisions()]
    assert len(followed) > 30
    assert len(set(followed)) == len(followed)
