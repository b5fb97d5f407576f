from tests.film.shots.builder import scene_beats

from secondunit.film.shots.coverage.draft import Rule
from secondunit.film.shots.coverage.written import WRITTEN, draft_written
from secondunit.film.shots.model import Framing, Size


def test_a_close_on_a_thing_is_an_insert_of_it() -> None:
    beat = scene_beats("INT. ROOM - DAY\n\nADA waits.\n\nCLOSE ON the letter.\n")[-1]
    draft = draft_written(beat, (), frozenset())
    assert (draft.rule, draft.framing, draft.prop) == (Rule.WRITTEN, Framing.INSERT, "letter")


def test_a_close_on_somebody_is_a_close_single() -> None:
    beat = scene_beats("INT. ROOM - DAY\n\nADA waits.\n\nCLOSE ON Ada.\n")[-1]
    draft = draft_written(beat, ("ADA",), frozenset())
    assert (draft.framing, draft.size, draft.subjects) == (
        Framing.SINGLE,
        Size.CLOSE,
        ("ADA",),
    )


def test_every_written_shot_has_a_framing_of_its_own_words() -> None:
    assert {"close", "pov", "insert", "pan"} <= set(WRITTEN)
