import json
import time
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.core.errors import InputError
from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain import read_fountain
from secondunit.film.screenplay.model import Line, LineKind, Screenplay
from secondunit.film.screenplay.paginate import PageLine, measure
from secondunit.film.screenplay.read import RawLine

MATERIAL = Path(__file__).parents[4] / "shared" / "material" / "screenplay"
needs_material = pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the material folder is not beside this checkout"
)
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
    assert (scene.eighths, scene.lines, scene.page) == (1, 3, 1)


@pytest.mark.parametrize(
    ("policy", "expected"), [("fd", [1, 2, 2, 3]), ("mms6", [2, 2, 3, 3]), ("mms7", [1, 2, 2, 3])]
)
def test_each_policy_rounds_up_by_its_own_eighth(policy: str, expected: list[int]) -> None:
    # Heights of 7, 8, 14 and 15 lines: a heading takes three and action a blank line.
    layouts = [measure([HEADING, action(rows)], policy) for rows in (3, 4, 10, 11)]
    assert [layout.scenes[0].eighths for layout in layouts] == expected


def test_a_taller_page_has_taller_eighths_only_where_a_page_decides() -> None:
    script = [HEADING, action(54)]
    assert measure(script, "fd", 58).scenes[0].eighths < measure(script, "fd").scenes[0].eighths
    assert measure(script, "mms6", 58).scenes == measure(script, "mms6").scenes


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
    assert measure([opening, HEADING]).scenes[0].half_lines == 6


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_heights_add_up(rows: list[int]) -> None:
    script = [each for i, count in enumerate(rows) for each in (heading(i), action(count, i))]
    layout = measure(script)
    assert [scene.lines for scene in layout.scenes] == [count + 4 for count in rows]
    assert [scene.page for scene in layout.scenes] == sorted(s.page for s in layout.scenes)


def heading(scene: int) -> PageLine:
    return PageLine(kind=LineKind.HEADING, text="INT. A - DAY", scene=scene)


@needs_material
@pytest.mark.parametrize("name", ["big-fish", "vikings", "gumshoe", "mostly-genius"])
def test_pages_start_where_final_draft_starts_them(name: str) -> None:
    script = FDX.read((MATERIAL / name / "source.fdx").read_bytes(), name).screenplay
    assert script is not None
    lines = page_lines(script)
    began = time.process_time()
    layout = measure(lines)
    assert time.process_time() - began < 0.25
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
def test_lengths_agree_with_those_final_draft_stores() -> None:
    from xml.etree import ElementTree as ET

    exact = count = 0
    for name in ("fd12-sample", "extranormal"):
        data = (MATERIAL / name / "source.fdx").read_bytes()
        script = FDX.read(data, name).screenplay
        content = ET.fromstring(data).find("Content")  # noqa: S314  a known file
        assert script is not None
        assert content is not None
        stored = [eighths(p.attrib["Length"]) for p in content.iter("SceneProperties")]
        for scene, length in zip(script.scenes, stored, strict=True):
            # Final Draft ends the act's last scene at the outline that begins the next act.
            assert abs(scene.eighths - length) <= (2 if scene.number == "31" else 1)
            exact += scene.eighths == length
            count += 1
    assert exact >= 0.89 * count


def eighths(text: str) -> int:
    whole, _, part = text.rpartition(" ") if "/" in text else (text, "", "0/8")
    return int(whole or 0) * 8 + int(part.split("/")[0])
