from pathlib import Path

import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.model import LineKind, Screenplay

MATERIAL = Path(__file__).parents[4] / "shared" / "material" / "screenplay"


def read(text: str) -> Screenplay:
    script = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def test_scenes_are_numbered_as_written_or_by_position() -> None:
    script = read("INT. A - DAY #7#\n\nDust.\n\nINT. B - DAY\n\nDust.")
    assert [scene.number for scene in script.scenes] == ["7", "2"]


def test_ids_do_not_change_when_a_scene_is_put_before() -> None:
    short = "INT. B - DAY\n\nDust.\n\n"
    (alone,) = read(short).scenes
    second = read("INT. A - DAY\n\nOther dust.\n\n" + short).scenes[1]
    assert (second.id, [line.id for line in second.lines]) == (
        alone.id,
        [line.id for line in alone.lines],
    )


def test_two_scenes_that_read_the_same_are_told_apart() -> None:
    script = read("INT. B - DAY\n\nDust.\n\nINT. B - DAY\n\nDust.\n")
    assert len({scene.id for scene in script.scenes}) == 2


def test_lines_before_the_first_scene_are_the_opening() -> None:
    script = read("Title: T\n\nOver black.\n\nINT. B - DAY\n\nDust.")
    assert [line.text for line in script.opening] == ["Over black."]
    assert script.title == "T"


def test_an_omitted_scene_keeps_its_number_and_has_no_length() -> None:
    script = read("INT. A - DAY #1#\n\nDust.\n\n.OMITTED #2#\n\nINT. C - DAY #3#\n\nDust.")
    assert [(scene.number, scene.omitted) for scene in script.scenes] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]
    assert len(script.shot_scenes) == 2


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
def test_a_real_script_is_counted_exactly() -> None:
    data = (MATERIAL / "big-fish" / "source.fountain").read_bytes()
    script = FORMAT.read(data, "source.fountain").screenplay
    assert script is not None
    lines = [line for scene in script.scenes for line in scene.lines]
    cues = [line.text for line in lines if line.kind is LineKind.CUE]
    asides = [line for line in lines if line.kind is LineKind.PARENTHETICAL]
    assert len(script.scenes) == 190
    # Two lines that say EXT/INT are action here; readers that count 768 take them for cues.
    assert len(cues) == 766
    assert len(set(cues)) == 48
    assert len(asides) == 97
