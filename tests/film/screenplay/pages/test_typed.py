from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.pages.block import LINE
from secondunit.film.screenplay.pages.typed import PageLine, set_type


def line(kind: LineKind, text: str = "Words.", **more: object) -> PageLine:
    return PageLine(kind=kind, text=text, scene=0, **more)  # type: ignore[arg-type]  # few kinds


def heights(*lines: PageLine) -> list[float]:
    return [block.height / LINE for block in set_type(lines)]


def test_a_speech_is_one_block_with_its_cue() -> None:
    (block,) = set_type(
        [line(LineKind.CUE, "OREN"), line(LineKind.PARENTHETICAL, "(low)"), line(LineKind.DIALOGUE)]
    )
    assert [part.kind for part in block.columns[0]] == ["cue", "parenthetical", "dialogue"]
    assert block.height == 4 * LINE  # a blank line and three typed ones


def test_each_kind_has_its_column_and_its_space() -> None:
    text = "x" * 36
    assert heights(line(LineKind.ACTION, text)) == [2]
    assert heights(line(LineKind.DIALOGUE, text)) == [2]  # two lines of 35 and no space before
    assert heights(line(LineKind.HEADING, text)) == [3]


def test_notes_sections_and_the_like_take_no_room() -> None:
    unseen = [LineKind.NOTE, LineKind.BONEYARD, LineKind.SECTION, LineKind.SYNOPSIS]
    assert set_type([line(kind) for kind in unseen]) == []


def test_a_note_inside_a_speech_does_not_end_it() -> None:
    spoken = [line(LineKind.CUE, "OREN"), line(LineKind.NOTE), line(LineKind.DIALOGUE)]
    assert heights(*spoken) == [3]


def test_dual_dialogue_takes_the_longer_column() -> None:
    left = [line(LineKind.CUE, "OREN", side=Side.LEFT), line(LineKind.DIALOGUE, side=Side.LEFT)]
    right = [
        line(LineKind.CUE, "MINA", side=Side.RIGHT),
        line(LineKind.DIALOGUE, "x" * 70, side=Side.RIGHT),
    ]
    (block,) = set_type([*left, *right])
    assert len(block.columns) == 2
    assert block.height == (1 + 1 + 3) * LINE


def test_two_dual_dialogues_in_a_row_are_two_blocks() -> None:
    pair = [line(LineKind.CUE, "A", side=Side.LEFT), line(LineKind.CUE, "B", side=Side.RIGHT)]
    assert len(set_type([*pair, *pair])) == 2


def test_the_extension_of_a_cue_is_set_with_it() -> None:
    (block,) = set_type([line(LineKind.CUE, "OREN", extension="V.O.")])
    assert block.columns[0][0].text == "OREN (V.O.)"


def test_empty_lines_beyond_the_usual_stand_alone_in_the_scene_before() -> None:
    blocks = set_type(
        [line(LineKind.ACTION), PageLine(kind=LineKind.HEADING, text="X", scene=1, space_before=4)]
    )
    assert [(block.scene, block.height / LINE) for block in blocks] == [(0, 2), (0, 2), (1, 3)]


def test_space_width_and_spacing_of_the_source_are_honoured_within_reason() -> None:
    assert heights(line(LineKind.ACTION, space_before=0)) == [1]
    assert heights(line(LineKind.DIALOGUE, "x" * 38, width=38)) == [1]
    assert heights(line(LineKind.DIALOGUE, spacing=2)) == [2]
    assert max(heights(line(LineKind.ACTION, space_before=1e9, spacing=1e9))) <= 5


def test_a_block_that_is_only_measured_is_as_high_as_its_paragraphs() -> None:
    speech = [
        line(LineKind.CUE, "OREN", extension="V.O."),
        line(LineKind.DIALOGUE, "word " * 40, spacing=2.0),
        line(LineKind.NOTE),
        line(LineKind.PARENTHETICAL, "(low)", space_before=1),
    ]
    for block in set_type([*speech, line(LineKind.ACTION, "one\ntwo", width=20)]):
        (parts,) = block.columns
        assert block.height == sum(part.before + part.body for part in parts)
        assert (block.before, block.line) == (parts[0].before, parts[0].line)
