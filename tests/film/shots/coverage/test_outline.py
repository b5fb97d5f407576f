from itertools import pairwise

from tests.film.shots.builder import make_script, scene_beats, tables

from secondunit.film.shots.coverage.action import Scenery
from secondunit.film.shots.coverage.dialogue import Talk
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.coverage.outline import draft_scene
from secondunit.film.shots.model import Angle, Framing, Move, Size

LONG = "This is a line of more than nine words, so that it stands alone."
TALK = f"ADA waits by the stove. BRAM waits by the door.\n\nADA\n{LONG}\n\nBRAM\n{LONG}"


def outline(
    body: str, head: str = "INT. ROOM - DAY", *, new: bool = False, lively: bool = False
) -> tuple[Draft, ...]:
    text = f"{head}\n\n{body}\n"
    scenery = Scenery(
        interior=head.startswith("INT"), vehicle=False, lively=lively, rules=tables().coverage
    )
    return draft_scene(make_script(text).scenes[0], scene_beats(text), scenery, Talk(), is_new=new)


def test_a_new_place_is_established_and_a_known_one_opens_on_its_people() -> None:
    assert outline(TALK, new=True)[0].framing is Framing.ESTABLISHING
    assert outline(TALK)[0].framing is Framing.MASTER


def test_a_new_place_outside_is_seen_from_afar() -> None:
    assert outline(TALK, "EXT. BEACH - DAY", new=True)[0].size is Size.EXTREME_WIDE


def test_a_scene_with_nothing_but_a_heading_has_one_shot() -> None:
    found = outline("", new=True)
    assert len(found) == 1
    assert found[0].covers


def test_a_written_shot_opens_the_scene() -> None:
    first = outline("From straight above: the floor.\n\n" + TALK, new=True)[0]
    assert (first.rule, first.angle) == (Rule.WRITTEN, Angle.OVERHEAD)


def test_every_beat_is_in_a_shot() -> None:
    text = f"INT. ROOM - DAY\n\n{TALK}\n\nRain.\n\nCUT TO:\n"
    lines = {line.id for line in make_script(text).scenes[0].lines}
    covered = {line for draft in outline(TALK + "\n\nRain.\n\nCUT TO:") for line in draft.lines}
    assert covered == lines


def test_a_small_action_plays_in_the_shot_of_the_line_it_leads_to() -> None:
    found = outline(TALK + f"\n\nAda nods.\n\nADA\n{LONG}")
    assert [draft.rule for draft in found if "Ada nods." in draft.caption] == [Rule.OVER_SHOULDER]


def test_before_an_over_shoulder_the_frame_is_two_sizes_wider() -> None:
    nod = "Ada " + "nods and " * 12 + "waits."
    found = outline(f"ADA waits. BRAM waits.\n\nIt rains.\n\n{nod}\n\nADA\n{LONG}\n\nBRAM\n{LONG}")
    place = next(n for n, d in enumerate(found) if d.framing is Framing.OVER_SHOULDER)
    if found[place - 1].framing is Framing.SINGLE:
        assert found[place - 1].size is Size.FULL


def test_stunts_are_taken_off_the_shoulder() -> None:
    body = (
        f"ADA waits. BRAM waits.\n\nADA\n{LONG}\n\nBram smiles {'and ' * 20}smiles.\n\nBRAM\n{LONG}"
    )
    assert Move.HANDHELD in {draft.move for draft in outline(body, lively=True)}


def test_short_lines_in_a_row_stay_in_one_two_shot() -> None:
    lines = "\n\n".join(f"{who}\nNo, {n}." for n, who in enumerate(("ADA", "BRAM") * 4))
    drafts = outline(f"ADA waits by the stove. BRAM waits by the door.\n\n{lines}")
    for first, second in pairwise(drafts):
        shared = first.framing is second.framing is Framing.TWO_SHOT
        assert not (shared and set(first.subjects) == set(second.subjects))
