"""``secondunit takes``, ``pick`` and ``unpick``: dailies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json, Reason, Role

if TYPE_CHECKING:
    from secondunit.film.generation.scoring.model import TakeScores
    from secondunit.film.shots.model import ShotSpec
    from secondunit.pipeline.dailies.listing import TakeRow
    from secondunit.pipeline.elements import Signature
    from secondunit.pipeline.queries import View

SCORE_EXAMPLES = """
**Examples**

`secondunit takes score 12A`

`secondunit takes score --again --json`

Each take is held against its own order: technical, framing, camera, blocking, wardrobe, pose and
style, each apart. What cannot be judged is listed as not assessed; nothing is ever deleted.
"""
LIST_EXAMPLES = """
**Examples**

`secondunit takes`  (every shot that has takes)

`secondunit takes 12A`  (the best first; nothing is left out)

`secondunit takes 12A --sheet dailies.pdf`
"""
PICK_EXAMPLES = """
**Examples**

`secondunit pick 12A-7 --as "Kim Oduya" --role director --reason "her eyes"`

`secondunit pick 12A-7 --for 12B --as "Kim Oduya" --role director`  (its shot was cut)
"""
UNPICK_EXAMPLES = """
**Example**

`secondunit unpick 12A-7 --reason "the boom is in" --as "Kim Oduya" --role director`
"""


def listing(
    shot: Annotated[str, typer.Argument(help="Number of the shot (12A); all by default.")] = "",
    sheet: Annotated[
        Path | None, typer.Option(help="Also write a contact sheet: a .pdf or a .png.")
    ] = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """List takes with state, provider, cost and scores, the best first.

    Raises:
        InputError: The sheet is neither .pdf nor .png.
        NotFound: There is no production, or no such shot.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.dailies.listing import list_takes, shots_named

    studio = productions.open_studio(productions.find_folder(out))
    shots = shots_named(studio.view, shot)
    rows = list_takes(studio.view, shots)
    if sheet is not None:
        _write_sheet(studio.view, shots, sheet)
    if json:
        console.print_json({"takes": rows})
        return 0
    if not rows:
        console.OUT.print("There are no takes yet: secondunit produce SCRIPT makes some.")
        return 0
    heads = ("take", "state", "provider", "held by", "cost#", "as ordered#", "found", "pick")
    console.print_table("", heads, [_cells(row) for row in rows])
    return 0


def score(
    shot: Annotated[str, typer.Argument(help="Number of the shot (12A); all by default.")] = "",
    out: Folder = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Look again at takes that were scored.")
    ] = False,
    json: Json = False,
) -> int:
    """Score the takes of the bin against what was ordered; evidence is drawn for each score.

    Raises:
        NotFound: There is no production, or no such shot.
        StoreError: A take is gone, or nothing can be kept.
    """
    from secondunit.bootstrap import dailies, productions
    from secondunit.pipeline.catalogue import stage_plan
    from secondunit.pipeline.dailies.listing import shots_named
    from secondunit.pipeline.dailies.score import score_takes

    with productions.open_for_writing(productions.find_folder(out)) as studio:
        view = studio.view
        tools = replace(dailies.screening(view.office.media), cast=stage_plan(view).figures)
        scored = []
        for each in score_takes(view, shots_named(view, shot), tools, again=again):
            scored.append(each)
            if not json:
                console.OUT.print(f"{each.slate:<8} {_found(each.scores)}", markup=False)
    if json:
        console.print_json({"scored": scored})
    elif not scored:
        console.OUT.print("There is nothing to score: no take was ordered and made yet.")
    return 0


def _write_sheet(view: View, shots: Sequence[ShotSpec], path: Path) -> None:
    """Write the contact sheet of some shots.

    Raises:
        InputError: The file is neither .pdf nor .png.
        StoreError: It cannot be written.
    """
    from secondunit.bootstrap import dailies, files
    from secondunit.pipeline.dailies.sheet import take_sheet

    suffix = path.suffix.lower()
    if suffix not in {".pdf", ".png"}:
        raise InputError(f"“{path.name}” is no contact sheet", remedy="Name it .pdf or .png.")
    projector = dailies.screening(view.office.media).projector
    pdf = dailies.sheet_format().write(take_sheet(view, shots, projector))
    files.write_file(path, pdf if suffix == ".pdf" else dailies.sheet_pictures(pdf))


def pick(
    slate: Annotated[str, typer.Argument(help="The take (12A-7).")],
    by: By = "",
    role: Role = "",
    reason: Reason = "",
    instead: Annotated[
        str, typer.Option("--for", help="Use it for this shot instead of its own.")
    ] = "",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Use this take for its shot; the cut follows with the next produce.

    Raises:
        InputError: The name or the role is missing.
        NotFound: There is no such take.
        RightsNotCleared: It is held back.
        RoleMayNotSign: The role does not pick takes.
    """
    from secondunit.bootstrap import productions
    from secondunit.bootstrap.rights_desk import open_desk
    from secondunit.pipeline.dailies.pick import find_take, pick_take
    from secondunit.pipeline.dailies.picks import propose_picks
    from secondunit.pipeline.held_back import require_free

    signature = _signature(by, role, reason)
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        propose_picks(studio.view)
        require_free(find_take(studio.view, slate), open_desk(studio.folder).register())
        done = pick_take(studio.view, studio.matrix, slate, signature, instead=instead)
    if json:
        console.print_json(done)
    else:
        console.OUT.print(
            f"{done.take.number} is the take of shot {done.shot}, picked by {by} ({role}); run"
            " produce for the cut",
            markup=False,
        )
    return 0


def unpick(
    slate: Annotated[str, typer.Argument(help="The take (12A-7).")],
    by: By = "",
    role: Role = "",
    reason: Reason = "",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Take a pick back; the take stays in the bin and another is proposed.

    Raises:
        InputError: The name, the role or the reason is missing.
        NotFound: Nobody has picked it.
        RoleMayNotSign: The role does not pick takes.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.dailies.pick import unpick as take_back
    from secondunit.pipeline.dailies.picks import propose_picks

    signature = _signature(by, role, reason)
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        propose_picks(studio.view)
        done = take_back(studio.view, studio.matrix, slate, signature)
        propose_picks(studio.view)
    if json:
        console.print_json(done)
    else:
        console.OUT.print(f"{done.take.number} is not picked any more", markup=False)
    return 0


def _signature(by: str, role: str, reason: str) -> Signature:
    from secondunit.pipeline.elements import Signature

    if not by.strip() or not role.strip():
        raise InputError("a pick is signed by who makes it", remedy='Give --as "NAME" --role ROLE.')
    return Signature(by=by, role=role, reason=reason)


def _cells(row: TakeRow) -> tuple[str, ...]:
    return (
        row.slate,
        row.state.value,
        " ".join(part for part in (row.provider, row.model) if part),
        row.rung.value,
        str(row.cost),
        ""
        if row.scores is None or row.scores.probability is None
        else f"{100 * row.scores.probability:.0f} %",
        row.note if row.scores is None else _found(row.scores),
        row.pick,
    )


def _found(scores: TakeScores) -> str:
    """Faults, then what nobody has looked at."""
    faults = ", ".join(fault.value for fault in scores.faults) or "nothing wrong"
    unseen = ", ".join(aspect.value for aspect in scores.unassessed)
    return f"{faults}; not assessed: {unseen}" if unseen else faults
