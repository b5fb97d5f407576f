import subprocess
import sys

import pytest

from secondunit.entrypoints.cli.app import run


def test_every_command_of_the_group_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rights", "--help"]) == 0
    shown = capsys.readouterr().out
    for word in ("why", "log", "rules", "terms", "consent", "licence", "policy", "asset"):
        assert word in shown
    assert run(["rights", "consent", "revoke", "--help"]) == 0
    assert "for good" in capsys.readouterr().out
    assert run(["rights", "everything"]) == 2


def test_other_commands_do_not_wait_for_it() -> None:
    read = (
        "import secondunit.entrypoints.cli.app, sys;"
        "print('secondunit.entrypoints.cli.rights.commands' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-c", read], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
