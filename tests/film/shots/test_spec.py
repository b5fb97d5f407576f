from tests.film.shots.builder import (
    RATE,
    TALKERS,
    make_figure,
    make_rig,
    make_script,
    scene_beats,
)

from secondunit.core.evidence import EvidenceKind
from secondunit.core.timecode import Frames
from secondunit.film.shots.camera.solve import solve_camera
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Framing, Size
from secondunit.film.shots.spec import (
    Slate,
    as_setup,
    evidence_of,
    make_spec,
    shot_label,
    solve_draft,
)

SCRIPT = "INT. ROOM - DAY\n\nADA waits.\n\nADA\nOne two three.\n\nBRAM\nNo.\n"
SCENE = make_script(SCRIPT).scenes[0]
BEATS = scene_beats(SCRIPT)
SLATE = Slate(scene=SCENE, position=2, covers=(), duration=Frames(48), rate=RATE, aspect="1.85")
OVER = Draft(
    rule=Rule.OVER_SHOULDER,
    framing=Framing.OVER_SHOULDER,
    size=Size.MEDIUM,
    subjects=("ADA", "BRAM"),
    beats=BEATS[1:2],
)


def test_a_spec_says_what_is_done_and_said() -> None:
    rig = make_rig(make_figure("ADA"), make_figure("BRAM"))
    solved = solve_draft(OVER, as_setup(OVER, TALKERS, None), rig)
    spec = make_spec(OVER, solved, TALKERS, SLATE)
    assert (spec.number, spec.speaker, spec.dialogue) == ("1C", "ADA", "One two three.")
    assert spec.action == "Ada speaks."
    assert shot_label(spec) == "1C · MS · ADA, BRAM"


def test_an_id_depends_on_what_the_shot_means_and_not_on_its_place() -> None:
    moved = Slate(scene=SCENE, position=7, covers=(), duration=Frames(9), rate=RATE, aspect="2.39")
    assert SLATE.shot_id(OVER, 1) == moved.shot_id(OVER, 1)
    assert SLATE.shot_id(OVER, 1) != SLATE.shot_id(OVER, 2)
    other = Draft(rule=OVER.rule, framing=OVER.framing, size=Size.CLOSE, beats=OVER.beats)
    assert SLATE.meaning(other) != SLATE.meaning(OVER)


def test_over_a_child_the_frame_is_wider() -> None:
    rig = make_rig(make_figure("ADA", 1.8), make_figure("BRAM", 1.1))
    assert solve_draft(OVER, as_setup(OVER, TALKERS, None), rig).size is Size.COWBOY


def test_a_cut_that_would_jump_changes_its_size() -> None:
    rig = make_rig(make_figure("ADA"), make_figure("BRAM"))
    setup = as_setup(OVER, TALKERS, None)
    first = solve_camera(setup, rig)
    second = solve_draft(OVER, setup, rig)
    assert second.size is not first.size or abs(second.azimuth - first.azimuth) >= 30


def test_evidence_quotes_the_words_or_names_the_rule() -> None:
    assert evidence_of(OVER)[0].kind is EvidenceKind.SCRIPT
    empty = Draft(rule=Rule.MASTER, framing=Framing.MASTER, size=Size.WIDE)
    assert evidence_of(empty)[0].rule == Rule.MASTER.value
