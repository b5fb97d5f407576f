"""Which documents each department hands out, and what each is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest, SceneId, ShotId
from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.report import Breakdown, cast_sheet, element_list, scene_breakdown
from secondunit.film.breakdown.scene_form import scene_forms
from secondunit.film.budget.incentives.reports import programs_sheet
from secondunit.film.budget.reconcile import reconcile
from secondunit.film.budget.reports import detail, top_sheet
from secondunit.film.cut.model import Cut, CutDocument, SoundSlot
from secondunit.film.cut.sound import sound_sheet, sound_slots
from secondunit.film.generation.model import Take
from secondunit.film.localisation.reports import dialogue_sheet
from secondunit.film.schedule.model import Board
from secondunit.film.schedule.reports.words import day_name, short_date
from secondunit.film.shots.reports import shot_list_sheet
from secondunit.pipeline.budgets import assessments
from secondunit.pipeline.desk import Desk, Document, status_of
from secondunit.pipeline.exchange import categories
from secondunit.pipeline.pictures import (
    animatic_documents,
    board_documents,
    drawn_shots,
    take_documents,
    take_paths,
)
from secondunit.pipeline.press import Press
from secondunit.pipeline.queries import View
from secondunit.pipeline.schedule_documents import schedule_documents
from secondunit.ports.documents import BudgetBook


def documents(
    view: View, press: Press, stages: Sequence[str], watermark: str
) -> Iterator[Document]:
    """Every document of these stages, as what stands has it.

    Raises:
        NotFound: A stage has nothing that stands.
    """
    for stage in stages:
        if stage in _MAKERS and view.values(stage):
            yield from _MAKERS[stage](Desk(view=view, press=press, watermark=watermark))


def _screenplay(desk: Desk) -> Iterator[Document]:
    view, press = desk.view, desk.press
    draft, script = view.newest_draft(), view.screenplay()
    status = status_of(view, ["screenplay.draft"])
    yield Document(
        path=f"1-screenplay/{_draft_name(draft.name)}",
        stage="screenplay.draft",
        media_type="application/octet-stream",
        key=draft.source,
        make=partial(view.office.media.fetch_media, draft.source),
    )
    scenes = Sheet(
        key="scenes",
        title="Scene List",
        production=desk.title,
        subtitle=f"Draft {draft.number}, {draft.name} · {len(script.shot_scenes)} scenes · "
        f"{script.pages} pages",
        columns=(
            Column(title="Sc.", width=6),
            Column(title="Heading", width=60),
            Column(title="Page", width=6, align=Align.RIGHT),
            Column(title="Length", width=8, align=Align.RIGHT),
        ),
        rows=tuple(
            Row(
                cells=(
                    scene.number,
                    "OMITTED" if scene.omitted else scene.heading.raw,
                    str(scene.page),
                    "" if scene.omitted else format_eighths(scene.eighths),
                )
            )
            for scene in script.scenes
        ),
        status=status,
    )
    stage = "screenplay.draft"
    yield from desk.sheets(stage, "1-screenplay/scenes", [scenes], [press.pdf, press.csv])
    if found := view.findings(stage):
        sheet = _findings_sheet(found, desk.title, status)
        yield from desk.sheets(stage, "1-screenplay/findings", [sheet], [press.csv])


def _draft_name(name: str) -> str:
    """The script's own file name, but for one that is a sheet's."""
    is_taken = PurePath(name).stem.casefold() in {"scenes", "findings"}
    return f"script-{name}" if is_taken else name


def _findings_sheet(found: Sequence[Finding], production: str, status: str) -> Sheet:
    return Sheet(
        key="findings",
        title="Findings",
        production=production,
        subtitle=f"{len(found)} findings",
        columns=tuple(Column(title=title) for title in ("Severity", "Where", "What", "Remedy")),
        rows=tuple(
            Row(cells=(each.severity.value, each.where, each.message, each.remedy))
            for each in found
        ),
        status=status,
    )


def _breakdown(desk: Desk) -> Iterator[Document]:
    stage, press = "breakdown.tag", desk.press
    breakdown = Breakdown(
        screenplay=desk.view.screenplay(),
        elements=desk.view.values(stage),
        production=desk.title,
        status=status_of(desk.view, [stage]),
    )
    everything = [press.pdf, press.csv, press.xlsx]
    by_scene = [scene_breakdown(breakdown)]
    yield from desk.sheets(stage, "2-breakdown/elements", [element_list(breakdown)], everything)
    yield from desk.sheets(stage, "2-breakdown/by-scene", by_scene, [press.pdf, press.csv])
    yield from desk.sheets(
        stage, "2-breakdown/cast-list", [cast_sheet(breakdown)], [press.pdf, press.csv]
    )
    forms = scene_forms(breakdown, categories(desk.view), _shooting_days(desk.view))
    yield desk.forms(stage, "2-breakdown/breakdown-sheets", forms)


def _shooting_days(view: View) -> dict[SceneId, str]:
    """The shooting day of each scene in words; none while there is no board."""
    boards: tuple[Board, ...] = view.values("schedule.solve")
    return {
        scene: f"{day_name(day)}, {short_date(day.date)}"
        for board in boards[:1]
        for day in board.days
        for scene in day.scenes
    }


def _budget(desk: Desk) -> Iterator[Document]:
    stage, press = "budget.estimate", desk.press
    budget, board = desk.view.one(stage), desk.view.one("schedule.solve")
    status = status_of(desk.view, ["breakdown.tag", "schedule.solve", stage])
    top = top_sheet(budget, production=desk.title, status=status)
    lines = detail(budget, production=desk.title, status=status)
    against = reconcile(budget, board, production=desk.title, status=status)
    yield from desk.sheets(stage, "4-budget/top-sheet", [top], [press.pdf])
    yield from desk.sheets(stage, "4-budget/detail", [lines], [press.pdf, press.csv])
    yield from desk.sheets(stage, "4-budget/reconciliation", [against], [press.pdf, press.csv])
    book = BudgetBook(title=desk.title, status=status, budget=budget, watermark=desk.watermark)
    yield desk.document(stage, "4-budget/budget", press.budget, book)
    found = assessments(desk.view, budget)
    compared = programs_sheet(budget, found, production=desk.title, status=status)
    yield from desk.sheets(stage, "4-budget/incentives", [compared], [press.pdf, press.csv])


def _shots(desk: Desk) -> Iterator[Document]:
    stage, press = "shots.shot_list", desk.press
    script, shots = desk.view.screenplay(), desk.view.values(stage)
    status = status_of(desk.view, [stage])
    sheet = replace(shot_list_sheet(script, shots, status=status), production=desk.title)
    yield from desk.sheets(stage, "5-shots/shot-list", [sheet], [press.pdf, press.csv, press.xlsx])


def _cut(desk: Desk) -> Iterator[Document]:
    stage = "cut.assemble"
    cut: Cut = desk.view.one(stage)
    slots = _sound_slots(desk.view, cut)
    status = status_of(desk.view, [stage])
    document = CutDocument(
        cut=cut,
        paths=tuple((media, f"../{path}") for media, path in _clip_paths(desk.view)),
        scenes=tuple(
            (scene.id, f"{scene.number}  {scene.heading.raw}")
            for scene in desk.view.screenplay().scenes
        ),
        status=status,
        decisions=_picked(desk.view),
        slots=slots,
    )
    yield desk.document(stage, "8-cut/cut", desk.press.cut, document)
    sheet = sound_sheet(slots, cut, production=desk.title, status=status)
    yield from desk.sheets(stage, "8-cut/temp-sound", [sheet], [desk.press.pdf, desk.press.csv])


def _sound_slots(view: View, cut: Cut) -> tuple[SoundSlot, ...]:
    return sound_slots(
        view.screenplay(), view.values("shots.shot_list"), cut, view.values("breakdown.tag")
    )


def _clip_paths(view: View) -> Iterator[tuple[Digest, str]]:
    """Where what a cut can be made of lies in the package: panels, then the picked takes."""
    for _, panel, path in drawn_shots(view):
        yield panel.media.digest, path
    picks: tuple[Take, ...] = view.values("generation.pick")
    paths = take_paths([*view.values("generation.take"), *picks])
    for take in picks:
        yield take.media.digest, paths[take.shot, take.media.digest]


def _picked(view: View) -> tuple[tuple[ShotId, str], ...]:
    """Who picked the take of each shot, or that it is only proposed."""
    found = []
    for row in view.standing("generation.pick"):
        if row.value is not None:
            by = f"{row.state.value} by {row.fact.by}" if row.fact else row.state.value
            found.append((row.value.shot, by))
    return tuple(found)


def _localisation(desk: Desk) -> Iterator[Document]:
    stage, press = "localisation.spot", desk.press
    listed = desk.view.one(stage)
    status = status_of(desk.view, [stage])
    sheet = dialogue_sheet(listed, production=desk.title, status=status)
    yield from desk.sheets(stage, "9-localisation/dialogue-list", [sheet], [press.pdf, press.csv])
    for each in press.timed_text:
        yield desk.document(stage, f"9-localisation/{listed.language}", each, listed)


_MAKERS: dict[str, Callable[[Desk], Iterator[Document]]] = {
    "screenplay.draft": _screenplay,
    "breakdown.tag": _breakdown,
    "schedule.solve": schedule_documents,
    "budget.estimate": _budget,
    "shots.shot_list": _shots,
    "shots.board": board_documents,
    "cut.animatic": animatic_documents,
    "generation.take": take_documents,
    "cut.assemble": _cut,
    "localisation.spot": _localisation,
}
