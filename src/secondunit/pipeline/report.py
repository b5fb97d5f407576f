"""Gather the production report: what was proposed, who decided, what is open, what it took."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from secondunit.core.decision import GENESIS
from secondunit.core.errors import NotFound
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId, read_json
from secondunit.core.money import paid
from secondunit.core.pages import format_eighths
from secondunit.core.timecode import timecode
from secondunit.film.breakdown.model import Category
from secondunit.film.delivery.model import (
    DecisionRow,
    Figure,
    ManifestEntry,
    ProductionReport,
    ProviderRow,
    SceneCard,
    StageRow,
)
from secondunit.film.review.sign_off import Matrix
from secondunit.film.schedule.board import day_words, saving
from secondunit.film.schedule.reports.words import day_name
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.stale import stale_stages

MOST_OPEN = 100
"""Open items listed one by one in the report; the count beside them is always whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """For what a report is made.

    Args:
        at: ISO 8601 UTC.
        by: Who asks.
        draft: True without all sign-offs.
        missing: What delivery still waits for.
        entries: Files of the package.
    """

    at: str
    by: str
    draft: bool
    missing: tuple[str, ...]
    entries: tuple[ManifestEntry, ...]


def stage_rows(view: View, matrix: Matrix) -> tuple[StageRow, ...]:
    """Every stage as it stands, in the order of the work."""
    behind = set(stale_stages(view))
    runs = view.office.records.runs()
    rows = []
    for entry in CATALOGUE:
        key = entry.stage.key
        states = Counter(row.state for row in view.standing(key))
        mine = [run for run in runs if run.stage == key]
        rule = matrix.stages.get(key)
        rows.append(
            StageRow(
                stage=key,
                title=entry.title,
                proposed=states[State.PROPOSED],
                accepted=states[State.ACCEPTED],
                amended=states[State.AMENDED],
                rejected=states[State.REJECTED],
                stale=states[State.STALE],
                gone=states[State.GONE],
                behind=key in behind,
                required=rule is not None and rule.required,
                signers=tuple(matrix.roles[role] for role in rule.roles) if rule else (),
                runs=len(mine),
                milliseconds=sum(run.milliseconds for run in mine),
                cost=paid(run.cost for run in mine),
            )
        )
    return tuple(rows)


def make_report(view: View, matrix: Matrix, occasion: Occasion) -> ProductionReport:
    """The whole production on one page.

    Raises:
        NotFound: No script has been read yet.
        StoreError: A picture it shows is missing.
    """
    rows = stage_rows(view, matrix)
    draft = view.newest_draft()
    waiting = view.open_items(list(matrix.stages))
    titles = {entry.stage.key: entry.title for entry in CATALOGUE}
    last = view.office.records.last_entry()
    return ProductionReport(
        title=view.office.records.production().title,
        draft=occasion.draft,
        made_at=occasion.at,
        made_by=occasion.by,
        script=f"Draft {draft.number}, {draft.name}",
        figures=tuple(_figures(view)),
        stages=rows,
        decisions=_decisions(view, matrix, titles),
        missing=occasion.missing,
        open_items=tuple((titles[row.stage], row.label) for row in waiting[:MOST_OPEN]),
        open_count=len(waiting),
        findings=_findings(view),
        scenes=tuple(_scene_cards(view)),
        providers=_providers(view, titles),
        files=occasion.entries,
        journal_length=last.sequence if last else 0,
        journal_head=last.hash if last else GENESIS,
    )


def _figures(view: View) -> Iterable[Figure]:
    script = view.screenplay()
    eighths = sum(scene.eighths for scene in script.scenes)
    yield Figure(name="Scenes", value=f"{len(script.shot_scenes)}")
    yield Figure(name="Pages", value=f"{script.pages}", note=f"{format_eighths(eighths)} in strips")
    for board in view.values("schedule.solve"):
        units = any(day.unit_name for day in board.days)
        yield Figure(
            name="Shooting days",
            value=str(len(board.days)) if not units else day_words(board.days),
            note=f"{board.days[0].date} to {board.days[-1].date}" if board.days else "",
        )
        yield Figure(name="Board cost", value=str(board.cost), note=saving(board))
    for budget in view.values("budget.estimate"):
        yield Figure(name="Budget", value=str(budget.grand_total), note="contingency included")
    if shots := view.values("shots.shot_list"):
        yield Figure(name="Shots", value=f"{len(shots):,}")
    for cut in view.values("cut.assemble"):
        yield Figure(
            name="Running time",
            value=timecode(cut.duration, cut.rate),
            note=f"{cut.rate.name} frames a second",
        )


def _decisions(view: View, matrix: Matrix, titles: dict[str, str]) -> tuple[DecisionRow, ...]:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for stage in matrix.stages:
        for fact in view.office.records.facts(stage):
            role = matrix.roles.get(fact.role, fact.role)
            key = (fact.at, fact.by, role, titles[stage], fact.verdict.value, fact.reason)
            groups[key].append(fact.label)
    return tuple(
        DecisionRow(
            at=at,
            by=by,
            role=role,
            stage=stage,
            verdict=verdict,
            count=len(labels),
            items=tuple(labels[:3]),
            reason=reason,
        )
        for (at, by, role, stage, verdict, reason), labels in sorted(groups.items(), reverse=True)
    )


def _findings(view: View) -> tuple[Finding, ...]:
    found = list(read_json(view.newest_draft().findings, tuple[Finding, ...]))
    for entry in CATALOGUE:
        found += view.findings(entry.stage.key)
    order = list(Severity)
    ranked = sorted(dict.fromkeys(found), key=lambda each: -order.index(each.severity))
    return tuple(finding for finding in ranked if finding.severity is not Severity.NOTE)


def _scene_cards(view: View) -> Iterable[SceneCard]:
    days: dict[SceneId, str] = {
        scene: f"{day_name(day)}, {day.date}"
        for board in view.values("schedule.solve")
        for day in board.days
        for scene in day.scenes
    }
    shots = view.values("shots.shot_list")
    panels = {panel.shot: panel.media for panel in view.values("shots.board")}
    cast: dict[SceneId, list[str]] = defaultdict(list)
    for element in view.values("breakdown.tag"):
        if element.category is Category.CAST:
            cast[element.scene].append(element.name)
    for scene in view.screenplay().shot_scenes:
        own = [shot for shot in shots if shot.scene == scene.id]
        media = next((panels[shot.id] for shot in own if shot.id in panels), None)
        yield SceneCard(
            number=scene.number,
            heading=scene.heading.raw,
            pages=format_eighths(scene.eighths),
            shots=len(own),
            day=days.get(scene.id, ""),
            cast=tuple(cast[scene.id]),
            picture=view.office.media.fetch_media(media.digest) if media else b"",
            picture_type=media.media_type if media else "",
        )


def _providers(view: View, titles: dict[str, str]) -> tuple[ProviderRow, ...]:
    rows = []
    for entry in CATALOGUE:
        proposal = view.stored(entry.stage.key)
        if proposal is None:
            continue
        try:
            asks = entry.stage.plan(entry.gather(view))
        except NotFound:  # what it was made from was rejected since; ``stage_rows`` says so
            continue
        answers = view.office.records.answers(ask.digest for ask in asks).values()
        for provider, version in sorted({(each.provider, each.version) for each in answers}):
            mine = [a for a in answers if (a.provider, a.version) == (provider, version)]
            rows.append(
                ProviderRow(
                    provider=provider,
                    version=version,
                    work=f"{len(mine)} × {titles[entry.stage.key].lower()}",
                    left_the_machine=_is_outside(view, provider),
                    trains_on_inputs=_learns(view, provider),
                    cost=paid(answer.cost for answer in mine),
                    milliseconds=sum(answer.milliseconds for answer in mine),
                )
            )
    return tuple(rows)


def _is_outside(view: View, provider: str) -> bool:
    """Every tool but a provider of takes is part of the program and runs on this machine."""
    terms = view.office.provider
    return provider == terms.key and terms.leaves_the_machine


def _learns(view: View, provider: str) -> bool:
    terms = view.office.provider
    return provider == terms.key and terms.trains_on_inputs
