"""The rules of the house that a linter cannot see."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "secondunit"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_the_building_plan_holds() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  our own command
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_file_stays_under_300_lines(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_function_stays_under_60_lines(path: Path) -> None:
    long = []
    for node in _functions(path):
        body = node.body[1:] if ast.get_docstring(node) else node.body
        if body and (body[-1].end_lineno or 0) - body[0].lineno >= 60:
            long.append(node.name)
    assert long == []


def test_there_are_no_drawers() -> None:
    assert [_name(path) for path in MODULES if path.stem in DRAWERS] == []


def test_every_module_with_logic_has_its_test_or_is_on_the_list_that_only_shrinks() -> None:
    """A module is tested by its namesake. The list names those that so far are tested only
    through others; a new module may not join it, and one that gets its test must leave it."""
    waiting = (ROOT / "tests" / "architecture" / "without_namesake.txt").read_text(encoding="utf-8")
    missing = [
        _name(path)
        for path in MODULES
        if path.name not in {"__init__.py", "__main__.py"}
        and path.parent.name != "ports"
        and _functions(path)
        and not (ROOT / "tests" / path.relative_to(SOURCE).parent / f"test_{path.name}").is_file()
    ]
    assert missing == waiting.split()


def test_every_data_file_says_where_it_comes_from_and_when_it_was_checked() -> None:
    silent = []
    for path in sorted((SOURCE / "data").glob("*.t[os][mv]*")):
        head = path.read_text(encoding="utf-8")[:4000].lower()
        if not ("source" in head and "checked_on" in head):
            silent.append(path.name)
    assert silent == []


def test_every_term_of_the_glossary_is_in_the_program() -> None:
    rows = re.findall(
        r"^\| (.+?) \| .+? \| `(.+?)` \|$",
        (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert len(rows) > 40
    for term, where in rows:
        try:
            importlib.import_module(where)
        except ModuleNotFoundError:
            module, _, name = where.rpartition(".")
            assert hasattr(importlib.import_module(module), name), f"{term}: {where}"


def test_the_terms_of_the_glossary_stand_in_order_and_once() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    terms = re.findall(r"^\| (.+?) \| .+? \| `", text, flags=re.MULTILINE)
    assert terms == sorted(set(terms))
