"""``secondunit schedule talent``: the cheapest order of the scenes of an instance file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console

if TYPE_CHECKING:
    from secondunit.film.schedule.talent.solve import Advance

EXAMPLES = """
**Examples**

`secondunit schedule talent film105.dat`

`secondunit schedule talent rehearsal.dzn --json`

`secondunit schedule talent large.dat --seconds 30`  (the best order by then, and its bound)
"""


def talent(
    instance: Annotated[Path, typer.Argument(help="A plain matrix or a MiniZinc .dzn file.")],
    seconds: Annotated[float, typer.Option(help="Deadline; 0 for none.")] = 0.0,
    seed: Annotated[int, typer.Option(help="Of the search for a first order.")] = 1,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Order scenes so that the cast is paid for as little waiting as can be.

    Each performer is paid from the first to the last scene they play. Prints the cost, the lower
    bound and whether the order is proved the cheapest. Scenes are counted from 1.

    Raises:
        InputError: A negative deadline, or a file that cannot be understood.
    """
    if not 0 <= seconds < float("inf"):
        raise InputError(f"--seconds {seconds:g}", remedy="Give a number of seconds, 0 for none.")
    from secondunit.bootstrap.talent import read_instance, solve_in_time

    problem = read_instance(instance)
    with console.ERR.status("a first order", spinner="dots") as status:

        def tell(advance: Advance) -> None:
            plan = advance.plan
            status.update(
                f"{advance.done} of {advance.blocks} blocks; cost {plan.cost:,},"
                f" at least {plan.lower_bound:,}"
            )

        timed = solve_in_time(problem, seed=seed, seconds=seconds, tell=tell)
    plan = timed.plan
    order = [scene + 1 for scene in plan.order]
    if json:
        console.print_json({
            "name": problem.name,
            "cost": plan.cost,
            "waiting": plan.waiting,
            "lower_bound": plan.lower_bound,
            "proved": plan.proved,
            "order": order,
            "seconds": timed.milliseconds / 1000,
        })  # fmt: skip
        return 0
    gap = 100 * (plan.cost - plan.lower_bound) / max(plan.cost, 1)
    console.OUT.print(f"order    {' '.join(map(str, order))}", markup=False)
    console.OUT.print(f"cost     {plan.cost:,}, of it {plan.waiting:,} waiting", markup=False)
    sure = "proved the cheapest" if plan.proved else f"gap {gap:.1f} %"
    console.OUT.print(f"bound    {plan.lower_bound:,}: {sure}", markup=False)
    console.OUT.print(f"seconds  {timed.milliseconds / 1000:.2f}", markup=False)
    if timed.stopped:
        console.ERR.print("Stopped before the proof; give more --seconds.", markup=False)
    return 0
