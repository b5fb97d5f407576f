from pathlib import Path

import pytest

from secondunit.film.shots.cast.changes import Change, changes_told
from secondunit.film.shots.cast.look_table import read_looks

TABLE = read_looks(
    (Path(__file__).parents[4] / "src/secondunit/data/looks.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He takes off his old red woollen coat.", [("coat", Change.OFF)]),
        ("She pulls her gloves off.", [("glove", Change.OFF)]),
        ("She sits, then puts a hat on.", [("hat", Change.ON)]),
        ("He removes the helmet and the jacket.", [("helmet", Change.OFF)]),
        ("She changes into a blue dress.", [("dress", Change.ON)]),
        ("He slips out of his raincoat.", [("raincoat", Change.OFF)]),
        ("A coat hangs on the door. He takes off.", []),
        ("The plane takes off. Her coat is red.", []),
        ("He takes off with her coat.", []),
        ("She is wearing a hat.", []),
    ],
)  # fmt: skip
def test_what_is_put_on_or_taken_off(text: str, told: list[tuple[str, Change]]) -> None:
    assert [(word, change) for _, word, change in changes_told(text, TABLE)] == told
