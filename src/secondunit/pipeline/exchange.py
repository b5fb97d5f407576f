"""Hand the breakdown and the board to other programs, and take what they made of it."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.evidence import ScriptSpan
from secondunit.core.fact import Fact
from secondunit.core.finding import Finding, Severity
from secondunit.film.breakdown.categories import FILE as CATEGORIES_FILE
from secondunit.film.breakdown.categories import CategoryTable, read_categories
from secondunit.film.breakdown.memory import Addition, added_item
from secondunit.film.breakdown.model import Category, Element, element_id
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tagged import Tagged, put_tags
from secondunit.film.review.sign_off import Matrix
from secondunit.film.schedule.exchange.compose import Plan, compose_plan
from secondunit.film.schedule.exchange.model import PlanFile
from secondunit.film.schedule.solve import STAGE as SOLVE
from secondunit.film.screenplay.model import Screenplay
from secondunit.pipeline.catalogue import schedule_table
from secondunit.pipeline.decide import decide_each, stand_for
from secondunit.pipeline.elements import Signature, added_ruling
from secondunit.pipeline.queries import View

_OF_HEADINGS = frozenset({Category.SET, Category.LOCATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedScript:
    """The script in force with its breakdown as tags.

    Args:
        screenplay: The script.
        source: The file it was read from.
        losses: What tags cannot hold.
    """

    screenplay: Screenplay
    source: bytes
    losses: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What came of taking elements from a file.

    Args:
        facts: The elements that were added.
        there: How many the breakdown had already.
        findings: What did not fit.
    """

    facts: tuple[Fact, ...]
    there: int
    findings: tuple[Finding, ...] = ()


def categories(view: View) -> CategoryTable:
    """How others know our categories."""
    return read_categories(view.table(CATEGORIES_FILE))


def production_plan(view: View) -> PlanFile:
    """The breakdown as it stands, with the board where there is one.

    Raises:
        NotFound: There is no breakdown yet.
    """
    elements: tuple[Element, ...] = view.values(TAG.key)
    if not elements:
        raise NotFound(
            "this production has no breakdown yet", remedy="Run secondunit produce SCRIPT."
        )
    boards = view.values(SOLVE.key)
    table = schedule_table(view)
    return compose_plan(
        Plan(
            title=view.office.records.production().title,
            created=view.newest_draft().added_at,
            screenplay=view.screenplay(),
            elements=elements,
            board=boards[0] if boards else None,
            calendar=table.calendar,
            drop_days=table.costs.drop_after_days,
            categories=categories(view),
        )
    )


def tagged_script(view: View) -> TaggedScript:
    """The script in force, its breakdown's words tagged; sets and locations are its headings.

    Raises:
        NotFound: There is no breakdown yet.
    """
    rows = [row for row in view.standing(TAG.key) if row.value is not None]
    if not rows:
        raise NotFound(
            "this production has no breakdown yet", remedy="Run secondunit produce SCRIPT."
        )
    lines = {line.id: line.text for scene in view.screenplay().scenes for line in scene.lines}

    def stands(span: ScriptSpan) -> bool:
        return lines.get(span.line, "")[span.start : span.end] == span.quote

    elements = []
    for row in rows:
        if row.value.category in _OF_HEADINGS:
            continue
        evidence = row.proposed.evidence if row.proposed else ()
        spans = tuple(each.span for each in evidence if each.span and stands(each.span))
        elements += [Tagged(element=row.value, span=span) for span in spans or (None,)]
    script, left = put_tags(view.screenplay(), elements, categories(view))
    source = view.office.media.fetch_media(view.newest_draft().source)
    return TaggedScript(screenplay=script, source=source, losses=_losses(left))


def import_elements(
    view: View, matrix: Matrix, elements: tuple[Element, ...], signature: Signature
) -> Import:
    """Add the elements of a file that the breakdown does not have, signed by who imports them.

    Raises:
        InputError: A name or reason of the person is missing.
        RoleMayNotSign: The role does not sign the breakdown.
        Conflict: Somebody decided at the same moment.
    """
    standing = {row.item for row in view.standing(TAG.key)}
    same = {
        (row.value.scene, row.value.category, row.value.name.casefold())
        for row in view.standing(TAG.key)
        if row.value is not None
    }
    new = [
        each
        for each in elements
        if element_id(each) not in standing
        and (each.scene, each.category, each.name.casefold()) not in same
    ]
    numbers = {scene.id: scene.number for scene in view.screenplay().shot_scenes}
    ruling = added_ruling(signature)
    rulings = []
    for each in new:
        addition = Addition(element=each, by=signature.by, reason=ruling.reason)
        rulings.append((stand_for(TAG.key, added_item(addition, numbers)), ruling))
    facts = decide_each(view, matrix, rulings)
    return Import(facts=facts, there=len(elements) - len(new))


def _losses(left: tuple[Tagged, ...]) -> tuple[Finding, ...]:
    if not left:
        return ()
    implied = sum(each.element.implied for each in left)
    return (
        Finding(
            severity=Severity.WARNING,
            rule="breakdown.no-words-to-tag",
            where="breakdown",
            message=(
                f"{len(left)} elements have no words of the script to tag and were left out"
                f" ({implied} implied needs, {len(left) - implied} added by people)"
            ),
            remedy="A .uss file holds them all.",
        ),
    )
