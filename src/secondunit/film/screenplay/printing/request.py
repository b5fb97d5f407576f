"""What a script coordinator asks of a print, worked out into how it is printed.

Source: practice of revised shooting scripts: changed pages go out on paper of the revision's
colour, under the numbers of the pages that they replace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.drafts.revise import carry_ids, match_scenes
from secondunit.film.screenplay.model import Paper, Screenplay
from secondunit.film.screenplay.pages.layout import TypedScript, lay_out_script
from secondunit.film.screenplay.pages.locked_pages import (
    PageLock,
    changed_pages,
    lay_out_locked,
    lock_pages,
    written_locks,
)
from secondunit.film.screenplay.printing.colours import tint_of
from secondunit.film.screenplay.printing.file_revision import file_revision
from secondunit.film.screenplay.printing.naming import (
    FIRST_COLOUR,
    colour_of,
    date_of,
    named_colour,
    require_colour,
)
from secondunit.film.screenplay.printing.numbers import scene_labels
from secondunit.film.screenplay.printing.options import (
    NumberSides,
    PrintedRevision,
    PrintOptions,
)
from secondunit.film.screenplay.printing.pages import starred_pages
from secondunit.film.screenplay.printing.revised import revised_since


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """What is asked of a print.

    Args:
        since: The draft before, to mark what is new, or None.
        colour: Of the revision, in any writing of ``colours.read_colour``; "" for what the title
            page says, or the one after that of ``since``.
        date: Of the revision as it is to be printed; "" for what the title page says.
        only_changed: Only the pages that the revision changed.
        tint: The paper of changed pages is drawn in the revision's colour.
        marks: Without ``since``: the revision that the script's own file marks is printed.
        sides: Where scene numbers stand; None for what the script says, else on both.
        number_scenes: Scenes without a number get one.
        paper: What it is typed on; None for what the script says.
        continueds: CONTINUED at the foot and the head of pages on which a scene goes on.
        cover: A title page comes first.
        watermark: Words across every page, or "".
    """

    since: Screenplay | None = None
    colour: str = ""
    date: str = ""
    only_changed: bool = False
    tint: bool = False
    marks: bool = True
    sides: NumberSides | None = None
    number_scenes: bool = False
    paper: Paper | None = None
    continueds: bool = False
    cover: bool = True
    watermark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPrint:
    """A print worked out.

    Args:
        script: What is printed: the script, with the ids of the draft before.
        options: How.
        findings: What is odd about it.
        changed: Labels of the pages that the revision changed, in order.
    """

    script: Screenplay
    options: PrintOptions
    findings: tuple[Finding, ...] = ()
    changed: tuple[str, ...] = ()


def prepare_print(script: Screenplay, request: PrintRequest) -> PreparedPrint:
    """Work out what is printed, with which stars and under which page numbers.

    Args:
        script: The script.
        request: What is asked.

    Raises:
        InputError: Parts of the request contradict each other or ask for what is not there.
    """
    if request.number_scenes and request.sides is NumberSides.NONE:
        raise InputError(
            "scene numbers are asked for and turned off at once",
            remedy="Leave out --number-scenes or --scene-numbers none.",
        )
    old = request.since
    script = carry_ids(old, script) if old is not None else script
    locks = written_locks(script) or (written_locks(old) if old is not None else ())
    if old is not None and request.only_changed and not locks:
        locks = lock_pages(old, lay_out_script(replace(old, paper=request.paper or old.paper)))
    options = PrintOptions(
        paper=request.paper,
        sides=request.sides or _sides(script),
        number_scenes=request.number_scenes,
        continueds=request.continueds,
        cover=request.cover,
        locks=locks,
        watermark=request.watermark,
    )
    changed: tuple[str, ...] = ()
    revision = _revision(script, request)
    if revision is None:
        _require_revision(request)
    else:
        changed = _changed(script, old, options, revision)
        if request.only_changed and not changed:
            raise InputError(
                "no page has changed: there is nothing to print",
                remedy="Leave --changed-pages out to print the whole script.",
            )
        options = replace(
            options,
            revision=replace(revision, pages=frozenset(changed)),
            pages=frozenset(changed) if request.only_changed else None,
        )
    return PreparedPrint(
        script=script,
        options=options,
        findings=(
            *_about_numbers(script, request, options),
            *_about_revision(script, request, options),
        ),
        changed=changed,
    )


def _revision(script: Screenplay, request: PrintRequest) -> PrintedRevision | None:
    """The revision that is printed, its pages not yet known; None where there is none.

    Raises:
        InputError: Its colour is none, or is to be shown and is white.
    """
    old = request.since
    found = file_revision(script) if old is None and request.marks else None
    if old is None and found is None:
        return None
    colour = require_colour(request.colour) if request.colour else colour_of(script, request.since)
    if found is None:
        words = revised_since(old, script) if old is not None else ()
        found = PrintedRevision(name=f"{colour} Rev.", date=date_of(script, old), words=words)
    elif request.colour:
        found = replace(found, name=f"{colour} Rev.", tint=tint_of(colour))
    if old is not None:
        found = replace(found, tint=tint_of(colour))
    found = replace(found, date=request.date or found.date)
    if not request.tint:
        return replace(found, tint="")
    if not found.tint:
        raise InputError(
            f"the pages of “{found.name}” have no colour to be tinted in",
            remedy=f"Leave out --tint, or name the colour: --colour {FIRST_COLOUR.lower()}.",
        )
    return found


def _require_revision(request: PrintRequest) -> None:
    """Nothing of a revision is asked for where there is none.

    Raises:
        InputError: Something is.
    """
    asked = {
        "--changed-pages": request.only_changed,
        "--colour": bool(request.colour),
        "--date": bool(request.date),
        "--tint": request.tint,
    }
    if given := [name for name, is_given in asked.items() if is_given]:
        raise InputError(
            f"{' and '.join(given)}: this script marks no revision",
            remedy="Give the draft before as --since DRAFT, so that what changed is known.",
        )


def _sides(script: Screenplay) -> NumberSides:
    """Where the script's own file has its scene numbers; on both sides where it does not say."""
    said = dict(script.data.numbering) if script.data is not None else {}
    left, right = (said.get(f"ShowNumbersOn{side}", "Yes") == "Yes" for side in ("Left", "Right"))
    if left and right:
        return NumberSides.BOTH
    return NumberSides.LEFT if left else NumberSides.RIGHT if right else NumberSides.NONE


def _changed(
    script: Screenplay, old: Screenplay | None, options: PrintOptions, revision: PrintedRevision
) -> tuple[str, ...]:
    """Labels of the pages that a revision changed, in order."""
    paper = options.paper
    typed = _typed(script, options.locks, paper)
    changed = set(starred_pages(script, typed, revision))
    if old is not None:
        changed |= set(changed_pages(_typed(old, written_locks(old), paper), typed))
    return tuple(label for label in typed.labels if label in changed)


def _typed(script: Screenplay, locks: Sequence[PageLock], paper: Paper | None) -> TypedScript:
    script = replace(script, paper=paper or script.paper)
    return lay_out_locked(script, locks) if locks else lay_out_script(script)


def _about_numbers(
    script: Screenplay, request: PrintRequest, options: PrintOptions
) -> Iterator[Finding]:
    """What whoever prints should know of scene and page numbers."""
    numbers = scene_labels(script)
    bare = numbers.count("")
    if 0 < bare < len(numbers) and options.sides is not NumberSides.NONE:
        if not request.number_scenes:
            yield _odd(
                "scenes-without-number",
                f"{bare} of {len(numbers)} scenes have no number and print none",
                "Add --number-scenes: they are lettered between those that have one.",
            )
    elif request.number_scenes and not bare:
        yield _odd("scenes-numbered", "every scene has its number already", "")
    old = request.since
    carried = written_locks(script) or (written_locks(old) if old is not None else ())
    if carried and request.paper is not None and request.paper != script.paper:
        yield _odd(
            "locked-on-other-paper",
            "the pages were locked on another paper: some will overflow on to lettered pages",
            "Print on the paper that the pages were locked on.",
        )


def _about_revision(
    script: Screenplay, request: PrintRequest, options: PrintOptions
) -> Iterator[Finding]:
    """What whoever prints should know of the revision."""
    old, revision = request.since, options.revision
    if old is None or revision is None:
        return
    if not any(match.old is not None for match in match_scenes(old, script).matches):
        yield _odd(
            "not-a-draft",
            f"no scene of “{old.title}” is in this script: everything is starred",
            "Give the draft that this one was made from.",
        )
    elif not revision.words:
        yield _odd("nothing-revised", "no word differs from the draft before: no star", "")
    titled = named_colour(script)
    if options.cover and titled and not revision.name.startswith(titled):
        yield _odd(
            "title-page-not-current",
            f"the title page says {titled} and the pages say {revision.name}",
            "Bring the title page up to date, or leave it out with --no-cover.",
        )
    if not revision.date:
        yield _odd("no-revision-date", "the revision has no date", "Give it: --date “5 May 2026”.")
    if request.only_changed and not (written_locks(script) or written_locks(old)):
        yield _odd(
            "pages-locked-here",
            "neither draft has locked pages: pages keep the numbers that the draft before prints",
            "",
        )


def _odd(rule: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.WARNING if remedy else Severity.NOTE,
        rule=f"screenplay.{rule}",
        where="the print",
        message=message,
        remedy=remedy,
    )
