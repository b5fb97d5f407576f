import pytest
from tests.film.shots.builder import scene_beats, tables

from secondunit.film.shots.coverage.action import Scenery, draft_action, join
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Angle, Framing, Move, Size
from secondunit.film.shots.reading.beats import Beat, BeatKind

SCENERY = Scenery(interior=True, vehicle=False, lively=False, rules=tables().coverage)


def beats(text: str, props: tuple[str, ...] = ()) -> list[Beat]:
    script = f"INT. ROOM - DAY\n\n{text}\n\nADA\nYes.\n\nBRAM\nNo.\n"
    return [beat for beat in scene_beats(script, props) if beat.kind is not BeatKind.SPEECH]


def drafts(text: str, props: tuple[str, ...] = ()) -> list[Draft]:
    return draft_action(beats(text, props), SCENERY, set())


@pytest.mark.parametrize(
    ("text", "framing", "size", "move"),
    [
        ("CLOSE ON ADA.", Framing.SINGLE, Size.CLOSE, Move.STATIC),
        ("CLOSE ON the key.", Framing.INSERT, Size.INSERT, Move.STATIC),
        ("INSERT - the map.", Framing.INSERT, Size.INSERT, Move.STATIC),
        ("ANGLE ON Ada and Bram.", Framing.TWO_SHOT, Size.COWBOY, Move.STATIC),
        ("ADA'S POV of Bram.", Framing.POV, Size.MEDIUM, Move.STATIC),
        ("PAN ACROSS the room.", Framing.MASTER, Size.WIDE, Move.PAN),
        ("TWO SHOT.", Framing.TWO_SHOT, Size.COWBOY, Move.STATIC),
        ("PULL BACK from Ada.", Framing.SINGLE, Size.MEDIUM_CLOSE, Move.PULL_OUT),
    ],
)
def test_what_the_script_names_wins(text: str, framing: Framing, size: Size, move: Move) -> None:
    first = drafts(text)[0]
    assert (first.rule, first.framing, first.size, first.move) == (
        Rule.WRITTEN,
        framing,
        size,
        move,
    )


def test_from_straight_above_is_overhead() -> None:
    assert drafts("From straight above: the floor.")[0].angle is Angle.OVERHEAD


def test_coming_and_going_is_seen_wide() -> None:
    for text, way in (("Ada enters.", "enter"), ("Ada leaves.", "exit")):
        first = drafts(text)[0]
        assert (first.rule, first.size, first.travel) == (Rule.ENTRANCE, Size.WIDE, ("ADA", way))


def test_a_look_is_a_close_up_and_then_what_it_sees_once() -> None:
    found = drafts("Ada stares at Bram. Ada stares at Bram.")
    assert [draft.framing for draft in found][:2] == [Framing.SINGLE, Framing.POV]
    assert found[1].looker == "ADA"
    assert found[1].subjects == ("BRAM",)
    assert sum(draft.framing is Framing.POV for draft in found) == 1


def test_a_handled_thing_is_seen_close_once_a_scene() -> None:
    shown: set[str] = set()
    found = draft_action(
        beats("Ada takes the letter. Ada drops the letter.", ("letter",)), SCENERY, shown
    )
    assert [draft.framing for draft in found].count(Framing.INSERT) == 1
    assert shown == {"letter"}


def test_who_moves_is_followed() -> None:
    assert drafts("Ada crosses the room.")[0].rule is Rule.MOVEMENT


def test_what_happens_to_nobody_is_seen_in_the_set() -> None:
    assert drafts("Rain on the glass.")[0].framing is Framing.MASTER


def test_short_sentences_share_a_shot_and_long_ones_do_not() -> None:
    assert len(drafts("Ada waits. Rain. Ada waits. Wind.")) == 1
    long = " ".join(["word"] * 40)
    assert len(drafts(f"Ada waits {long}. Ada waits {long}.")) == 2


def test_a_written_move_goes_into_the_shot_that_runs() -> None:
    still, moved = (
        Draft(rule=rule, framing=Framing.MASTER, size=Size.WIDE, subjects=("ADA",), move=move)
        for rule, move in ((Rule.MASTER, Move.STATIC), (Rule.WRITTEN, Move.PULL_OUT))
    )
    joined = join(still, moved, SCENERY)
    assert joined is not None
    assert joined.move is Move.PULL_OUT


def test_stunts_get_shorter_shots() -> None:
    lively = Scenery(interior=True, vehicle=False, lively=True, rules=tables().coverage)
    assert lively.limit < SCENERY.limit
