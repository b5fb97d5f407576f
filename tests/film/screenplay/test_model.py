from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.ids import SceneId, canonical_json, read_json
from secondunit.film.screenplay.model import PRINTED, SPOKEN, LineKind, Screenplay

EXAMPLE = Path(__file__).parents[3] / "examples" / "right-ear-home.fountain"


def _script(text: bytes) -> Screenplay:
    found = FORMAT.read(text, "t.fountain").screenplay
    assert found is not None
    return found


OMITTED = _script(b"INT. A - DAY #1#\n\nDust.\n\nOMITTED #2#\n\nEXT. B - DAY #3#\n\nRain.\n")


def test_an_omitted_scene_keeps_its_number_and_is_not_shot() -> None:
    assert [scene.number for scene in OMITTED.scenes] == ["1", "2", "3"]
    assert [scene.number for scene in OMITTED.shot_scenes] == ["1", "3"]
    assert OMITTED.scenes[1].eighths == 0
    assert all(scene.eighths > 0 for scene in OMITTED.shot_scenes)


def test_every_scene_is_found_by_its_id_the_omitted_one_too() -> None:
    for scene in OMITTED.scenes:
        assert OMITTED.scene(scene.id) is scene
    assert OMITTED.scene(SceneId("sc-gone")) is None


def test_what_is_spoken_is_printed_and_what_the_writer_notes_is_neither() -> None:
    assert SPOKEN < PRINTED
    private = {LineKind.NOTE, LineKind.BONEYARD, LineKind.SYNOPSIS, LineKind.SECTION}
    assert not private & PRINTED
    assert {LineKind.HEADING, LineKind.ACTION, LineKind.CUE, LineKind.TRANSITION} < PRINTED


def test_the_worked_script_survives_being_written_and_read() -> None:
    script = _script(EXAMPLE.read_bytes())
    assert read_json(canonical_json(script), Screenplay) == script


def test_the_worked_script_has_no_two_scenes_or_lines_of_one_id() -> None:
    script = _script(EXAMPLE.read_bytes())
    lines = [line.id for scene in script.scenes for line in scene.lines]
    assert len(set(lines)) == len(lines)
    assert len({scene.id for scene in script.scenes}) == len(script.scenes)
    assert all(scene.lines[0].kind is LineKind.HEADING for scene in script.scenes)


def test_a_script_that_was_read_cannot_be_changed_behind_its_digest() -> None:
    with pytest.raises(FrozenInstanceError):
        OMITTED.title = "Another"  # type: ignore[misc]  # that is the point
