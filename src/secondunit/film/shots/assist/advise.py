"""The guard: a model's shots are taken only where script, frame and cut bear them out.

Each is laid over the shots that stand as a row of a list would be, so that it passes the same
checks; one that is refused sinks no other. Nothing of a model reaches a caption or a spoken word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import LineId
from secondunit.film.breakdown.assist.question import shown_lines
from secondunit.film.screenplay.model import Scene, Screenplay
from secondunit.film.shots.assist.question import ShotClaim
from secondunit.film.shots.exchange.adopt import AdoptedList, adopt_list
from secondunit.film.shots.exchange.compare import Comparison, compare_list
from secondunit.film.shots.exchange.listed import Listed, ListedShot
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.stage_plan import StagePlan
from secondunit.film.shots.tables import ShotTables


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What of a model's shots can be shown to a person.

    Args:
        compared: The shots beside those that stand.
        adopted: What they come to, cameras solved.
        refused: What was not taken, and why.
    """

    compared: Comparison
    adopted: AdoptedList
    refused: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What claims are judged by.

    Args:
        script: The draft in force.
        scene: The scene that was asked about.
        shots: The shots of the scene that stand, in order.
        stage: Sets and figures.
        tables: The kit.
    """

    script: Screenplay
    scene: Scene
    shots: Sequence[ShotSpec]
    stage: StagePlan
    tables: ShotTables


def advise(claims: Sequence[ShotClaim], bench: Bench) -> Advice:
    """Judge claims one by one, each together with those that were taken before it."""
    taken: list[ListedShot] = []
    refused: list[Finding] = []
    met: set[str] = set()
    for claim in claims:
        why = _against(claim, bench) or ("says the same shot twice" if claim.shot in met else "")
        if why:
            refused.append(_refusal(claim, why))
            continue
        row = _row(claim, bench)
        _, adopted = _laid([*taken, row], bench)
        if adopted.findings:
            refused.append(_refusal(claim, adopted.findings[0].message))
            continue
        taken.append(row)
        met |= {claim.shot} - {""}
    compared, adopted = _laid(taken, bench)
    return Advice(compared=compared, adopted=adopted, refused=tuple(refused))


def _against(claim: ShotClaim, bench: Bench) -> str:
    """Why a claim cannot be taken, or ""."""
    lines = shown_lines(bench.scene)
    if not 1 <= claim.line <= len(lines):
        return f"cites line {claim.line}, which is not there"
    line = lines[claim.line - 1]
    if not claim.quote.strip() or claim.quote not in line.text:
        return "quotes words that are not in its line"
    if claim.lens not in bench.tables.lenses.kit:
        return f"wants a {claim.lens:g} mm, which is not in the kit"
    if claim.shot:
        shot = next((shot for shot in bench.shots if shot.number == claim.shot), None)
        if shot is None:
            return f"names shot {claim.shot}, which does not stand"
        if line.id not in shot.covers:
            return f"cites a line that shot {claim.shot} does not cover"
    elif _before(line.id, bench) is None:
        return "cites a line that no shot covers"
    return ""


def _before(line: LineId, bench: Bench) -> ShotSpec | None:
    found = [shot for shot in bench.shots if line in shot.covers]
    return found[-1] if found else None


def _row(claim: ShotClaim, bench: Bench) -> ListedShot:
    line = shown_lines(bench.scene)[claim.line - 1]
    before = _before(line.id, bench)
    number = claim.shot
    if not number and before is not None:
        number = f"{before.number}-{claim.framing.value}-{claim.size.value}"
    return ListedShot(
        place=f"shot {number}",
        scene=bench.scene.number,
        number=number,
        framing=claim.framing,
        size=claim.size,
        angle=claim.angle,
        move=claim.move,
        lens=claim.lens,
        subjects=claim.subjects,
        action="" if claim.shot else claim.quote,
        locks=None if claim.shot else (),
    )


def _laid(rows: Sequence[ListedShot], bench: Bench) -> tuple[Comparison, AdoptedList]:
    compared = compare_list(Listed(shots=tuple(rows), findings=()), bench.shots, bench.script)
    new = tuple((row, _follows(row, after, bench)) for row, after in compared.new)
    compared = replace(compared, new=new, missing=())
    adopted = adopt_list(compared, bench.shots, bench.stage, bench.tables)
    return compared, replace(adopted, findings=(*compared.findings, *adopted.findings))


def _follows(row: ListedShot, after: ShotSpec, bench: Bench) -> ShotSpec:
    """The shot a new one comes after: the one its number was made from."""
    return next((shot for shot in bench.shots if row.number.startswith(f"{shot.number}-")), after)


def _refusal(claim: ShotClaim, why: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="shots.assist-refused",
        where=f"shot {claim.shot or 'new'}, line {claim.line}",
        message=f"not taken: {why}",
        remedy="Nothing to do; the shots that stand are as they were.",
    )
