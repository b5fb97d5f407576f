"""What a revision changed, as the stars in the margin of a print show it.

A star stands on each row with changed words, not on the whole paragraph; where words or whole
paragraphs were only taken out, on the row where they stood.

Source: practice of script coordinators and Final Draft's revision mode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondunit.film.screenplay.cue import write_cue
from secondunit.film.screenplay.drafts.match import match_scenes
from secondunit.film.screenplay.fountain.align import align
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay
from secondunit.film.screenplay.printing.options import RevisedWords

_WORD = re.compile(r"\S+")


def revised_since(old: Screenplay, new: Screenplay) -> tuple[RevisedWords, ...]:
    """What is not in a new draft as it was in an old one.

    A scene that moved is new where it stands: who holds the old pages has it elsewhere.

    Args:
        old: The draft before.
        new: The draft after.
    """
    return tuple(dict.fromkeys(_since(old, new)))


def revised_in(script: Screenplay, revision: int) -> tuple[RevisedWords, ...]:
    """What a script's own marks say that one of its revisions changed.

    Args:
        script: The script.
        revision: Number of the revision set.
    """
    return tuple(
        RevisedWords(line=line.id, start=start, end=end)
        for line in script.lines
        if line.data is not None
        for start, end in sorted(
            {
                *((s.start, s.end) for s in line.data.revised if s.revision == revision),
                *((d.at, d.at) for d in line.data.deleted if d.revision == revision),
            }
        )
    )


def _since(old: Screenplay, new: Screenplay) -> Iterator[RevisedWords]:
    revision = match_scenes(old, new)
    yield from _among(old.opening, new.opening)
    gone = {index for index in revision.removed if index not in dict(revision.merged)}
    for match in revision.matches:
        lines = new.scenes[match.new].lines
        if match.old is not None and not match.moved:
            before = old.scenes[match.old]
            if not match.same or before.omitted != new.scenes[match.new].omitted:
                yield from _among(before.lines, lines)
            elif _number(before.lines) != _number(lines):
                yield _whole(lines[0])
            if match.old + 1 in gone and lines:
                yield _end(_printed(lines)[-1])
        elif match.split_from is not None:
            yield from _only_new(old.scenes[match.split_from].lines, lines)
        else:
            yield from map(_whole, _printed(lines))


def _number(lines: Sequence[Line]) -> str:
    return lines[0].number if lines else ""


def _among(before: Sequence[Line], after: Sequence[Line]) -> Iterator[RevisedWords]:
    """What is different among the lines of one scene."""
    was, now = _printed(before), _printed(after)
    for each in align([_said(line) for line in was], [_said(line) for line in now]):
        if each.is_same:
            continue
        pairs = min(each.b - each.a, each.d - each.c)
        for one, other in zip(was[each.a : each.a + pairs], now[each.c :], strict=False):
            yield from _words(one, other)
        yield from map(_whole, now[each.c + pairs : each.d])
        if each.c == each.d and now:  # only taken out: a star where it stood
            yield _end(now[each.c - 1]) if each.c else _start(now[0])


def _only_new(before: Sequence[Line], after: Sequence[Line]) -> Iterator[RevisedWords]:
    """Lines of a scene split off that did not stand in the one it was split from."""
    known = {_said(line) for line in _printed(before)}
    yield from (_whole(line) for line in _printed(after) if _said(line) not in known)


def _words(one: Line, other: Line) -> Iterator[RevisedWords]:
    """The words of a line that are other words now."""
    if one.kind is not other.kind or other.kind in {LineKind.CUE, LineKind.HEADING}:
        yield _whole(other)
        return
    was = [found[0] for found in _WORD.finditer(one.text)]
    now = list(_WORD.finditer(other.text))
    for each in align(was, [found[0] for found in now]):
        if each.is_same:
            continue
        if each.d > each.c:
            start, end = now[each.c].start(), now[each.d - 1].end()
            yield RevisedWords(line=other.id, start=start, end=end)
        else:
            at = now[each.c].start() if each.c < len(now) else len(other.text)
            yield RevisedWords(line=other.id, start=at, end=at)


def _printed(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.kind in PRINTED or line.shown]


def _said(line: Line) -> tuple[str, str, str, str]:
    return line.kind.value, " ".join(line.text.split()), line.extension, line.number


def _length(line: Line) -> int:
    return len(write_cue(line.text, line.extension)) if line.extension else len(line.text)


def _whole(line: Line) -> RevisedWords:
    return RevisedWords(line=line.id, start=0, end=max(_length(line), 1))


def _start(line: Line) -> RevisedWords:
    return RevisedWords(line=line.id, start=0, end=0)


def _end(line: Line) -> RevisedWords:
    return RevisedWords(line=line.id, start=_length(line), end=_length(line))
