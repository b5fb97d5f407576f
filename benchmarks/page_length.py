"""Page lengths and page breaks against what Final Draft stores.

Every FDX in the material folder that stores scene lengths is measured, whatever its name.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.pages.layout import lay_out_script
from secondunit.film.screenplay.pages.lengths import (
    line_scenes,
    measure_script,
    scene_starts,
)
from secondunit.film.screenplay.pages.paginate import PageLine, PageStart, measure, measure_lines

MATERIAL = Path(__file__).parents[2] / "shared" / "material" / "screenplay"
BROKEN = ("big-fish", "vikings", "gumshoe", "mostly-genius")

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What a file says of its scenes, beside what we say: pairs of theirs and ours."""

    name: str
    eighths: tuple[tuple[int, int], ...]
    pages: tuple[tuple[int, int], ...]
    exact: tuple[Fraction, ...]


def rows() -> list[Row]:
    """What, measured, bar."""
    if not MATERIAL.is_dir():
        return [("page lengths against Final Draft", "material folder absent", "")]
    return [*length_rows(), *break_rows(), *speed_rows()]


def length_rows() -> list[Row]:
    stored = [each for path in sorted(MATERIAL.rglob("*.fdx")) if (each := read_stored(path))]
    found: list[Row] = []
    for each in stored:
        exact = sum(one == other for one, other in each.eighths)
        near = sum(abs(one - other) <= 1 for one, other in each.eighths)
        theirs, ours = (sum(side) for side in zip(*each.eighths, strict=True))
        pages = sum(one == other for one, other in each.pages)
        count = len(each.eighths)
        found += [
            (f"{each.name}: eighths exact", f"{exact} of {count}", ">= 97 % (FD13 95 %)"),
            ("  within 1/8", f"{near} of {count}", "all"),
            ("  sum of eighths, Final Draft and ours", f"{theirs}, {ours}", "within 1 %"),
            ("  page of the scene", f"{pages} of {count}", ">= 97 %"),
        ]
    left_out = sum(_left_out(each, stored) for each in stored)
    total = sum(len(each.eighths) for each in stored)
    found.append(
        (
            "eighths exact, the eighth's height fitted on all other scripts",
            f"{left_out} of {total}",
            ">= 97 %",
        )
    )
    return found


def read_stored(path: Path) -> Stored | None:
    """Lengths and pages that a file stores, or None where it stores none or none can be paired."""
    data = path.read_bytes()
    script = FDX.read(data, path.name).screenplay
    content = ET.fromstring(data).find("Content")  # noqa: S314  a known file
    if script is None or content is None:
        return None
    headings = [
        paragraph
        for paragraph in content.findall("Paragraph")
        if paragraph.get("Type") == "Scene Heading"
        and "".join(run.text or "" for run in paragraph.findall("Text")).strip()
    ]
    said = [heading.find("SceneProperties") for heading in headings]
    if len(said) != len(script.scenes):
        return None
    lengths = measure_script(script)
    pairs = [
        (properties, index)
        for index, properties in enumerate(said)
        if properties is not None and properties.get("Length", "").strip()
    ]
    if not pairs:
        return None
    return Stored(
        name=path.parent.name if path.stem == "source" else path.stem,
        eighths=tuple((_eighths(each.attrib["Length"]), lengths.eighths[i]) for each, i in pairs),
        pages=tuple((int(each.get("Page", "0") or 0), lengths.starts[i]) for each, i in pairs),
        exact=tuple(lengths.exact[i] for _, i in pairs),
    )


def _eighths(text: str) -> int:
    whole, _, part = text.strip().rpartition(" ") if "/" in text else (text, "", "0/8")
    return int(whole or 0) * 8 + int(part.partition("/")[0])


def _left_out(one: Stored, stored: Sequence[Stored]) -> int:
    """Scenes of one script that are exact by the factor that serves all other scripts best."""
    factors = [Fraction(percent, 200) for percent in range(190, 211)]
    others = [each for each in stored if each is not one] or [one]
    scores = {f: sum(_exact(each, f) for each in others) for f in factors}
    best = [f for f in factors if scores[f] == max(scores.values())]
    return _exact(one, min(best, key=lambda f: abs(f - 1)))


def _exact(stored: Stored, factor: Fraction) -> int:
    ours = [max(1, -int(-each * factor // 1)) for each in stored.exact]
    return sum(one == theirs for one, (theirs, _) in zip(ours, stored.eighths, strict=True))


def break_rows() -> list[Row]:
    found: list[Row] = []
    for name in BROKEN:
        path = MATERIAL / name / "source.fdx"
        script = FDX.read(path.read_bytes(), path.name).screenplay
        if script is None:
            continue
        truth = json.loads((MATERIAL / name / "page-breaks.json").read_text())["pages"]
        theirs = _their_starts(path, truth)
        ours = _our_starts(script)
        same = sum(one == other for one, other in zip(theirs, ours, strict=False))
        found += [
            (f"{name}: pages, Final Draft and ours", f"{len(theirs)}, {len(ours)}", "equal"),
            ("  that start at the same paragraph, parted alike", f"{same}", ">= 98 %"),
        ]
    probes = sorted(MATERIAL.glob("fd-probes/*"))
    right = sum(_is_probe_right(path) for path in probes)
    found.append(("probes parted as Final Draft parts them", f"{right} of {len(probes)}", "all"))
    return found


def _our_starts(script: Screenplay) -> list[tuple[int, bool]]:
    lines = script.lines
    starts = measure_lines(
        lines, line_scenes(len(lines), scene_starts(script)), "fd", script.paper
    ).starts
    return [(lines[start.line].row, start.character > 0) for start in starts]


def _their_starts(path: Path, pages: Sequence[dict[str, object]]) -> list[tuple[int, bool]]:
    """Paragraph number at which each page starts, empty paragraphs skipped, and whether parted."""
    content = ET.fromstring(path.read_bytes()).find("Content")  # noqa: S314  a known file
    if content is None:
        return []
    frames = {each for each in content.iter("Paragraph") if each.find("DualDialogue") is not None}
    notes = {each for note in content.iter("ScriptNote") for each in note.iter("Paragraph")}
    summaries = {each for note in content.iter("Summary") for each in note.iter("Paragraph")}
    body = [each for each in content.iter("Paragraph") if each not in notes | summaries]
    numbered = [(row, each) for row, each in enumerate(body, 1) if each not in frames]
    items = [item for page in pages for item in page["items"]]  # type: ignore[attr-defined]
    kinds = {int(item["element_id"][3:]): item["kind"] for item in items}
    ids = sorted(kinds)
    where: dict[int, int] = {}
    matcher = SequenceMatcher(
        None, [kinds[i] for i in ids], [each.get("Type") for _, each in numbered], autojunk=False
    )
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            where[ids[block.a + step]] = numbered[block.b + step][0]
    empty = {row for row, each in numbered if not "".join(each.itertext()).strip()}
    starts = []
    for page in pages:
        on_page = list(page["items"])  # type: ignore[call-overload]
        seen = [i for i in on_page if where.get(int(i["element_id"][3:]), 0) not in empty]
        first = (seen or on_page)[0]
        row = where.get(int(first["element_id"][3:]), 0)
        starts.append((row, first["fragment"] == "continued-from-prev"))
    return starts


def _is_probe_right(path: Path) -> bool:
    raw, _ = read_fountain((path / "source.fountain").read_text(), name="x", digest=Digest(""))
    lines = [
        PageLine(kind=line.kind, text=line.text, scene=-1, side=line.side, extension=line.extension)
        for line in raw.lines
    ]
    starts = measure(lines).starts
    expected = json.loads((path / "expected.json").read_text())["expected"]
    start = starts[1] if len(starts) > 1 else PageStart(line=len(lines), character=0)
    if expected["kind"] == "split":
        text = lines[start.line].text
        above = text[: start.character].rstrip() or lines[start.line - 1].text
        return above.endswith(expected["top_fragment_ends_with"]) and text[
            start.character :
        ].startswith(expected["bottom_fragment_starts_with"])
    target = next(i for i, line in enumerate(lines) if expected["starts_with"] in line.text)
    return (target < start.line) is (expected["whole_on_page"] == 1) and not start.character


def speed_rows() -> list[Row]:
    path = MATERIAL / "big-fish" / "source.fdx"
    if not path.is_file():
        return []
    script = FDX.read(path.read_bytes(), path.name).screenplay
    if script is None:
        return []
    lines, starts = script.lines, scene_starts(script)
    spent = [
        _milliseconds(lambda: measure_lines(lines, line_scenes(len(lines), starts)))
        for _ in range(3)
    ]
    drawn = [_milliseconds(lambda: lay_out_script(script)) for _ in range(3)]
    return [
        ("paginate and measure 127 pages", f"{min(spent):.0f} ms CPU", "<= 250 ms"),
        ("  as typed lines", f"{min(drawn):.0f} ms CPU", ""),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<66} {measured:>28}   {bar}")
