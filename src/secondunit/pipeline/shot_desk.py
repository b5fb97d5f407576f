"""List, check, hand out and take back the shots of a production."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.decision import Verdict
from secondunit.core.errors import InputError, NotFound
from secondunit.core.fact import Fact
from secondunit.core.finding import Finding, blocking
from secondunit.core.ids import ItemId
from secondunit.core.sheet import Sheet
from secondunit.film.review.sign_off import Matrix
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.continuity.check import check_continuity
from secondunit.film.shots.continuity.state import check_injuries, check_looks
from secondunit.film.shots.coverage.lined import Coverage, measure_coverage
from secondunit.film.shots.exchange.adopt import AdoptedList, added_item, adopt_list
from secondunit.film.shots.exchange.columns import FILE as COLUMNS_FILE
from secondunit.film.shots.exchange.columns import read_columns
from secondunit.film.shots.exchange.compare import Comparison, compare_list
from secondunit.film.shots.exchange.grid import Grid
from secondunit.film.shots.exchange.listed import likeliest, read_list
from secondunit.film.shots.exchange.sheet import exchange_sheet
from secondunit.film.shots.feasible import check_spec
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.film.shots.tables import read_shot_tables
from secondunit.pipeline.catalogue import SHOTS_FILE, stage_plan
from secondunit.pipeline.decide import Ruling, decide_each, stand_for
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.queries import Standing, View


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedList:
    """A list somebody brought, beside the shots that stand.

    Args:
        compared: What differs.
        adopted: What it comes to, cameras solved again.
        findings: What could not be read, is impossible, or would not cut.
        columns: Of which table of the file it was read.
    """

    compared: Comparison
    adopted: AdoptedList
    findings: tuple[Finding, ...]
    columns: str

    @property
    def is_whole(self) -> bool:
        """True when every row of it can be taken."""
        return not blocking(self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedShots:
    """What the checks say of the shots that stand.

    Args:
        shots: How many.
        coverage: Lines covered.
        findings: Impossible specs, and cuts that break continuity.
    """

    shots: int
    coverage: Coverage
    findings: tuple[Finding, ...]


def standing_shots(view: View, scene: str = "") -> tuple[Standing, ...]:
    """The shots that stand, in order; of one scene where its number is given.

    Raises:
        NotFound: There is no shot list yet, or no such scene in it.
    """
    rows = tuple(row for row in view.standing(SHOT_LIST.key) if row.value is not None)
    if not rows:
        raise NotFound(
            "this production has no shot list yet",
            remedy="Run secondunit produce SCRIPT --through shots.",
        )
    if not scene:
        return rows
    numbers = {each.id: each.number for each in view.screenplay().scenes}
    found = tuple(row for row in rows if numbers.get(row.value.scene, "") == scene)
    if not found:
        raise NotFound(
            f"there is no scene {scene} in the shot list",
            remedy="Run secondunit script show for the numbers of scenes.",
        )
    return found


def shot_sheet(view: View) -> Sheet:
    """Every shot that stands as a table to be edited and brought back.

    Raises:
        NotFound: There is no shot list yet.
    """
    return exchange_sheet(view.screenplay(), _values(view))


def check_shots(view: View) -> CheckedShots:
    """Hold the shots that stand against the limits of the frame and the rules of the cut.

    Raises:
        NotFound: There is no shot list yet.
        InputError: A table cannot be read.
    """
    shots = _values(view)
    stage, tables = stage_plan(view), read_shot_tables(view.table(SHOTS_FILE))
    sights: dict[int, SetSight] = {}
    findings: list[Finding] = []
    for shot in shots:
        plan = set_of_shot(shot, stage.sets, stage.set_of)
        sight = sights.setdefault(id(plan), SetSight(plan))
        findings += check_spec(shot, plan, stage.figures, tables, sight)
    for scene in dict.fromkeys(shot.scene for shot in shots):
        own = [shot for shot in shots if shot.scene == scene]
        plan = stage.sets[stage.set_of[scene]]
        findings += check_continuity(own, plan, stage.figures)
    figures = {figure.name: figure for figure in stage.figures}
    findings += check_looks(shots, figures, stage.days)
    findings += check_injuries(stage.figures)
    return CheckedShots(
        shots=len(shots),
        coverage=measure_coverage(view.screenplay(), shots),
        findings=tuple(findings),
    )


def read_import(view: View, grids: Sequence[Grid]) -> ImportedList:
    """Read somebody's list and lay it beside the shots that stand; nothing is decided.

    Raises:
        InputError: No table of the file is a shot list, or a table of ours cannot be read.
        NotFound: There is no shot list yet.
    """
    shots, script = _values(view), view.screenplay()
    table = read_columns(view.table(COLUMNS_FILE))
    stage = stage_plan(view)
    grid = likeliest(grids, table)
    listed = read_list(grid, table, [figure.name for figure in stage.figures])
    compared = compare_list(listed, shots, script)
    adopted = adopt_list(compared, shots, stage, read_shot_tables(view.table(SHOTS_FILE)))
    return ImportedList(
        compared=compared,
        adopted=adopted,
        findings=(*listed.findings, *compared.findings, *adopted.findings),
        columns=grid.name,
    )


def take_import(
    view: View, matrix: Matrix, imported: ImportedList, signature: Signature, *, drop: bool = False
) -> tuple[Fact, ...]:
    """Make a list a person's decisions: amended shots, added ones, and dropped ones if asked.

    Args:
        view: The production.
        matrix: Who signs what.
        imported: The list as it was read.
        signature: Who takes it on.
        drop: Reject the shots of its scenes that the list does not hold.

    Raises:
        InputError: A row of it cannot be taken, nothing differs, or name or reason is missing.
        RoleMayNotSign: The role does not sign the shot list.
        Conflict: Somebody decided at the same moment.
    """
    if wrong := blocking(imported.findings):
        first = wrong[0]
        raise InputError(f"{first.where}: {first.message} ({len(wrong)} such)", remedy=first.remedy)
    rows = {row.item: row for row in view.standing(SHOT_LIST.key)}
    rulings: list[tuple[Standing, Ruling]] = []
    for before, made in imported.adopted.amended:
        ruling = _ruling(Verdict.AMEND, signature)
        rulings.append((rows[_item(rows, before)], _amending(ruling, made)))
    for shot in imported.adopted.added:
        item = added_item(shot, signature.by, signature.reason)
        rulings.append((stand_for(SHOT_LIST.key, item), _ruling(Verdict.ADD, signature)))
    for shot in imported.compared.missing if drop else ():
        rulings.append((rows[_item(rows, shot)], _ruling(Verdict.REJECT, signature)))
    if not rulings:
        raise InputError(
            "the list says what stands already", remedy="Nothing to decide; edit it first."
        )
    return decide_each(view, matrix, rulings)


def _values(view: View) -> tuple[ShotSpec, ...]:
    return tuple(row.value for row in standing_shots(view))


def _item(rows: dict[ItemId, Standing], shot: ShotSpec) -> ItemId:
    """The item a standing shot belongs to: its own id, or that of the row that holds it."""
    own = ItemId(shot.id)
    if own in rows:
        return own
    return next(key for key, row in rows.items() if row.value == shot)


def _ruling(verdict: Verdict, signature: Signature) -> Ruling:
    return Ruling(verdict=verdict, by=signature.by, role=signature.role, reason=signature.reason)


def _amending(ruling: Ruling, made: ShotSpec) -> Ruling:
    return Ruling(
        verdict=ruling.verdict,
        by=ruling.by,
        role=ruling.role,
        reason=ruling.reason,
        amended=made,
    )
