"""A script written into the file it came from; unchanged, that is the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.adapters.formats.fdx.asides import positions_of
from secondunit.adapters.formats.fdx.compose import write_note
from secondunit.adapters.formats.fdx.content import compose_content
from secondunit.adapters.formats.fdx.edits import Edits
from secondunit.adapters.formats.fdx.original import Original
from secondunit.adapters.formats.fdx.pairing import bare
from secondunit.adapters.formats.fdx.patch import Moved, patch_content
from secondunit.adapters.formats.fdx.patch_asides import patch_asides
from secondunit.adapters.formats.fdx.patch_sections import add_to_section, patch_sections
from secondunit.adapters.formats.fdx.reading import assemble, read_walk
from secondunit.adapters.formats.fdx.repoint import repoint
from secondunit.adapters.formats.fdx.spans import Source
from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.model import Line, Screenplay
from secondunit.ports.formats import Written


def rewrite(script: Screenplay, source: bytes) -> Written:
    """Write a script into a file.

    Args:
        script: The script, perhaps changed since it was read.
        source: The file.

    Raises:
        BrokenError: The file is not well-formed.
        ForbiddenError: It declares a document type or entities, or is nested without end.
        UnknownEncodingError: Its encoding cannot be read.
    """
    original = Original(source, script)
    if _says(original.script) == _says(script):
        return Written(data=source)
    old = compose_content(original.script, original.elements)
    new = compose_content(script, original.elements)
    edits = Edits(source, original.codec)
    moved = patch_content(original, old.paragraphs, new.paragraphs, edits)
    added = patch_asides(original, old, new, moved, edits)
    patch_sections(original, script, edits)
    data = _point(original, moved, added, edits.apply())
    return Written(data=data, losses=tuple(_losses(script, data)))


def _says(script: Screenplay) -> object:
    """All that a file holds of a script."""
    return (
        [bare(line) for line in _lines(script)],
        [scene.number for scene in script.scenes],
        script.title_page,
        script.data,
    )


def _lines(script: Screenplay) -> list[Line]:
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def _point(
    original: Original, moved: Moved, added: Sequence[tuple[int, int, Line]], data: bytes
) -> bytes:
    """The file with its positions put right, and with notes that are new."""
    changed = read_walk(data)
    edits = Edits(data, original.codec)
    repoint(original, moved, changed, edits)
    if added:
        positions = positions_of(changed)
        notes = []
        for host, character, line in added:
            start = positions.start_of(moved.starts[host]) + character if moved.starts else 0
            details = line.data.note if line.data else None
            notes.append(write_note(line, f"{start},{start + (details.length if details else 0)}"))
        add_to_section(changed, Source(data), "ScriptNotes", "\n".join(notes), edits)
    return edits.apply()


def _losses(script: Screenplay, data: bytes) -> Iterator[Finding]:
    """What does not read back as it was to be written."""
    read, _ = assemble(read_walk(data), data, script.title)
    wanted = [(line.kind, line.text, line.extension, line.side) for line in _lines(script)]
    found = [(line.kind, line.text, line.extension, line.side) for line in _lines(read)]
    missing = [each for each in wanted if each not in set(found)]
    if missing or len(wanted) != len(found):
        first = missing[0][1] if missing else ""
        yield Finding(
            severity=Severity.WARNING,
            rule="screenplay.not-written",
            where="the script",
            message=f"{max(len(missing), abs(len(wanted) - len(found)))} lines do not read back as "
            f"they were to be written{f', the first “{first[:40]}”' if first else ''}",
            remedy="Write the script as a new file.",
        )
