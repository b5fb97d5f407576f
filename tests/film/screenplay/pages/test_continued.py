from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.model import Line, LineKind, Side
from secondunit.film.screenplay.pages.continued import cue_text, mark_continued, repeat_cue


def line(kind: LineKind, text: str, extension: str = "", side: Side | None = None) -> Line:
    return Line(id=NO_ID, kind=kind, text=text, row=1, extension=extension, side=side)


def cue(text: str, extension: str = "", side: Side | None = None) -> Line:
    return line(LineKind.CUE, text, extension, side)


ACTION = line(LineKind.ACTION, "Rain.")


def extensions(*lines: Line) -> list[str]:
    return [each.extension for each in mark_continued(lines) if each.kind is LineKind.CUE]


def test_a_speaker_who_goes_on_after_action_is_marked() -> None:
    assert extensions(cue("OREN"), ACTION, cue("Oren"), cue("MINA")) == ["", "CONT'D", ""]
    assert extensions(cue("OREN"), cue("OREN", "O.S.")) == ["", "O.S., CONT'D"]


def test_a_new_scene_another_speaker_and_a_dual_dialogue_begin_anew() -> None:
    heading = line(LineKind.HEADING, "INT. A - DAY")
    assert extensions(cue("OREN"), heading, cue("OREN")) == ["", ""]
    assert extensions(cue("OREN"), cue("MINA"), cue("OREN")) == ["", "", ""]
    assert extensions(cue("OREN", side=Side.RIGHT), cue("OREN")) == ["", ""]


def test_a_voice_over_is_never_marked_nor_anything_marked_twice() -> None:
    assert extensions(cue("OREN", "V.O."), cue("OREN", "V.O."), cue("OREN")) == ["V.O.", "V.O.", ""]
    assert extensions(cue("OREN"), cue("OREN", "cont\u2019d")) == ["", "cont\u2019d"]


def test_a_cue_is_typed_with_its_mark_in_brackets_of_its_own() -> None:
    assert cue_text("OREN", "") == "OREN"
    assert cue_text("OREN", "O.S., PRELAP") == "OREN (O.S., PRELAP)"
    assert cue_text("OREN", "V.O., CONT'D") == "OREN (V.O.) (CONT'D)"
    assert repeat_cue("OREN", "CONT'D") == "OREN (CONT'D)"
