from dataclasses import replace
from itertools import pairwise

from tests.film.shots.builder import scene_beats, tables

from secondunit.film.shots.camera.grammar import size_steps
from secondunit.film.shots.coverage.action import Scenery, draft_action
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.coverage.passage import CLEARLY, apart, is_passage
from secondunit.film.shots.model import Framing, Size
from secondunit.film.shots.reading.beats import Beat, BeatKind

RULES = tables().coverage
LONG = """INT. KITCHEN - DAY

ADA waits by the cold stove and counts the cups on the shelf. ADA sits down again, slowly, in her
coat. ADA leans over and sleeps with her head on the table. ADA wakes up with a start in the dark.

ADA
Who is it?
"""
SHORT = "INT. KITCHEN - DAY\n\nADA waits. BRAM sits.\n\nADA\nWell?\n"
HANDED = """INT. KITCHEN - DAY

ADA waits by the cold stove and counts the cups on the shelf. ADA gives BRAM the letter. BRAM
stands there for a long while and says nothing at all about it. ADA sits down again, slowly.

ADA
Read it.

BRAM
No.
"""


def acted(text: str) -> list[Beat]:
    beats = scene_beats(text, props=("letter",))
    return [replace(b, present=("ADA", "BRAM")) for b in beats if b.kind is BeatKind.ACTION]


def drafts(text: str) -> list[Draft]:
    return draft_action(
        acted(text), Scenery(interior=True, vehicle=False, lively=False, rules=RULES), set()
    )


def test_a_few_words_between_speeches_are_no_passage() -> None:
    assert is_passage(acted(LONG), RULES)
    assert not is_passage(acted(SHORT), RULES)


def test_in_a_passage_no_shot_holds_more_than_its_words_and_each_cites_its_own() -> None:
    made = drafts(LONG)
    assert len(made) >= 3
    assert all(
        draft.words <= RULES.words_per_passage_shot or len(draft.beats) == 1 for draft in made
    )
    told = [beat.text for draft in made for beat in draft.beats]
    assert told == [beat.text for beat in acted(LONG)]


def test_neighbours_of_the_same_person_are_two_sizes_apart() -> None:
    made = drafts(LONG)
    for last, new in pairwise(made):
        if last.subjects == new.subjects and last.framing is new.framing is Framing.SINGLE:
            assert abs(size_steps(last.size, new.size)) >= CLEARLY


def test_who_is_given_a_thing_is_seen_with_it() -> None:
    (response,) = [draft for draft in drafts(HANDED) if draft.rule is Rule.RESPONSE]
    assert response.subjects == ("BRAM",)
    assert response.gaze == (("BRAM", "ADA"),)
    assert response.spans[0].quote.startswith("ADA gives BRAM")


def test_a_sound_far_off_is_heard_on_the_face_and_a_touch_is_not_lost_in_the_wide() -> None:
    heard = drafts(
        "INT. KITCHEN - DAY\n\nADA stands at the sink with both of her hands in cold water. "
        "Far off, a bell. ADA lays her palm flat on BRAM's chest and waits there for an answer "
        "from him.\n\n"
        "ADA\nWell?\n\nBRAM\nNo.\n"
    )
    assert [draft.subjects for draft in heard] == [("ADA",), ("ADA", "BRAM")]
    assert "Far off" in heard[0].caption


def test_other_rules_keep_their_size() -> None:
    wide = Draft(rule=Rule.PLACE, framing=Framing.MASTER, size=Size.WIDE, subjects=("ADA",))
    assert [draft.size for draft in apart([wide, wide])] == [Size.WIDE, Size.WIDE]
    people = replace(wide, rule=Rule.PEOPLE, framing=Framing.GROUP, size=Size.COWBOY,
                     subjects=("ADA", "BRAM"))  # fmt: skip
    assert [draft.size for draft in apart([people, people])] == [Size.COWBOY, Size.WIDE]
