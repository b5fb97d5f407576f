from tests.film.shots.builder import scene_beats, tables

from secondunit.film.shots.coverage.action import Scenery
from secondunit.film.shots.coverage.dialogue import Talk, draft_dialogue
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Framing, Size
from secondunit.film.shots.reading.beats import BeatKind

SCENERY = Scenery(interior=True, vehicle=False, lively=False, rules=tables().coverage)
LONG = "This is a line of more than nine words, so that it stands alone."


def drafts(*speeches: str, talk: Talk | None = None, scenery: Scenery = SCENERY) -> list[Draft]:
    script = "INT. ROOM - DAY\n\n" + "\n\n".join(speeches) + "\n"
    return draft_dialogue(scene_beats(script), scenery, talk or Talk())


def test_first_lines_are_over_the_shoulder_and_later_ones_single() -> None:
    found = drafts(*[f"{name}\n{LONG}" for name in ("ADA", "BRAM", "ADA", "BRAM")])
    assert [draft.framing for draft in found] == [
        Framing.OVER_SHOULDER,
        Framing.OVER_SHOULDER,
        Framing.SINGLE,
        Framing.SINGLE,
    ]
    assert [draft.subjects[0] for draft in found] == ["ADA", "BRAM", "ADA", "BRAM"]


def test_singles_tighten_as_the_talk_goes_on() -> None:
    found = drafts(*[f"{name}\n{LONG}" for name in ("ADA", "BRAM") * 5])
    sizes = [draft.size for draft in found if draft.framing is Framing.SINGLE]
    assert sizes[0] is Size.MEDIUM_CLOSE
    assert sizes[-1] is Size.CLOSE
    assert sizes == sorted(sizes, key=[Size.MEDIUM_CLOSE, Size.CLOSE].index)


def test_a_question_changes_no_other_shot_of_the_talk() -> None:
    plain = drafts(*[f"{name}\n{LONG}" for name in ("ADA", "BRAM") * 5])
    asked = [f"{name}\n{LONG}" for name in ("ADA", "BRAM") * 5]
    asked[2] = asked[2][:-1] + "?"
    changed = [
        place
        for place, (one, other) in enumerate(zip(plain, drafts(*asked), strict=True))
        if (one.framing, one.size, one.subjects) != (other.framing, other.size, other.subjects)
    ]
    assert changed == []


def test_a_short_line_made_long_regroups_no_exchange_but_its_own() -> None:
    short = [f"{name}\nYes, {n}." for n, name in enumerate(("ADA", "BRAM") * 3)]
    longer = list(short)
    longer[1] = f"BRAM\n{LONG}"

    def groups(speeches: list[str]) -> list[tuple[str, ...]]:
        return [tuple(beat.text for beat in draft.beats) for draft in drafts(*speeches)]

    assert groups(longer)[-1] == groups(short)[-1]


def test_short_lines_and_lines_at_once_share_a_two_shot() -> None:
    assert drafts("ADA\nYes.", "BRAM\nNo.")[0].framing is Framing.TWO_SHOT
    both = drafts(f"ADA\n{LONG}", f"BRAM ^\n{LONG}")
    assert len(both) == 1
    assert both[0].framing is Framing.TWO_SHOT
    assert len(both[0].beats) == 2


def test_a_long_speech_is_broken_by_who_listens() -> None:
    found = drafts(f"BRAM\n{LONG}", "ADA\n" + "word " * 60)
    assert found[-1].rule is Rule.REACTION
    assert found[-1].subjects == ("BRAM",)
    assert found[-2].share + found[-1].share == 1.0


def test_an_unseen_voice_plays_on_who_hears_it() -> None:
    found = drafts(f"ADA\n{LONG}", f"KIM (V.O.)\n{LONG}")
    assert found[-1].rule is Rule.VOICE
    assert found[-1].subjects == ("ADA",)


def test_a_voice_nobody_hears_plays_on_the_place() -> None:
    assert drafts(f"KIM (V.O.)\n{LONG}")[0].framing is Framing.ESTABLISHING


def test_who_speaks_alone_is_single() -> None:
    assert drafts(f"ADA\n{LONG}")[0].framing is Framing.SINGLE


def test_the_far_end_of_a_call_is_in_its_own_set() -> None:
    beats = scene_beats(f"INT. ROOM - DAY\n\nADA\n{LONG}\n\nBRAM (V.O.)\n{LONG}\n")
    found = draft_dialogue(beats, SCENERY, Talk(away={"BRAM": "OFFICE"}))
    assert [draft.place for draft in found] == ["", "OFFICE"]


def test_an_animal_is_not_framed_over_the_shoulder() -> None:
    beasts = Scenery(
        interior=True,
        vehicle=False,
        lively=False,
        rules=tables().coverage,
        beasts=frozenset({"BRAM"}),
    )
    found = drafts(f"ADA\n{LONG}", f"BRAM\n{LONG}", scenery=beasts)
    assert found[0].framing is Framing.SINGLE


def test_in_a_car_first_lines_are_two_shots() -> None:
    car = Scenery(interior=True, vehicle=True, lively=False, rules=tables().coverage)
    assert drafts(f"ADA\n{LONG}", f"BRAM\n{LONG}", scenery=car)[0].framing is Framing.TWO_SHOT


def test_who_is_named_is_spoken_to() -> None:
    found = drafts(f"CAL\n{LONG}", f"BRAM\n{LONG}", f"ADA\nCal, {LONG}")
    assert found[-1].subjects[:2] == ("ADA", "CAL")
    assert found[-1].gaze == (("ADA", "CAL"),)


def test_a_third_voice_widens_the_frame_to_all() -> None:
    found = drafts(*[f"{name}\n{LONG}" for name in ("ADA", "BRAM", "KIM", "ADA")])
    assert found[2].framing is Framing.GROUP
    assert set(found[2].subjects) == {"ADA", "BRAM", "KIM"}
    assert found[3].framing is Framing.SINGLE


def test_who_is_on_the_telephone_is_seen_alone_with_it() -> None:
    script = f"INT. ROOM - DAY\n\nADA and BRAM. Ada talks on the phone.\n\nADA\n{LONG}\n"
    spoken = [beat for beat in scene_beats(script) if beat.kind is BeatKind.SPEECH]
    (only,) = draft_dialogue(spoken, SCENERY, Talk())
    assert (only.rule, only.framing, only.prop) == (Rule.PHONE, Framing.SINGLE, "telephone")
