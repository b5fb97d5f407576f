"""The pages are true: commands exist, links lead somewhere, the quickstart runs."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import GROUPS, run
from secondunit.entrypoints.cli.rights.commands import PARTS as RIGHTS_PARTS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _commands(page: Path) -> list[list[str]]:
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"^ {4}(secondunit .+?)(?:\s{2,}#.*)?$", text, flags=re.MULTILINE)
    return [shlex.split(command)[1:] for command in found]


LISTS = {"takes": {"list", "score"}, "bible": {"list", "check"}}
"""Groups that list where no command of theirs is named, with their commands."""
PARTS = [["rights", part] for part in RIGHTS_PARTS]
COMMANDS = [(page.name, command) for page in PAGES for command in _commands(page)]


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=lambda value: str(value)[:40])
def test_every_command_of_the_pages_is_one_the_program_knows(
    page: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    depth = 3 if command[:2] in PARTS else 2 if command[0] in {*GROUPS, "rights"} else 1
    words = command[:depth]
    if command[0] in LISTS and not set(command[1:2]) <= LISTS[command[0]]:
        words = [command[0], "list"]
    assert run([*words, "--help"]) == 0, page
    shown = capsys.readouterr().out
    for option in command:
        if option.startswith("--"):
            assert option in shown, f"{page}: {command[0]} has no {option}"


def test_the_pages_show_commands() -> None:
    assert len(COMMANDS) > 12


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    missing = [t for t in targets if "://" not in t and not (page.parent / t).exists()]
    assert missing == []


def test_the_quickstart_of_the_readme_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"uv run --frozen secondunit (produce [^\s`]+)", readme)
    assert found is not None
    command = [sys.executable, "-m", "secondunit", *shlex.split(found.group(1))]
    done = subprocess.run(  # noqa: S603  our own command
        [*command, "--out", str(tmp_path / "p"), "--through", "shots"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "PROPOSED" in done.stdout


def test_every_decision_record_has_the_same_four_parts() -> None:
    for page in sorted((ROOT / "docs" / "decisions").glob("DR-*.md")):
        text = page.read_text(encoding="utf-8")
        parts = ("**Status**", "**Question.**", "**Decision.**", "**Why.**")
        assert [part for part in parts if part not in text] == [], page.name
