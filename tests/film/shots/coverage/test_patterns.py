from itertools import pairwise

from tests.film.shots.builder import list_shots, scene_beats, tables

from secondunit.film.shots.camera.grammar import size_steps
from secondunit.film.shots.coverage.action import Scenery, draft_action
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Framing, Move, Size
from secondunit.film.shots.reading.beats import BeatKind

OUTSIDE = Scenery(interior=False, vehicle=False, lively=False, rules=tables().coverage)


def drafts(text: str) -> list[Draft]:
    """Shots of the action of a scene in which Ada and Bram are."""
    return drafted(f"ADA and BRAM wait. {text}")


def drafted(action: str) -> list[Draft]:
    """Shots of a paragraph, in a script in which Ada and Bram have a line."""
    talk = "ADA\nHm.\n\nBRAM\nHm.\n"
    beats = scene_beats(f"EXT. FIELD - DAY\n\n{action}\n\n{talk}")
    return draft_action([b for b in beats if b.kind is BeatKind.ACTION], OUTSIDE, set())


def of(rule: Rule, text: str) -> list[Draft]:
    return [draft for draft in drafts(text) if draft.rule is rule]


def test_a_chase_is_seen_on_who_runs_and_then_on_who_follows() -> None:
    one, two = of(Rule.CHASE, "Ada chases Bram over the wall.")
    assert (one.subjects, two.subjects) == (("ADA",), ("BRAM",))
    assert one.travel[0] == "ADA"
    assert two.travel[0] == "BRAM"
    assert one.move is not Move.STATIC
    assert one.share + two.share == 1.0


def test_a_fight_opens_on_both_and_goes_on_blow_by_blow() -> None:
    both, strikes, struck = of(Rule.FIGHT, "Ada punches Bram. Bram kicks Ada.")
    assert both.framing is Framing.TWO_SHOT
    assert (strikes.subjects, struck.subjects) == (("BRAM",), ("ADA",))
    assert size_steps(strikes.size, struck.size) >= 2


def test_a_reveal_is_first_seen_on_who_sees_it() -> None:
    sees, seen = of(Rule.REVEAL, "The door swings open, revealing Bram.")
    assert (sees.subjects, sees.size) == (("ADA",), Size.CLOSE)
    assert seen.subjects == ("BRAM",)


def test_a_montage_has_a_picture_for_each_moment_none_like_the_one_before() -> None:
    found = of(
        Rule.MONTAGE,
        "MONTAGE: Ada digs. Ada plants a tree. Bram waters it. They sit. END MONTAGE. Ada sleeps.",
    )
    assert len(found) == 4
    for one, other in pairwise(found[:3]):
        assert (one.size, one.subjects) != (other.size, other.subjects)
        assert one.subjects != other.subjects or size_steps(one.size, other.size) >= 2


def test_who_comes_in_is_seen_at_the_door_and_then_by_who_was_there() -> None:
    found = drafted("ADA waits for a while. BRAM enters through the gate.")
    assert [draft.rule for draft in found[-2:]] == [Rule.ENTRANCE, Rule.WELCOME]
    assert found[-1].subjects == ("ADA",)


def test_every_pattern_keeps_its_lines_and_breaks_no_line_of_the_axis() -> None:
    text = (
        "EXT. FIELD - DAY\n\nADA and BRAM wait. Ada punches Bram. Bram kicks Ada. Bram flees Ada."
        " The mist lifts, revealing PIP (8).\n\nADA\nWho is that?\n\nBRAM\nNobody.\n\nPIP\nMe.\n"
    )
    shots = list_shots(text)
    assert {"ADA", "BRAM"} <= {name for shot in shots for name in shot.subjects}
    assert len({line for shot in shots for line in shot.covers}) >= 8


def test_two_who_walk_and_talk_come_towards_a_camera_that_goes_before_them() -> None:
    line = "I have been thinking about this for a very long time now."
    shots = list_shots(
        "EXT. BEACH - DAY\n\nADA and BRAM walk along the water.\n\n"
        f"ADA\n{line}\n\nBRAM\n{line}\n\nThey sit.\n\nADA\n{line}\n"
    )
    walked = [shot for shot in shots if shot.move is Move.FOLLOW]
    assert [shot.framing for shot in walked] == [Framing.TWO_SHOT]
    for shot in walked:
        moving = {mark.figure for mark in shot.marks if mark.to is not None}
        assert moving == {"ADA", "BRAM"}
        assert len(shot.camera) == 2
    assert shots[-1].move is not Move.FOLLOW


def test_who_flees_and_who_follows_run_the_same_way() -> None:
    shots = list_shots(
        "EXT. FIELD - DAY\n\nADA and BRAM wait here for a while. Ada chases Bram.\n\n"
        "ADA\nStop!\n\nBRAM\nNo!\n"
    )
    ways = [
        mark.to[0] - mark.at[0]
        for shot in shots
        for mark in shot.marks
        if mark.to is not None and mark.figure in shot.subjects
    ]
    assert len(ways) == 2
    assert ways[0] * ways[1] > 0
