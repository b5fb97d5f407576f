import os
from pathlib import Path

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.ids import Digest
from secondunit.film.screenplay.model import Emphasis, LineKind, Screenplay
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes

ROOT = Path(__file__).parents[3]


def read(text: str) -> Screenplay:
    script = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def test_scenes_are_numbered_as_written_or_by_position() -> None:
    script = read("INT. A - DAY #7#\n\nDust.\n\nINT. B - DAY\n\nDust.")
    assert [scene.number for scene in script.scenes] == ["7", "2"]


def test_ids_do_not_change_when_a_scene_is_put_before() -> None:
    short = "INT. B - DAY\n\nDust.\n\n"
    (alone,) = read(short).scenes
    second = read("INT. A - DAY\n\nOther dust.\n\n" + short).scenes[1]
    assert (second.id, [line.id for line in second.lines]) == (
        alone.id,
        [line.id for line in alone.lines],
    )


def test_two_scenes_that_read_the_same_are_told_apart() -> None:
    script = read("INT. B - DAY\n\nDust.\n\nINT. B - DAY\n\nDust.\n")
    assert len({scene.id for scene in script.scenes}) == 2


def test_lines_before_the_first_scene_are_the_opening() -> None:
    script = read("Title: T\n\nOver black.\n\nINT. B - DAY\n\nDust.")
    assert [line.text for line in script.opening] == ["Over black."]
    assert script.title == "T"


def test_an_omitted_scene_keeps_its_number_and_has_no_length() -> None:
    script = read("INT. A - DAY #1#\n\nDust.\n\n.OMITTED #2#\n\nINT. C - DAY #3#\n\nDust.")
    assert [(scene.number, scene.omitted) for scene in script.scenes] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]
    assert len(script.shot_scenes) == 2


def test_a_scene_without_a_number_among_numbered_ones_gets_a_free_one() -> None:
    script = read("INT. A - DAY #2#\n\nDust.\n\nINT. B - DAY\n\nDust.\n\nINT. C - DAY\n\nDust.")
    assert [scene.number for scene in script.scenes] == ["2", "2A", "3"]


def test_the_light_is_carried_on_from_the_scene_before() -> None:
    text = "INT. A - NIGHT\n\nDust.\n\nINT. B - LATER\n\nDust.\n\n.OMITTED\n\nINT. C\n\nDust."
    lights = [scene.heading.time_of_day.value for scene in read(text).scenes]
    assert (lights[0], lights[1], lights[3]) == ("NIGHT", "NIGHT", "NIGHT")


def test_a_script_without_a_title_is_called_by_its_file() -> None:
    for name, title in (("barn.fountain", "barn"), ("a/b.c.txt", "b.c"), ("barn", "barn")):
        script = FORMAT.read(b"INT. A - DAY\n\nDust.", name).screenplay
        assert script is not None
        assert script.title == title
    assert read("Title:\n  Long\n  Way\n\nINT. A - DAY").title == "Long Way"


def test_what_a_format_reader_left_in_unseen_is_taken_out_and_styles_follow() -> None:
    raw = RawScript(
        name="t.fdx",
        title_page=(),
        lines=(
            RawLine(kind=LineKind.HEADING, text="INT. A - DAY", row=4, number="1"),
            RawLine(
                kind=LineKind.ACTION,
                text="He\n\u200b runs\u00ad fast.",
                row=5,
                emphasis=(Emphasis(start=5, end=9, style="bold"),),
            ),
        ),
        source_format="fdx",
        source_digest=Digest("d"),
    )
    script, findings = read_scenes(raw)
    line = script.scenes[0].lines[1]
    assert line.text == "He\n runs fast."
    assert [line.text[e.start : e.end] for e in line.emphasis] == ["runs"]
    assert [finding.where for finding in findings] == ["paragraph 5"]


def test_pages_and_lengths_come_from_the_page_layout() -> None:
    text = "INT. A - DAY\n\nDust.\n\n===\n\nINT. B - DAY\n\n" + "More dust.\n\n" * 40
    first, second = read(text).scenes
    assert (first.eighths, first.page) == (1, 1)
    assert second.page == 2
    assert second.eighths > 8
    assert read(text).pages == 3


def golden(script: Screenplay) -> str:
    """A script as text: what each scene and line was read as, under which id."""
    rows = [f"{field.key}: {field.value}" for field in script.title_page]
    for scene in script.scenes:
        heading = scene.heading
        light = f"{heading.time} ({heading.time_of_day.value})"
        side = heading.int_ext.value if heading.int_ext else "-"
        rows += ["", f"{scene.number} | {scene.id} | {side} | {heading.set} | {light}"]
        rows += [
            " | ".join(
                part
                for part in (
                    f"  {line.row} {line.id} {line.kind.value}",
                    line.side.value if line.side else "",
                    line.text.replace("\n", " / ")[:40],
                    line.extension,
                    " ".join(f"{e.style} {e.start}-{e.end}" for e in line.emphasis),
                )
                if part
            )
            for line in scene.lines
        ]
    return "\n".join(rows) + "\n"


def test_the_golden_reading_of_the_worked_production_is_as_agreed() -> None:
    """Ids in it are those that decisions hang on: a change here orphans people's work."""
    file = ROOT / "examples" / "right-ear-home.fountain"
    script = FORMAT.read(file.read_bytes(), file.name).screenplay
    assert script is not None
    agreed = ROOT / "tests" / "golden" / "screenplay" / "right-ear-home.txt"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        agreed.write_text(golden(script), "utf-8")
    assert golden(script) == agreed.read_text("utf-8")
