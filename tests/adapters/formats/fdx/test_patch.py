from dataclasses import replace

from tests.adapters.formats.fdx.test_compose import line
from tests.adapters.formats.fdx.whole_script import bare, read, said, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import Line, LineKind

DATA = whole_file()
SCRIPT = read(DATA)


def test_a_moved_scene_takes_its_bytes_along() -> None:
    first, yard, gone, attic = SCRIPT.scenes
    moved = replace(SCRIPT, scenes=(first, attic, yard, gone))
    out = FORMAT.write(moved, DATA).data
    assert said(read(out)) == said(moved)
    assert out.count(b'<Text RevisionID="2">Rain on a tin roof.</Text>') == 1
    assert abs(len(out) - len(DATA)) < 5  # the digits of positions


def test_a_scene_cut_out_leaves_the_rest_as_it_was() -> None:
    first, _, gone, attic = SCRIPT.scenes
    cut = replace(SCRIPT, scenes=(first, gone, attic))
    out = FORMAT.write(cut, DATA).data
    assert said(read(out)) == said(cut)
    assert b"Rain on" not in out
    start = DATA.index(b"ACT ONE")
    assert out.startswith(DATA[:start])


def test_a_new_line_is_written_in_the_manner_of_the_file() -> None:
    scene = SCRIPT.scenes[1]
    new = line(LineKind.ACTION, "A dog & a cat.")
    lines = (*scene.lines, new)
    grown = replace(
        SCRIPT, scenes=(SCRIPT.scenes[0], replace(scene, lines=lines), *SCRIPT.scenes[2:])
    )
    out = FORMAT.write(grown, DATA).data
    assert said(read(out)) == said(grown)
    added = (
        b'\n    <Paragraph Type="Action">\n      <Text>A dog &amp; a cat.</Text>\n    </Paragraph>'
    )
    assert added in out
    assert len(out) == len(DATA) + len(added)


def test_a_line_put_first_and_a_line_taken_from_the_front() -> None:
    opening = (line(LineKind.ACTION, "BLACK."), *SCRIPT.opening[1:])
    changed = replace(SCRIPT, opening=(SCRIPT.opening[0], *opening))
    out = read(FORMAT.write(changed, DATA).data)
    assert said(out) == said(changed)


def test_space_above_that_was_empty_paragraphs_can_change() -> None:
    data = DATA.replace(
        b'<Paragraph Type="Action">\n      <Text RevisionID="2">',
        b'<Paragraph Type="Action"><Text/></Paragraph>\n'
        b'    <Paragraph Type="Action">\n      <Text RevisionID="2">',
    )
    script = read(data)
    scene = script.scenes[1]
    assert scene.lines[1].space_before == 3.0

    def closer(each: Line) -> Line:
        return replace(each, space_before=None) if each.space_before == 3.0 else each

    lines = tuple(map(closer, scene.lines))
    changed = replace(
        script, scenes=(script.scenes[0], replace(scene, lines=lines), *script.scenes[2:])
    )
    assert bare(read(FORMAT.write(changed, data).data)) == bare(changed)


def test_a_dual_dialogue_that_gains_a_line_is_set_anew() -> None:
    scene = SCRIPT.scenes[0]
    at = next(place for place, each in enumerate(scene.lines) if each.text == "It did not.")
    more = replace(scene.lines[at], text="It never did.", spot=None)
    lines = (*scene.lines[: at + 1], more, *scene.lines[at + 1 :])
    changed = replace(SCRIPT, scenes=(replace(scene, lines=lines), *SCRIPT.scenes[1:]))
    out = read(FORMAT.write(changed, DATA).data)
    assert said(out) == said(changed)
    assert [each.side for each in out.scenes[0].lines] == [each.side for each in lines]
