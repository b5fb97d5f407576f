from dataclasses import replace

from tests.film.cut.builder import SCENE, cover, make_cut, make_script

from secondunit.core.ids import LineId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.cut.model import SoundKind
from secondunit.film.cut.sound import sound_sheet, sound_slots
from secondunit.film.screenplay.model import Line, LineKind, Screenplay

BARK = Line(id=LineId("a"), kind=LineKind.ACTION, text="A dog BARKS outside.", row=2)
DOG = Element(scene=SCENE, category=Category.SOUND, name="barks")
WALTZ = Element(scene=SCENE, category=Category.MUSIC, name="waltz")
SHOTS = (cover("1A", 48, "h"), cover("1B", 72, "d0", "d1"), cover("1C", 24, "a"))
CUT = make_cut(*SHOTS)


def script() -> Screenplay:
    plain = make_script(("OREN", "One two"), ("MINA", "One two"))
    scene = plain.scenes[0]
    return replace(plain, scenes=(replace(scene, lines=(*scene.lines, BARK)),))


def test_speeches_have_slots_by_their_words_in_the_order_of_the_cut() -> None:
    slots = sound_slots(script(), SHOTS, CUT)
    assert [(s.name, s.start, s.end) for s in slots] == [("OREN", 48, 84), ("MINA", 84, 120)]
    assert {s.kind for s in slots} == {SoundKind.DIALOGUE}
    assert slots[0].words == "One two"


def test_an_effect_is_heard_in_the_shot_whose_words_ask_for_it() -> None:
    slots = sound_slots(script(), SHOTS, CUT, (DOG,))
    (bark,) = [slot for slot in slots if slot.kind is SoundKind.EFFECT]
    assert (bark.name, bark.start, bark.end) == ("barks", 120, 144)


def test_music_that_no_line_names_begins_with_its_scene_and_props_are_silent() -> None:
    lamp = Element(scene=SCENE, category=Category.PROPS, name="lamp")
    slots = sound_slots(script(), SHOTS, CUT, (WALTZ, lamp))
    (waltz,) = [slot for slot in slots if slot.kind is not SoundKind.DIALOGUE]
    assert (waltz.kind, waltz.start) == (SoundKind.MUSIC, 0)


def test_the_sheet_gives_timecode_of_the_cut() -> None:
    sheet = sound_sheet(sound_slots(script(), SHOTS, CUT), CUT, production="Toast", status="")
    assert sheet.rows[0].cells[:5] == ("1", "dialogue", "01:00:02:00", "01:00:03:12", "1.5")
