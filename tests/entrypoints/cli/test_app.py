import subprocess
import sys

import pytest

from secondunit.entrypoints.cli.app import run


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("secondunit 0.")


@pytest.mark.parametrize(
    "command", ["produce", "revise", "decisions", "decide", "log", "verify", "deliver"]
)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert "--json" in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from secondunit.entrypoints.cli.app import run; run(['--help']); "
        "heavy = {'numba', 'sqlalchemy', 'reportlab', 'numpy', 'trimesh', 'av'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603  our own code
    assert done.returncode == 0, done.stderr.decode()
