"""What a script says as a whole, in the file it came from: only sections that changed are set."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.adapters.formats.fdx.edits import Edits
from secondunit.adapters.formats.fdx.fresh import write_alternates, write_beats, write_cover
from secondunit.adapters.formats.fdx.markup import element
from secondunit.adapters.formats.fdx.new_sections import (
    write_revisions,
    write_running,
    write_tag_data,
)
from secondunit.adapters.formats.fdx.original import Original
from secondunit.adapters.formats.fdx.spans import Source
from secondunit.adapters.formats.fdx.walk import Walk
from secondunit.film.screenplay.model import Screenplay, TitleField
from secondunit.film.screenplay.production_data import ScriptData


def patch_sections(original: Original, script: Screenplay, edits: Edits) -> None:
    """Ask for the sections of a file that a changed script has changed.

    Args:
        original: The file.
        script: The script.
        edits: Where changes are asked for.
    """
    found, source = original.found, original.source
    for name, markup in _changed(original.about, script.data):
        put_section(found, source, name, markup, edits)
    if script.title_page != original.script.title_page and not _patch_cover(
        original, script, edits
    ):
        put_section(found, source, "TitlePage", write_cover(script, original.about), edits)


def _changed(old: ScriptData, new: ScriptData | None) -> Iterator[tuple[str, str]]:
    """Sections that say something else, by name."""
    if new is None or new == old:
        return
    if (old.revisions, old.active_revision, old.is_revising) != (
        new.revisions,
        new.active_revision,
        new.is_revising,
    ):
        yield "Revisions", write_revisions(new)
    if (old.categories, old.definitions, old.tags) != (new.categories, new.definitions, new.tags):
        yield "TagData", write_tag_data(new)
    if (old.header, old.footer) != (new.header, new.footer):
        yield "HeaderAndFooter", write_running(new)
    if old.alternates != new.alternates:
        yield "AltCollection", write_alternates(new)
    if old.beats != new.beats:
        yield "ListItems", write_beats(new)
    if old.numbering != new.numbering:
        yield "SceneNumberOptions", element("SceneNumberOptions", new.numbering)


def _patch_cover(original: Original, script: Screenplay, edits: Edits) -> bool:
    """Change rows of the title page where they stand; False where that cannot be done."""
    old, new = original.script.title_page, script.title_page
    if [_shape(field) for field in old] != [_shape(field) for field in new]:
        return False
    changed = {
        before: after
        for was, field in zip(old, new, strict=True)
        for before, after in zip(was.value.split("\n"), field.value.split("\n"), strict=True)
        if before != after
    }
    section = next((each for each in original.found.sections if each.name == "TitlePage"), None)
    if section is None:
        return False
    markup = edits.read(section.start, section.end)
    for before, after in changed.items():
        told = f">{_escaped(before)}</Text>"
        if markup.count(told) != 1:
            return False
        markup = markup.replace(told, f">{_escaped(after)}</Text>")
    edits.put(section.start, section.end, markup)
    return True


def _shape(field: TitleField) -> tuple[str, int]:
    return field.key, field.value.count("\n")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def put_section(found: Walk, source: Source, name: str, markup: str, edits: Edits) -> None:
    """Ask for a section in place of the one of that name, or after all others."""
    section = next((each for each in found.sections if each.name == name), None)
    if section is not None:
        edits.put(section.start, section.end, markup)
    else:
        _append(found, source, markup, edits)


def add_to_section(found: Walk, source: Source, name: str, markup: str, edits: Edits) -> None:
    """Ask for more at the end of a section, or for the section."""
    section = next((each for each in found.sections if each.name == name), None)
    if section is None:
        _append(found, source, element(name, (), markup), edits)
        return
    opening = source.start_tag(section.start)
    if opening >= section.end:
        tag = edits.read(section.start, opening).removesuffix("/>").rstrip()
        edits.put(section.start, opening, f"{tag}>\n{markup}\n</{name}>")
        return
    closing = source.find(f"</{name}", opening, section.end)
    edits.put(closing, closing, f"{markup}\n")


def _append(found: Walk, source: Source, markup: str, edits: Edits) -> None:
    last = max((section.end for section in found.sections), default=0)
    closing = source.find("</FinalDraft", last, len(edits.data))
    edits.put(closing, closing, f"{markup}\n")
