"""What a written script no longer says: the script compared with what its file reads back as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields

from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.fountain.align import align
from secondunit.film.screenplay.fountain.blocks import ASIDES, all_lines
from secondunit.film.screenplay.fountain.marks import merge_emphasis
from secondunit.film.screenplay.model import Line, Screenplay

_FOUND_ANEW = frozenset({"id", "kind", "text", "row", "spot", "rule", "confidence", "otherwise"})
"""Fields of a line that every reading gives anew."""

_COUNTED_ANEW = frozenset({"id", "lines", "heading", "eighths", "page", "pages"})
_OF_THE_FILE = frozenset({"title", "title_page", "opening", "scenes", "formerly"}) | {
    "pages",
    "source_format",
    "source_digest",
}
_WORDS = {
    "emphasis": "bold, italic or underline",
    "space_before": "space before a paragraph",
    "width": "the width of a paragraph",
    "spacing": "the spacing of rows",
    "side": "the side of a dual dialogue",
    "anchor": "the place of a note",
    "number": "a scene number",
    "extension": "what follows a name",
    "depth": "the level of a section",
    "omitted": "that a scene is omitted",
    "left": "the left edge of a paragraph",
    "paper": "the paper it is typed on",
    "shown": "that an outline paragraph is printed",
    "closes": "that an outline or an act ends the length of a scene",
    "data": "marks of revision, tags, alternates and other data of a production",
}


def list_losses(wanted: Screenplay, kept: Screenplay, format_name: str) -> tuple[Finding, ...]:
    """What of a script its file does not hold, a finding for each kind of thing.

    Args:
        wanted: The script that was written.
        kept: The same as read back from the file.
        format_name: As people call the format (``Fountain``).

    Returns:
        None when nothing is lost. Page lengths and ids are no loss: each reading finds them anew.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for what in _lost_lines(all_lines(wanted), all_lines(kept)):
        counts[what] += 1
    for field in wanted.title_page:
        if field not in kept.title_page:
            counts["title-page", f"the field {field.key} of the title page"] += 1
    if len(wanted.title_page) < len(kept.title_page):
        counts["title-page", "words that read as a title page"] += 1
    if len(wanted.scenes) == len(kept.scenes):
        for scene, same in zip(wanted.scenes, kept.scenes, strict=True):
            for name in _differing(scene, same, _COUNTED_ANEW):
                counts[name, _say(name)] += 1
    for name in _differing(wanted, kept, _OF_THE_FILE):
        counts[name, _say(name)] += 1
    return tuple(
        Finding(
            severity=Severity.WARNING,
            rule=f"screenplay.lost-{rule.replace('_', '-')}",
            where="the script",
            message=f"{format_name} does not hold {what}: {count} time{'s' if count > 1 else ''}",
            remedy="Keep the script in the format it came in beside this file.",
        )
        for (rule, what), count in counts.items()
    )


def _say(name: str) -> str:
    return _WORDS.get(name, name.replace("_", " "))


def _lost_lines(wanted: Sequence[Line], kept: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Rule and words for each thing lost of each line."""
    for each in align([_said(line) for line in wanted], [_said(line) for line in kept]):
        lost, found = wanted[each.a : each.b], kept[each.c : each.d]
        if each.is_same:
            for line, same in zip(lost, found, strict=True):
                yield from ((name, _say(name)) for name in _lost_fields(line, same))
        elif lost:
            yield from _lost_among(lost, found)
        else:
            yield from (("lines", "words as one line: they become more") for _ in found)


def _said(line: Line) -> tuple[str, str]:
    return line.kind.value, _bare(line)


def _bare(line: Line) -> str:
    """The words without spaces at the ends of rows: they print nothing."""
    if line.kind in ASIDES:
        return "\n".join(row.rstrip() for row in line.text.strip().split("\n"))
    return "\n".join(row.rstrip() for row in line.text.split("\n"))


def _lost_among(wanted: Sequence[Line], kept: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """What became of lines that are not there as they were."""
    others = {_bare(line): line for line in kept}
    for line in wanted:
        other = others.get(_bare(line))
        if other is not None:
            kinds = f"{line.kind.value} lines, which read back as {other.kind.value}"
            yield line.kind.value, kinds
            for name in _lost_fields(line, other):
                yield name, _say(name)
        else:
            yield "lines", f"{line.kind.value} lines as they are: they are joined, cut or changed"


def _lost_fields(line: Line, same: Line) -> Iterator[str]:
    for name in _differing(line, same, _FOUND_ANEW):
        is_same = name == "emphasis" and merge_emphasis(_bare(line), line.emphasis) == (
            merge_emphasis(_bare(same), same.emphasis)
        )
        if not is_same:
            yield name


def _differing(one: object, other: object, besides: frozenset[str]) -> Iterator[str]:
    """Names of the fields in which two dataclasses of one type differ; fields yet to come too."""
    for field in fields(one):  # type: ignore[arg-type]
        name = field.name
        if name not in besides and getattr(one, name) != getattr(other, name):
            yield name
