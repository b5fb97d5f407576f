from dataclasses import replace

from tests.adapters.formats.fdx.test_compose import line
from tests.adapters.formats.fdx.whole_script import lines_of, read, reword, said, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import Line, LineKind, Screenplay

DATA = whole_file()
SCRIPT = read(DATA)


def without(script: Screenplay, words: str) -> Screenplay:
    def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(each for each in lines if words not in each.text)

    return replace(
        script,
        opening=kept(script.opening),
        scenes=tuple(replace(scene, lines=kept(scene.lines)) for scene in script.scenes),
    )


def test_a_note_taken_out_is_taken_out_and_all_else_stays() -> None:
    for words in ("Gold or brass?", "Or three?", "Check the weather.", "They meet.", "Waits."):
        changed = without(SCRIPT, words)
        out = FORMAT.write(changed, DATA).data
        assert words.encode() not in out
        assert said(read(out)) == said(changed)


def test_a_note_that_says_something_else_keeps_its_writer_and_its_place() -> None:
    for words in ("Gold or brass?", "Or three?", "They meet.", "Waits.", "Dust."):
        changed = reword(SCRIPT, words, "Other words.")
        out = read(FORMAT.write(changed, DATA).data)
        assert said(out) == said(changed)
        assert [each.anchor for each in lines_of(out)] == [
            each.anchor for each in lines_of(changed)
        ]


def test_a_new_note_points_at_its_words() -> None:
    scene = SCRIPT.scenes[1]
    note = line(LineKind.NOTE, "How loud?", anchor=len("Rain on a "))
    changed = replace(
        SCRIPT,
        scenes=(SCRIPT.scenes[0], replace(scene, lines=(*scene.lines, note)), *SCRIPT.scenes[2:]),
    )
    out = read(FORMAT.write(changed, DATA).data)
    assert said(out) == said(changed)
    found = next(each for each in lines_of(out) if each.text == "How loud?")
    assert found.anchor == len("Rain on a ")


def test_a_summary_can_be_given_to_a_scene_that_had_none() -> None:
    scene = SCRIPT.scenes[3]
    summary = line(LineKind.SYNOPSIS, "They find it.")
    lines = (scene.lines[0], summary, *scene.lines[1:])
    changed = replace(SCRIPT, scenes=(*SCRIPT.scenes[:3], replace(scene, lines=lines)))
    out = FORMAT.write(changed, DATA).data
    assert said(read(out)) == said(changed)
    assert b"<Summary>" in out[out.index(b"INT. ATTIC") - 300 : out.index(b"INT. ATTIC")]
