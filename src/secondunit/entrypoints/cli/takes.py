"""``secondunit takes``, ``pick`` and ``unpick``: dailies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json, Reason, Role

if TYPE_CHECKING:
    from secondunit.film.generation.scoring.model import TakeScores
    from secondunit.pipeline.dailies.listing import TakeRow
    from secondunit.pipeline.elements import Signature

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
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """List takes with state, provider, cost and scores, the best first.

    Raises:
        NotFound: There is no production, or no such shot.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.dailies.listing import list_takes, shots_named

    studio = productions.open_studio(productions.find_folder(out))
    rows = list_takes(studio.view, shots_named(studio.view, shot))
    if json:
        console.print_json({"takes": rows})
        return 0
    if not rows:
        console.OUT.print("There are no takes yet: secondunit produce SCRIPT makes some.")
        return 0
    heads = ("take", "state", "provider", "held by", "cost#", "as ordered#", "found", "pick")
    console.print_table("", heads, [_cells(row) for row in rows])
    return 0


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
        RoleMayNotSign: The role does not pick takes.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.dailies.pick import pick_take
    from secondunit.pipeline.dailies.picks import propose_picks

    signature = _signature(by, role, reason)
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        propose_picks(studio.view)
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
