"""Nothing but the gate's room talks to the network: what the import contract cannot tell apart."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "secondunit"
ROOM = SOURCE / "adapters" / "egress"
LISTENS = SOURCE / "entrypoints" / "web" / "serving.py"
OUTSIDE = sorted(
    path for path in SOURCE.rglob("*.py") if ROOM not in path.parents and path != LISTENS
)

FORBIDDEN = {"urllib.request", "http.client", "socket", "ssl", "httpx", "requests", "keyring"}


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_outside_the_gate_opens_no_connection(path: Path) -> None:
    assert not _imported(path) & FORBIDDEN


def test_keys_are_read_in_the_gates_room_alone() -> None:
    readers = [
        path.name
        for path in OUTSIDE
        if "reveal()" in path.read_text(encoding="utf-8")
        or "AWS_SECRET" in path.read_text(encoding="utf-8")
    ]
    assert readers == []
