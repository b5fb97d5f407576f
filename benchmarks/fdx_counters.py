"""Final Draft files: what the reader counts against the XML, round trips, edits in place, speed.

Run it with ``python -m benchmarks.fdx_counters [FOLDER ...]``. Files come from the material folder
and from any folder named. The truth is counted by other code: the standard library's tree of the
file. As the material holds few revisions and no tags or locked pages, each file is also read with
some put in, by a rule that depends only on the file.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.film.screenplay.cue import write_cue
from secondunit.film.screenplay.final_draft.lettering import STYLES
from secondunit.film.screenplay.model import Line, LineKind, Screenplay, Side
from secondunit.film.screenplay.pages.lengths import measure_scenes, scene_starts

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
FEATURE = MATERIAL / "big-fish" / "source.fdx"
_ASIDES = {"ScriptNote", "SceneProperties", "OmittedScene"}
_POSITIONS = re.compile(rb'(Range|Offset|Position)="[0-9, ]*"')

Counts = dict[str, object]


def paths(folders: Iterable[Path] = ()) -> list[Path]:
    """Every Final Draft file of the material folder and of others."""
    found = [path for folder in (MATERIAL, *folders) for path in folder.rglob("*.fdx*")]
    return sorted(path for path in found if path.suffix.lower() in FDX.suffixes)


def letters(text: str) -> int:
    """Letters and figures: what no trimming of white space or brackets changes."""
    return sum(letter.isalnum() for letter in text.upper())


def words(text: str) -> Counter[str]:
    """The words of a text, whatever their case."""
    return Counter(re.findall(r"\w+", text.upper()))


def count_tree(root: ET.Element) -> Counts:
    """What a file holds, by its XML alone."""
    content = root.find("Content")
    paragraphs = list(_paragraphs(content)) if content is not None else []
    runs = [run for paragraph in paragraphs for run in paragraph.findall("Text")]
    said: Counter[str] = Counter()
    for paragraph in paragraphs:
        said += words("".join(run.text or "" for run in paragraph.findall("Text")))
    styled: Counter[str] = Counter()
    revised: Counter[str] = Counter()
    tagged: Counter[str] = Counter()
    for run in runs:
        size = letters(run.text or "")
        for style in {STYLES.get(name, "") for name in run.get("Style", "").split("+")} - {""}:
            styled[style] += size
        revised[run.get("RevisionID", "0")] += size
        tagged[run.get("TagNumber", "")] += size
    headings = [paragraph for paragraph in paragraphs if paragraph.get("Type") == "Scene Heading"]
    return {
        "words": said,
        "styled letters": +styled,
        "dual blocks": sum(_speaks(dual) for dual in root.iter("DualDialogue")),
        "scene numbers": Counter(
            number for each in headings if (number := (each.get("Number") or "").strip())
        ),
        "revised letters": +Counter({k: n for k, n in revised.items() if k not in {"", "0"}}),
        "revision sets": len(root.findall("Revisions/Revision")),
        "deleted words": len(root.findall("DeletedText/DeletedTextLocation")),
        "notes": sum(_has_words(note) for note in root.iter("ScriptNote")),
        "note writers": Counter(
            note.get("WriterName", "") for note in root.iter("ScriptNote") if _has_words(note)
        ),
        "tagged letters": +Counter({key: count for key, count in tagged.items() if key}),
        "tag categories": len(root.findall("TagData/TagCategories/TagCategory")),
        "tag definitions": len(root.findall("TagData/TagDefinitions/TagDefinition")),
        "tags": len(root.findall("TagData/Tags/Tag")),
        "locked pages": Counter(
            page.get("PageNumber", "") for page in root.findall("LockedPages/LockedPage")
        ),
        "alternates": len(root.findall("AltCollection/Alt")),
        "stored lengths": Counter(
            length
            for paragraph in paragraphs
            for each in paragraph.findall("SceneProperties")
            if (length := each.get("Length"))
        ),
    }


def _paragraphs(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        if child.tag == "Paragraph":
            yield child
        if child.tag not in _ASIDES:
            yield from _paragraphs(child)


def _has_words(element: ET.Element) -> bool:
    return any((run.text or "").strip() for run in element.iter("Text"))


def _speaks(dual: ET.Element) -> bool:
    return any(_has_words(paragraph) for paragraph in dual.findall("Paragraph"))


def count_script(script: Screenplay) -> Counts:
    """The same of a script as read."""
    lines = all_lines(script)
    said: Counter[str] = Counter()
    styled: Counter[str] = Counter()
    revised: Counter[str] = Counter()
    tagged: Counter[str] = Counter()
    for line in lines:
        text = write_cue(line.text, line.extension) if line.kind is LineKind.CUE else line.text
        for each in line.emphasis:
            styled[each.style] += letters(text[each.start : each.end])
        if line.data is None or line.data.note is None:
            said += words(text)
        for span in line.data.revised if line.data else ():
            revised[str(span.revision)] += letters(text[span.start : span.end])
        for mark in line.data.tagged if line.data else ():
            tagged[str(mark.tag)] += letters(text[mark.start : mark.end])
    about = script.data
    carried = [line.data for line in lines if line.data]
    notes = [each for each in carried if each.note and each.type_name == "ScriptNote"]
    return {
        "words": said,
        "styled letters": +styled,
        "dual blocks": count_duals(lines),
        "scene numbers": Counter(line.number for line in lines if line.number),
        "revised letters": +revised,
        "revision sets": len(about.revisions) if about else 0,
        "deleted words": sum(len(each.deleted) for each in carried),
        "notes": len(notes),
        "note writers": Counter(each.note.writer for each in notes if each.note),
        "tagged letters": +tagged,
        "tag categories": len(about.categories) if about else 0,
        "tag definitions": len(about.definitions) if about else 0,
        "tags": len(about.tags) if about else 0,
        "locked pages": Counter(lock.number for each in carried for lock in each.locks),
        "alternates": len(about.alternates) if about else 0,
        "stored lengths": Counter(
            each.card.length for each in carried if each.card and each.card.length
        ),
    }


def all_lines(script: Screenplay) -> list[Line]:
    """Every line in order."""
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def count_duals(lines: Iterable[Line]) -> int:
    """Dual dialogues: a left column after anything but itself begins one."""
    count, before, spoken = 0, None, False
    for line in lines:
        if line.kind in {LineKind.NOTE, LineKind.BONEYARD, LineKind.SYNOPSIS}:
            continue
        is_new = line.side is Side.LEFT and (
            before is not Side.LEFT or (line.kind is LineKind.CUE and spoken)
        )
        if is_new:
            count, spoken = count + 1, False
        spoken = spoken or line.kind is LineKind.CUE
        before = line.side
    return count


def enrich(data: bytes) -> bytes:
    """A file with revisions, tags, locked pages and notes put in, by a rule of its own."""
    root = ET.fromstring(data)  # noqa: S314  a known file
    rng = random.Random(len(data))
    content = root.find("Content")
    paragraphs = list(_paragraphs(content)) if content is not None else []
    length = 0
    for paragraph in paragraphs:
        for run in list(paragraph.findall("Text")):
            length += len(run.text or "")
            _cut_run(paragraph, run, rng)
        if rng.random() < 0.02:
            note = ET.SubElement(paragraph, "ScriptNote", {"WriterName": "A. Writer", "ID": "9"})
            ET.SubElement(ET.SubElement(note, "Paragraph"), "Text").text = "Which one?"
    for name in ("Revisions", "TagData", "LockedPages"):
        for old in root.findall(name):
            root.remove(old)
    sets = ET.SubElement(root, "Revisions", {"ActiveSet": "2", "RevisionMode": "Yes"})
    for number, name in enumerate(("Blue", "Pink", "Yellow"), 1):
        ET.SubElement(sets, "Revision", {"ID": str(number), "Name": name, "Mark": "*"})
    tags = ET.SubElement(root, "TagData")
    categories = ET.SubElement(tags, "TagCategories")
    definitions = ET.SubElement(tags, "TagDefinitions")
    pointed = ET.SubElement(tags, "Tags")
    ET.SubElement(categories, "TagCategory", {"Id": "05c556eb", "Name": "Props", "Number": "6"})
    for number in range(1, 6):
        key = f"def-{number}"
        said = {"Id": key, "CatId": "05c556eb", "Label": f"PROP {number}", "Number": str(number)}
        ET.SubElement(definitions, "TagDefinition", said)
        ET.SubElement(ET.SubElement(pointed, "Tag", {"Number": str(number)}), "DefId").text = key
    locks = ET.SubElement(root, "LockedPages")
    for number in range(1, 1 + length // 1500):
        place = {"PageNumber": str(number), "Position": str(number * 1500), "LockLevel": "1"}
        ET.SubElement(locks, "LockedPage", place)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


HEAVY = 870_000
"""Bytes of a feature late in its revisions."""

_FULL = {
    "AdornmentStyle": "0",
    "Background": "#FFFFFFFFFFFF",
    "Color": "#000000000000",
    "Font": "Courier Final Draft",
    "Size": "12",
}


def enlarge(data: bytes, size: int) -> bytes:
    """A file with more revisions and tags put in, until it has that many bytes or no more runs."""
    root = ET.fromstring(data)  # noqa: S314  a known file
    rng = random.Random(size)
    content = root.find("Content")
    paragraphs = list(_paragraphs(content)) if content is not None else []
    runs = [(paragraph, run) for paragraph in paragraphs for run in paragraph.findall("Text")]
    rng.shuffle(runs)
    while len(data) < size and runs:
        for paragraph, run in runs[:50]:
            _cut_run(paragraph, run, rng)
        del runs[:50]
        data = bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
    return data


def _cut_run(paragraph: ET.Element, run: ET.Element, rng: random.Random) -> None:
    """Part a run in two, the second revised, tagged or struck out as chance has it."""
    text = run.text or ""
    if len(text) < 2 or rng.random() < 0.2:
        return
    at = rng.randrange(1, len(text))
    run.text = text[:at]
    said = {**run.attrib, **_FULL, "RevisionID": str(rng.randrange(4))}
    said["Style"] = rng.choice(["", "Bold", "Strikeout", "Italic+Underline"])
    if rng.random() < 0.3:
        said["TagNumber"] = str(rng.randrange(1, 6))
    other = ET.Element("Text", said)
    other.text, other.tail, run.tail = text[at:], run.tail, ""
    paragraph.insert(list(paragraph).index(run) + 1, other)


def bare(script: Screenplay) -> object:
    """All a script says, without where its file says it."""
    unplaced = [replace(line, row=0, spot=None) for line in all_lines(script)]
    about = script.data and replace(script.data, version="", types=())
    numbers = [(scene.number, scene.eighths, scene.page, scene.omitted) for scene in script.scenes]
    return unplaced, script.title_page, numbers, about


def count_differences(files: list[tuple[str, bytes]]) -> tuple[int, dict[str, list[str]]]:
    """Files read, and for each counter those of them in which script and XML differ."""
    differ: dict[str, list[str]] = {}
    read = 0
    for name, data in files:
        script = FDX.read(data, name).screenplay
        if script is None:
            continue
        read += 1
        truth, found = count_tree(ET.fromstring(data)), count_script(script)  # noqa: S314
        for key, value in truth.items():
            differ.setdefault(key, [])
            if found[key] != value:
                differ[key].append(name)
    return read, differ


def check_edit(data: bytes, script: Screenplay, rng: random.Random) -> tuple[bool, bool, bool]:
    """Edit a line of one scene: outside the same, but for positions the same, reads as asked."""
    index = rng.randrange(len(script.scenes))
    scene = script.scenes[index]
    places = [
        place for place, line in enumerate(scene.lines) if line.kind is not LineKind.PAGE_BREAK
    ]
    place = rng.choice(places)
    line = scene.lines[place]
    changed = replace(line, text=f"{line.text} AND MORE")
    lines = (*scene.lines[:place], changed, *scene.lines[place + 1 :])
    edited = replace(scene, lines=lines)
    whole = replace(script, scenes=(*script.scenes[:index], edited, *script.scenes[index + 1 :]))
    out = FDX.write(whole, data).data
    spots = [each.spot for each in scene.lines if each.spot]
    start = min(spot.start for spot in spots)
    end = max(spot.end for spot in spots)
    head, tail = data[:start], data[end:]
    is_same = out.startswith(head) and out.endswith(tail)
    plain = [_POSITIONS.sub(b"", piece) for piece in (out, head, tail)]
    is_same_but = plain[0].startswith(plain[1]) and plain[0].endswith(plain[2])
    back = FDX.read(out, "edited.fdx").screenplay
    wanted = [(each.kind, each.text, each.extension) for each in all_lines(whole)]
    found = [(each.kind, each.text, each.extension) for each in all_lines(back)] if back else []
    return is_same, is_same_but, wanted == found


def through_fountain(script: Screenplay) -> tuple[int, int, int]:
    """Lines, lines of another kind on return, and words lost on a trip through Fountain."""
    back = FOUNTAIN.read(FOUNTAIN.write(script).data, "trip.fountain").screenplay
    if back is None:
        return len(all_lines(script)), 0, -1
    there, here = _spoken(back), _spoken(script)
    kinds = Counter(line.kind for line in all_lines(script))
    kinds -= Counter(line.kind for line in all_lines(back))
    return len(all_lines(script)), kinds.total(), (here - there).total()


def _spoken(script: Screenplay) -> Counter[str]:
    return words(" ".join(f"{line.text} {line.extension}" for line in all_lines(script)))


def best(work: Callable[[], object], times: int = 9) -> float:
    """Least processor milliseconds of several runs."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - began))
    return min(spent)


def rows(folders: Iterable[Path] = ()) -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    files = [(str(path.name), path.read_bytes()) for path in paths(folders)]
    if not files:
        return [("Final Draft files", "material folder absent", "")]
    rich = [(f"{name}, enriched", enrich(data)) for name, data in files]
    return [
        *_counter_rows("", files),
        *_counter_rows(" with revisions, tags, locks and notes put in", rich),
        *_trip_rows("", files),
        *_trip_rows(" enriched", rich),
        *_speed_rows(),
    ]


def _counter_rows(what: str, files: list[tuple[str, bytes]]) -> Iterator[tuple[str, str, str]]:
    read, differ = count_differences(files)
    yield (f"FDX{what}: files, of which read as scripts", f"{len(files)}, {read}", "")
    for key, names in differ.items():
        share = 100 * (read - len(names)) / max(read, 1)
        yield (f"  {key} as in the XML", f"{share:.1f} % {' '.join(names[:2])}".strip(), "100 %")


def _trip_rows(what: str, files: list[tuple[str, bytes]]) -> Iterator[tuple[str, str, str]]:
    scripts = [(data, FDX.read(data, name).screenplay) for name, data in files]
    read = [(data, script) for data, script in scripts if script is not None]
    same = sum(FDX.write(script, data).data == data for data, script in read)
    yield (f"FDX{what}: written unchanged, byte-identical", _of(same, len(read)), "100 %")
    anew = [
        bare(back) == bare(script) if back else False
        for _, script in read
        for back in [FDX.read(FDX.write(script).data, "anew.fdx").screenplay]
    ]
    yield ("  written anew, reads back the same", _of(sum(anew), len(read)), "100 %")
    rng = random.Random(1)
    edits = [check_edit(data, script, rng) for data, script in read for _ in range(3)]
    yield ("  one scene edited: reads as asked", _of(sum(e[2] for e in edits), len(edits)), "100 %")
    yield ("    bytes outside it unchanged", _of(sum(e[0] for e in edits), len(edits)), "100 %")
    but = _of(sum(e[1] for e in edits), len(edits))
    yield ("    but for positions that follow their words", but, "100 %")
    trips = [through_fountain(script) for _, script in read]
    trips = [trip for trip in trips if trip[2] >= 0]
    yield (
        "  through Fountain: lines, of another kind (listed), words lost",
        ", ".join(str(sum(trip[place] for trip in trips)) for place in range(3)),
        "words lost: 0",
    )


def _of(count: int, whole: int) -> str:
    return f"{100 * count / max(whole, 1):.1f} % of {whole}"


def _speed_rows() -> Iterator[tuple[str, str, str]]:
    if not FEATURE.is_file():
        return
    plain = FEATURE.read_bytes()
    rich = enrich(plain)
    revised = enlarge(rich, HEAVY)
    for what, data in (
        ("as it is", plain),
        ("with revisions and tags put in", rich),
        ("with more of them", revised),
    ):
        script = FDX.read(data, "s.fdx").screenplay
        if script is None:
            continue
        lines, starts, paper = script.lines, scene_starts(script), script.paper
        spent = best(lambda data=data: FDX.read(data, "s.fdx"))  # type: ignore[misc]
        pages = best(lambda a=lines, b=starts, c=paper: measure_scenes(a, b, paper=c))  # type: ignore[misc]
        size = f"{len(data) // 1000} KB"
        yield (f"read a feature {what}, {size}", f"{spent:.0f} ms", "<= 80 ms")
        yield ("  the same without its page lengths", f"{spent - pages:.0f} ms", "<= 80 ms")


def main() -> None:
    for what, measured, bar in rows([Path(folder) for folder in sys.argv[1:]]):
        print(f"{what:<62} {measured:>30}   {bar}")


if __name__ == "__main__":
    main()
