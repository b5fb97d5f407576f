import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.film.shots.builder import FERRY, ROOT, list_shots, make_inputs, make_script

from secondunit.core.errors import InputError
from secondunit.core.ids import LineId
from secondunit.core.timecode import Rate
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.shots.coverage.lined import measure_coverage
from secondunit.film.shots.model import Framing
from secondunit.film.shots.shot_list import STAGE

GOLDEN = ROOT / "tests" / "golden" / "shots" / "late-ferry.txt"
EXAMPLE = ROOT / "examples" / "right-ear-home.fountain"
BIG_FISH = ROOT / ".." / "shared" / "material" / "screenplay" / "big-fish" / "source.fountain"


def test_the_shot_list_of_the_late_ferry_is_its_golden_file() -> None:
    lines = [
        f"{shot.number:4} {shot.framing:14} {shot.size:6} {shot.lens.focal_mm:g} mm"
        f" {shot.move:8} {', '.join(shot.subjects):12} {shot.duration:4} {shot.action}"
        + (f" / {shot.speaker}: {shot.dialogue}" if shot.dialogue else "")
        for shot in list_shots()
    ]
    found = "\n".join(lines) + "\n"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_nothing_is_asked_of_anybody() -> None:
    assert STAGE.plan(make_inputs()) == ()


def test_the_same_script_gives_the_same_proposal() -> None:
    assert STAGE.propose(make_inputs(), ()).digest == STAGE.propose(make_inputs(), ()).digest


def test_an_unknown_aspect_is_refused() -> None:
    with pytest.raises(InputError, match="aspect"):
        STAGE.propose(make_inputs(aspect="1.5"), ())


def test_evidence_quotes_the_script_word_for_word() -> None:
    script = make_script()
    text = {line.id: line.text for scene in script.scenes for line in scene.lines}
    for item in STAGE.propose(make_inputs(), ()).items:
        for evidence in item.evidence:
            if evidence.span is not None:
                span = evidence.span
                assert text[span.line][span.start : span.end] == span.quote
                assert span.line in item.fact.covers


def test_lines_before_the_first_scene_belong_to_the_first_shot() -> None:
    script = make_script()
    assert script.opening[0].id in list_shots()[0].covers


def test_a_changed_line_changes_only_the_shots_that_cite_it() -> None:
    inputs = make_inputs()
    script = inputs.screenplay
    last = script.scenes[1]
    lines = tuple(
        replace(line, id=LineId("line-new"), text="He is awake.")
        if "pretending" in line.text
        else line
        for line in last.lines
    )
    assert lines != last.lines
    changed = replace(script, scenes=(script.scenes[0], replace(last, lines=lines)))
    old = {i.fact.id: i.fact for i in STAGE.propose(inputs, ()).items}
    new = {i.fact.id for i in STAGE.propose(replace(inputs, screenplay=changed), ()).items}
    gone = next(line.id for line in last.lines if "pretending" in line.text)
    assert {shot for shot in old if shot not in new} == {
        shot.id for shot in old.values() if gone in shot.covers
    }


def test_a_new_scene_before_keeps_the_ids_of_the_scenes_after_it() -> None:
    first = "EXT. BEACH - DAY\n\nADA waits. She waits.\n\nEXT. PIER - DAY"
    grown = {shot.id for shot in list_shots(FERRY.replace("EXT. PIER - DAY", first, 1))}
    last = [s.id for s in list_shots() if s.scene == make_script().scenes[1].id]
    assert last
    assert set(last) <= grown


def test_durations_are_whole_frames_at_every_rate() -> None:
    film = STAGE.propose(make_inputs(), ()).items
    fast = STAGE.propose(make_inputs(rate=Rate(numerator=50)), ()).items
    for slow, quick in zip(film, fast, strict=True):
        assert abs(quick.fact.duration / 50 - slow.fact.duration / 24) < 0.05


def test_an_omitted_scene_has_no_shot_and_a_bare_one_has() -> None:
    script = make_script(FERRY + "\nINT. LOFT - DAY\n")
    inputs = replace(make_inputs(), screenplay=script)
    scenes = {item.fact.scene for item in STAGE.propose(inputs, ()).items}
    assert script.scenes[-1].id in scenes
    omitted = replace(
        script, scenes=(*script.scenes[:-1], replace(script.scenes[-1], omitted=True))
    )
    scenes = {i.fact.scene for i in STAGE.propose(replace(inputs, screenplay=omitted), ()).items}
    assert script.scenes[-1].id not in scenes


def test_the_far_end_of_an_intercut_call_is_shot_where_it_is() -> None:
    text = (
        "INT. OFFICE - DAY\n\nBRAM waits.\n\nBRAM\nHm.\n\nINT. KITCHEN - DAY\n\nADA dials.\n\n"
        "Intercut Ada in the kitchen with Bram in the office.\n\nADA\nAre you there, Bram, or not?"
        "\n\nBRAM\nI am here and I have been here all day long.\n"
    )
    far = [shot for shot in list_shots(text) if shot.place]
    assert [(shot.place, shot.speaker) for shot in far] == [("OFFICE", "BRAM")]


def test_a_crowd_stands_in_the_set_in_every_shot_of_its_scene() -> None:
    inputs = make_inputs()
    crowd = Element(
        scene=inputs.screenplay.scenes[0].id, category=Category.BACKGROUND, name="x", quantity=9
    )
    items = STAGE.propose(replace(inputs, elements=(*inputs.elements, crowd)), ()).items
    counts = {
        sum(mark.figure.startswith("extra") for mark in item.fact.marks)
        for item in items
        if item.fact.scene == crowd.scene
    }
    assert counts == {5}


@pytest.mark.parametrize("path", [EXAMPLE, BIG_FISH], ids=["example", "120 pages"])
def test_a_whole_script_is_covered_without_a_crossed_line(path: Path) -> None:
    if not path.is_file():
        pytest.skip("the third-party script is not here")
    text = path.read_text(encoding="utf-8")
    inputs = make_inputs(text, props=())
    proposal = STAGE.propose(inputs, ())
    shots = [item.fact for item in proposal.items]
    assert measure_coverage(inputs.screenplay, shots).share == 1
    assert len({shot.id for shot in shots}) == len({shot.number for shot in shots}) == len(shots)
    assert [f for f in proposal.findings if f.severity == "error"] == []
    pages = inputs.screenplay.pages
    assert 7 <= len(shots) / pages <= 16
    minutes = sum(shot.duration for shot in shots) / 24 / 60
    assert 0.85 <= minutes / pages <= 1.2
    assert all(re.fullmatch(r".*[A-HJ-NP-Z]", shot.number) for shot in shots)
    assert {Framing.MASTER, Framing.OVER_SHOULDER, Framing.SINGLE} <= {s.framing for s in shots}
