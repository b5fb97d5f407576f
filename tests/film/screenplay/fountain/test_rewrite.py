from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.screenplay.script_strategies import script, scripts

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.blocks import ASIDES, all_lines, group_blocks
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.fountain.rewrite import Original, line_end, rewrite
from secondunit.film.screenplay.fountain.writer import write_script
from secondunit.film.screenplay.losses import list_losses
from secondunit.film.screenplay.model import Line, LineKind, Screenplay, TitleField
from secondunit.film.screenplay.read import RawLine, read_scenes

TEXT = """Title: Ear
Author:  Somebody

FADE IN:

INT. HALL - DAY  #1#


Dust   falls. [[slowly?]]

	WREN
	No.
/* cut */

# Act
## Two

EXT. YARD - NIGHT

> THE END <


"""


def original(text: str = TEXT) -> Original:
    raw, _ = read_fountain(text, name="t", digest=Digest("d"))
    return Original(
        data=text.encode(),
        text=text,
        encode=str.encode,
        script=read_scenes(raw)[0],
        title_spot=raw.title_spot,
        head=0,
    )


def changed(change: Callable[[list[Line]], list[Line]], text: str = TEXT, scene: int = 0) -> str:
    """The file with the lines of one scene changed."""
    found = original(text)
    scenes = list(found.script.scenes)
    scenes[scene] = replace(scenes[scene], lines=tuple(change(list(scenes[scene].lines))))
    return rewrite(replace(found.script, scenes=tuple(scenes)), found).decode()


def words(text: str, kind: LineKind = LineKind.ACTION) -> Line:
    return Line(id=original().script.scenes[0].lines[0].id, kind=kind, text=text, row=1)


def test_without_a_change_every_byte_stays() -> None:
    assert changed(lambda lines: lines) == TEXT


def test_a_changed_line_is_written_anew_and_nothing_else() -> None:
    after = changed(lambda lines: [replace(lines[0], text="INT. ATTIC - DAY"), *lines[1:]])
    assert after == TEXT.replace("INT. HALL - DAY  #1#", "INT. ATTIC - DAY #1#")


def test_a_new_paragraph_stands_between_empty_rows() -> None:
    after = changed(lambda lines: [lines[0], words("Rain."), *lines[1:]])
    assert after == TEXT.replace("Dust ", "Rain.\n\nDust ")


def test_a_paragraph_put_where_rows_touch_is_parted_from_both() -> None:
    def put(lines: list[Line]) -> list[Line]:
        at = next(i for i, line in enumerate(lines) if line.text == "Two")
        return [*lines[:at], words("Rain."), *lines[at:]]

    assert changed(put) == TEXT.replace("# Act\n##", "# Act\n\nRain.\n\n##")


def test_a_paragraph_taken_out_takes_the_space_behind_it_along() -> None:
    def cut(lines: list[Line]) -> list[Line]:
        return [line for line in lines if line.kind not in {LineKind.CUE, LineKind.DIALOGUE}]

    def drop(lines: list[Line]) -> list[Line]:
        return [line for line in cut(lines) if line.kind is not LineKind.BONEYARD]

    assert changed(drop) == TEXT.replace("\tWREN\n\tNo.\n/* cut */\n\n", "")


def test_what_comes_last_leaves_the_end_of_the_file_alone() -> None:
    assert changed(lambda lines: lines[:1], scene=1) == TEXT.replace("\n\n> THE END <", "")
    after = changed(lambda lines: [*lines, words("Rain.")], scene=1)
    assert after == TEXT.replace("<\n", "<\n\nRain.\n")


def test_a_whole_scene_moves_with_its_bytes_anew_and_the_others_stay() -> None:
    found = original()
    script: Screenplay = replace(found.script, scenes=found.script.scenes[1:])
    start, end = TEXT.index("INT."), TEXT.index("EXT.")
    assert rewrite(script, found).decode() == TEXT[:start] + TEXT[end:]


def test_the_title_page_is_changed_alone_or_put_on_top() -> None:
    found = original()
    fields = (TitleField(key="Title", value="Nose"),)
    after = rewrite(replace(found.script, title_page=fields), found).decode()
    assert after == TEXT.replace("Title: Ear\nAuthor:  Somebody", "Title: Nose")
    bare = original("INT. HALL - DAY\n")
    after = rewrite(replace(bare.script, title_page=fields), bare).decode()
    assert after == "Title: Nose\n\nINT. HALL - DAY\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_new_rows_end_as_the_files_rows_do(end: str) -> None:
    assert line_end(TEXT.replace("\n", end)) == end
    text = TEXT.replace("\n", end)
    after = changed(lambda lines: [lines[0], words("Rain."), *lines[1:]], text)
    assert after == text.replace("Dust ", f"Rain.{end}{end}Dust ")
    assert line_end("") == "\n"


def test_accents_are_written_as_the_file_writes_them() -> None:
    text = "INT. CAFE\u0301 - DAY\n\nDust.\n"
    after = changed(lambda lines: [lines[0], replace(lines[1], text="É.")], text)
    assert after == "INT. CAFE\u0301 - DAY\n\nE\u0301.\n"


def read_back(text: str) -> Screenplay:
    return read_scenes(read_fountain(text, name="t", digest=Digest("d"))[0])[0]


@settings(max_examples=300, deadline=None)
@given(
    scripts(),
    scripts(),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["cut", "put", "swap"])), max_size=4),
    st.sampled_from(["\n", "\r\n", "\n\n", "\n   "]),
)
def test_any_change_is_read_back_as_it_was_made(
    one: Screenplay, other: Screenplay, changes: list[tuple[int, str]], loose: str
) -> None:
    text = write_script(one).replace("\n", loose if loose == "\r\n" else "\n")
    if loose == "\n\n" and not any(line.kind in ASIDES for line in all_lines(one)):
        text = text.replace("\n\n", "\n\n\n")
    found = original(text)
    blocks = group_blocks(all_lines(found.script))
    spare = group_blocks(all_lines(other))
    for place, how in changes:
        at = place % (len(blocks) + 1)
        new = [spare[place % len(spare)]] if spare and how != "cut" else []
        blocks[at : at + (how != "put")] = new
    wanted = as_script([line for block in blocks for line in block], found.script.title_page)
    after = rewrite(wanted, found).decode()
    ideal = list_losses(wanted, read_back(write_script(wanted)), "Fountain")
    assert len(list_losses(wanted, read_back(after), "Fountain")) <= len(ideal)


def as_script(lines: list[Line], fields: tuple[TitleField, ...]) -> Screenplay:
    names = {field.name for field in dataclass_fields(RawLine)}
    return script(
        [RawLine(**{name: getattr(line, name) for name in names}) for line in lines], fields
    )
