import pytest

from secondunit.entrypoints.cli.app import run


def test_a_group_without_a_verb_lists_and_still_explains_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["takes", "--help"]) == 0
    assert "list" in capsys.readouterr().out
    assert run(["takes", "list", "--help"]) == 0
    assert "best first" in capsys.readouterr().out
