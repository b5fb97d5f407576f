"""What a new Final Draft file cannot hold of a script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from secondunit.adapters.formats.fdx.content import Content
from secondunit.adapters.formats.fdx.cover import cover_rows
from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.final_draft.lettering import STYLES
from secondunit.film.screenplay.model import LineKind, Screenplay

_DEEPEST_SECTION = 4


def fresh_losses(script: Screenplay, content: Content) -> tuple[Finding, ...]:
    """One finding for each kind of thing that is left out.

    Args:
        script: The script.
        content: Its body as written.
    """
    return tuple(_losses(script, content))


def _losses(script: Screenplay, content: Content) -> Iterator[Finding]:
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    if script.source_format == "fdx":
        yield _loss(
            "windows, macros, pictures and whatever else the file held beside the script",
            "Write into the file itself to keep them.",
        )
    deep = sum(line.kind is LineKind.SECTION and line.depth > _DEEPEST_SECTION for line in lines)
    if deep:
        yield _loss(
            f"the level of {deep} section{'s' * (deep > 1)} below the fourth",
            "Final Draft has four levels of outline.",
        )
    if content.doubled:
        yield _loss(
            f"page breaks with nothing after them: {content.doubled}",
            "An empty page is not kept.",
        )
    known = set(STYLES.values())
    strange = {each.style for line in lines for each in line.emphasis} - known
    if strange:
        yield _loss(f"emphasis of the style {', '.join(sorted(strange))}", "The words are kept.")
    about = script.data
    rows = about.cover if about else ()
    if read_cover(words for _, words in rows) != script.title_page:
        back = {
            field.key: field.value
            for field in read_cover(words for _, words in cover_rows(script.title_page))
        }
        lost = [field.key for field in script.title_page if back.get(field.key) != field.value]
        if lost:
            yield _loss(
                f"what these rows of the title page are called: {', '.join(lost)}",
                "Their words are kept.",
            )
    yield from _overlaps(script)


def _overlaps(script: Screenplay) -> Iterator[Finding]:
    """Tags on the same words: a run has room for one."""
    count = 0
    for line in (line for scene in script.scenes for line in scene.lines):
        spans = sorted((span.start, span.end) for span in (line.data.tagged if line.data else ()))
        count += sum(start < end for (_, end), (start, _) in pairwise(spans))
    if count:
        yield _loss(f"tags on words that carry another: {count}", "Give one tag both elements.")


def _loss(what: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule="screenplay.not-written",
        where="the script",
        message=f"Final Draft does not hold {what}",
        remedy=remedy,
    )
