import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.core.errors import InputError
from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import Line, LineKind, Paper, Screenplay
from secondunit.film.screenplay.pages.paginate import LETTER, PageLine, measure
from secondunit.film.screenplay.read import RawLine

MATERIAL = Path(__file__).parents[5] / "shared" / "material" / "screenplay"
needs_material = pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the material folder is not beside this checkout"
)
A4 = Paper(width=8.27, height=11.69, rows=58, body=9.69)
HEADING = PageLine(kind=LineKind.HEADING, text="INT. A - DAY", scene=0)


def action(lines: int, scene: int = 0) -> PageLine:
    return PageLine(kind=LineKind.ACTION, text="\n".join("x" * lines), scene=scene)


def page_line(scene: int, line: Line | RawLine) -> PageLine:
    return PageLine(
        kind=line.kind,
        text=line.text,
        scene=scene,
        side=line.side,
        extension=line.extension,
        space_before=line.space_before,
        width=line.width,
        spacing=line.spacing,
    )


def page_lines(script: Screenplay) -> list[PageLine]:
    scenes = [(i, line) for i, scene in enumerate(script.scenes) for line in scene.lines]
    return [page_line(*each) for each in [*((-1, line) for line in script.opening), *scenes]]


def test_a_scene_has_at_least_one_eighth() -> None:
    (scene,) = measure([HEADING]).scenes
    assert (scene.eighths, scene.lines, scene.page) == (1, 1, 1)


@pytest.mark.parametrize(
    ("policy", "expected"), [("fd", [1, 2, 2, 3]), ("mms6", [1, 2, 3, 3]), ("mms7", [1, 1, 2, 2])]
)
def test_each_policy_rounds_up_by_its_own_eighth(policy: str, expected: list[int]) -> None:
    # Heights of 6, 7, 13 and 14 lines: the heading at the head of the page and a blank line.
    layouts = [measure([HEADING, action(rows)], policy) for rows in (4, 5, 11, 12)]
    assert [layout.scenes[0].eighths for layout in layouts] == expected


def test_a_taller_page_has_taller_eighths_only_where_a_page_decides() -> None:
    script = [HEADING, action(47)]
    assert [measure(script, "fd", paper).scenes[0].eighths for paper in (LETTER, A4)] == [8, 7]
    assert measure(script, "mms6", A4).scenes == measure(script, "mms6").scenes


def test_an_unknown_policy_names_the_known_ones() -> None:
    with pytest.raises(InputError) as error:
        measure([], "inches")
    assert "fd, mms6, mms7" in error.value.remedy


def test_scenes_start_on_the_page_where_their_heading_stands() -> None:
    script = [HEADING, action(50), PageLine(kind=LineKind.HEADING, text="EXT. B", scene=1)]
    layout = measure([*script, action(1, 1)])
    assert (layout.pages, [scene.page for scene in layout.scenes]) == (2, [1, 2])


def test_what_stands_before_the_first_heading_belongs_to_no_scene() -> None:
    opening = PageLine(kind=LineKind.ACTION, text="FADE IN:", scene=-1)
    assert measure([opening, HEADING]).scenes[0].lines == 3


def test_an_end_of_act_ends_its_scene_and_what_follows_counts_to_none() -> None:
    end = PageLine(kind=LineKind.ACT, text="END OF ACT ONE", scene=0, closes=True)
    (scene,) = measure([HEADING, action(4), end, action(20)]).scenes
    assert (scene.lines, scene.eighths) == (6, 1)


def test_the_space_dropped_at_the_head_of_a_page_is_not_counted() -> None:
    script = [HEADING, action(50), heading(1), action(4, 1), heading(2), action(4, 2)]
    assert [scene.lines for scene in measure(script).scenes] == [52, 6, 8]


def test_totals_are_told_of_rounded_and_of_unrounded_lengths() -> None:
    # The worked example of Movie Magic: 39 and 50 lines are 7/8 and 1 1/8, 2 pages or 1 7/8.
    layout = measure([HEADING, action(37), heading(1), action(48, 1)], "mms6")
    assert [scene.eighths for scene in layout.scenes] == [7, 9]
    assert (layout.rounded_total, layout.exact_total) == (16, 15)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_heights_add_up(rows: list[int]) -> None:
    script = [each for i, count in enumerate(rows) for each in (heading(i), action(count, i))]
    layout = measure(script)
    dropped = 2 * layout.pages  # the space before a heading at the head of each page
    assert sum(scene.lines for scene in layout.scenes) == sum(rows) + 4 * len(rows) - dropped
    assert layout.rounded_total >= layout.exact_total
    assert [scene.page for scene in layout.scenes] == sorted(s.page for s in layout.scenes)


def heading(scene: int) -> PageLine:
    return PageLine(kind=LineKind.HEADING, text="INT. A - DAY", scene=scene)


@needs_material
@pytest.mark.parametrize("name", ["big-fish", "vikings", "gumshoe", "mostly-genius"])
def test_pages_start_where_final_draft_starts_them(name: str) -> None:
    script = FDX.read((MATERIAL / name / "source.fdx").read_bytes(), name).screenplay
    assert script is not None
    lines = page_lines(script)
    layout = measure(lines)
    truth = json.loads((MATERIAL / name / "page-breaks.json").read_text())["pages"]
    kinds = {"Scene Heading": "heading", "Character": "cue", "New Act": "act", "End of Act": "act"}
    items = [item for page in truth for item in page["items"]]
    whole = [item for item in items if item["fragment"] != "continued-from-prev"]
    printed = [i for i, line in enumerate(lines) if line.kind is not LineKind.PAGE_BREAK]
    ours = [str(lines[i].kind).replace("centered", "action") for i in printed]
    theirs = [kinds.get(item["kind"], item["kind"].lower()) for item in whole]
    found: dict[str, int] = {}
    for block in SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            found[whole[block.a + step]["element_id"]] = printed[block.b + step]
    firsts = [page["items"][0] for page in truth]
    expected = [(found.get(f["element_id"]), f["fragment"] != "whole") for f in firsts]
    got = [(start.line, start.character > 0) for start in layout.starts]
    assert len(got) == len(expected)
    # Empty paragraphs are space to us and paragraphs to the truth: three pages of one script.
    same = sum(one == other for one, other in zip(expected, got, strict=True))
    assert same >= len(expected) - (3 if name == "gumshoe" else 0)


@needs_material
@pytest.mark.parametrize("path", sorted(MATERIAL.glob("fd-probes/*")), ids=lambda path: path.name)
def test_a_probe_breaks_where_final_draft_broke_it(path: Path) -> None:
    text = (path / "source.fountain").read_text()
    raw, _ = read_fountain(text, name="probe", digest=Digest(""))
    lines = [page_line(-1, line) for line in raw.lines]
    start = measure(lines).starts[1]
    above, below = lines[start.line].text[: start.character], lines[start.line].text
    expected = json.loads((path / "expected.json").read_text())["expected"]
    if expected["kind"] == "split":
        last = above.rstrip() or lines[start.line - 1].text
        assert last.endswith(expected["top_fragment_ends_with"])
        assert below[start.character :].startswith(expected["bottom_fragment_starts_with"])
    else:
        target = next(i for i, line in enumerate(lines) if expected["starts_with"] in line.text)
        assert (target < start.line) is (expected["whole_on_page"] == 1)
        assert not above


@needs_material
@pytest.mark.parametrize("name", ["fd12-sample", "extranormal"])
def test_lengths_and_pages_are_those_final_draft_stores(name: str) -> None:
    from xml.etree import ElementTree as ET

    data = (MATERIAL / name / "source.fdx").read_bytes()
    script = FDX.read(data, name).screenplay
    content = ET.fromstring(data).find("Content")  # noqa: S314  a known file
    assert script is not None
    assert content is not None
    stored = [
        (eighths(each.attrib["Length"]), int(each.attrib["Page"]))
        for each in content.iter("SceneProperties")
    ]
    assert [(scene.eighths, scene.page) for scene in script.scenes] == stored


def eighths(text: str) -> int:
    whole, _, part = text.rpartition(" ") if "/" in text else (text, "", "0/8")
    return int(whole or 0) * 8 + int(part.split("/")[0])
