"""``secondunit order``: have takes made, after cost and rules are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json, Role
from secondunit.entrypoints.cli.option_group import with_options

if TYPE_CHECKING:
    from secondunit.film.generation.model import Control
    from secondunit.film.shots.model import ShotSpec
    from secondunit.pipeline.ordering.quote import Quote
    from secondunit.pipeline.queries import View

EXAMPLES = """
**Examples**

`secondunit order 12A --takes 20 --provider comfyui --dry-run`  (cost and rules; nothing is sent)

`secondunit order 12A 12B --takes 4 --as "Kim Oduya" --role director`

`secondunit order --scene 12 --takes 3 --must depth,pose --provider comfyui --as "Kim Oduya"
--role director`

Then `secondunit worker` makes them, and `secondunit takes 12A` shows what came.
"""

MOST = 10_000
"""Takes of one order: a slip of the finger is not a bill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChoice:
    """What is ordered from whom."""

    scene: Annotated[str, typer.Option(help="Every shot of this scene number.")] = ""
    whole: Annotated[bool, typer.Option("--all", help="Every shot of the list.")] = False
    takes: Annotated[int, typer.Option(help="Takes of each shot.", min=1, max=500)] = 1
    provider: Annotated[str, typer.Option(help="Key of the provider.")] = "previs"
    model: Annotated[str, typer.Option(help="Its model; the first by default.")] = ""
    must: Annotated[
        str, typer.Option(help="Controls that must be honoured as such (depth,pose).")
    ] = ""
    priority: Annotated[int, typer.Option(help="1 goes first.", min=1, max=1000)] = 100


@with_options(OrderChoice)
def order(
    shots: Annotated[list[str] | None, typer.Argument(help="Numbers of shots (12A).")] = None,
    by: By = "",
    role: Role = "",
    out: Folder = None,
    *,
    options: OrderChoice,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would cost and may; place nothing.")
    ] = False,
    json: Json = False,
) -> int:
    """Order takes of shots; cost and rules are known before anything is sent.

    Exit code 1 where a rule forbids one of the takes, 4 where a cap does not cover them; then
    nothing is ordered at all.

    Raises:
        BudgetExceeded: A cap does not cover all of it.
        InputError: A name, a shot, a control or the provider is wrong.
        NotFound: There is no such shot or model.
        RightsNotCleared: A rule forbids one of the takes.
        RoleMayNotSign: The role does not order takes.
    """
    from secondunit.bootstrap import bibles, productions, work
    from secondunit.bootstrap.providers import find_listed, tables_of
    from secondunit.pipeline.elements import Signature
    from secondunit.pipeline.ordering.place import place_takes, require_orderable
    from secondunit.pipeline.ordering.quote import Wanted, quote_takes

    folder = productions.find_folder(out).resolve()
    studio = productions.open_studio(folder)
    chosen = find_listed(options.provider, options.model, tables_of(folder)).offer.provider
    found = _shots(studio.view, shots or [], options)
    wanted = Wanted(
        shots=found,
        provider=chosen,
        takes=options.takes,
        insisted=_controls(options.must),
        casting=bibles.casting_of(studio),
    )
    if len(found) * options.takes > MOST:
        raise InputError(
            f"{len(found)} shots of {options.takes} takes are more than {MOST:,}",
            remedy="Order in parts.",
        )
    works = work.open_works(folder)
    signature = Signature(by=by, role=role, reason="")
    suppliers = work.suppliers_of(folder, works.title)
    quote = quote_takes(studio.view, works.takes, suppliers, wanted, signature)
    if dry_run:
        _show(quote, json=json)
        return 0 if quote.is_whole else 1
    require_orderable(quote, works.ledger, studio.matrix, signature)
    ordered = place_takes(works.takes, works.engine, quote, options.priority)
    if json:
        console.print_json({"ordered": ordered, "cost": quote.cost, "findings": quote.findings})
        return 0
    console.print_findings(quote.findings)
    slates = f"{ordered[0].slate}" + (f" to {ordered[-1].slate}" if len(ordered) > 1 else "")
    console.OUT.print(
        f"{len(ordered)} takes ordered by {by} ({role}), {slates}, up to {quote.cost}; secondunit "
        "worker makes them",
        markup=False,
    )
    return 0


def _show(quote: Quote, *, json: bool) -> None:
    if json:
        console.print_json({"quoted": quote.quoted, "cost": quote.cost, "findings": quote.findings})
        return
    heads = ("take", "held by", "instead of", "cost#", "may be sent")
    rows = [
        (
            each.take.slate,
            each.take.order.rung.value,
            "; ".join(
                f"{gone.control}: {gone.by or 'nothing'}" for gone in each.take.order.concessions
            ),
            str(each.estimate),
            "yes"
            if each.verdict.allowed
            else "; ".join(f"{no.rule} {no.message}" for no in each.verdict.denials),
        )
        for each in quote.quoted
    ]
    console.print_table("Nothing is ordered yet", heads, rows)
    console.print_findings(quote.findings)
    console.OUT.print(f"{len(quote.quoted)} takes, up to {quote.cost}", markup=False)


def _shots(view: View, names: list[str], options: OrderChoice) -> tuple[ShotSpec, ...]:
    """The shots that are meant, in the order of the list.

    Raises:
        InputError: Nothing says which.
        NotFound: There is no such shot or scene.
    """
    from secondunit.core.errors import NotFound
    from secondunit.pipeline.dailies.listing import shots_named

    everything = shots_named(view, "")
    if options.whole:
        return everything
    meant = {shot.id for name in names for shot in shots_named(view, name)}
    if scene := options.scene:
        ids = {each.id for each in view.screenplay().shot_scenes if each.number == scene}
        of_scene = {shot.id for shot in everything if shot.scene in ids}
        if not of_scene:
            raise NotFound(f"scene {scene} has no shots", remedy="secondunit shots list has them.")
        meant |= of_scene
    if not meant:
        raise InputError(
            "nothing says which shots are meant", remedy="Name shots, a --scene, or --all."
        )
    return tuple(shot for shot in everything if shot.id in meant)


def _controls(text: str) -> tuple[Control, ...]:
    """Controls by name.

    Raises:
        InputError: A name is none of them.
    """
    from secondunit.film.generation.model import Control

    names = [name.strip() for name in text.split(",") if name.strip()]
    known = {control.value for control in Control}
    if wrong := [name for name in names if name not in known]:
        raise InputError(
            f"“{wrong[0]}” is no control", remedy=f"Controls: {', '.join(sorted(known))}."
        )
    return tuple(dict.fromkeys(Control(name) for name in names))
