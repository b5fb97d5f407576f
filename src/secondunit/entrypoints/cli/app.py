"""The ``secondunit`` command."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from secondunit import __version__
from secondunit.core.errors import StudioError
from secondunit.entrypoints.cli import (
    bible,
    breakdown,
    budget,
    call_sheet,
    deliver,
    exchange,
    farm,
    hq,
    jobs,
    order,
    passes,
    produce,
    providers,
    review,
    revise,
    scene_models,
    schedule_board,
    script,
    second_reader,
    shots,
    studio,
    take,
    takes,
    talent,
    worker,
)
from secondunit.entrypoints.cli.console import print_error, print_json
from secondunit.entrypoints.cli.exit_codes import BLOCKED, code_of
from secondunit.entrypoints.cli.first_verb import ListsByDefault
from secondunit.entrypoints.cli.rights.group import rights_group

P = ParamSpec("P")
Explained = tuple[Callable[..., int], str]
"""A command and its examples."""


def coded(command: Callable[P, int]) -> Callable[P, None]:
    """A command whose returned number is the exit code of the program."""

    @functools.wraps(command)
    def run_command(*args: P.args, **kwargs: P.kwargs) -> None:
        """Run the command.

        Raises:
            Exit: Always, with the number it returned.
        """
        raise typer.Exit(command(*args, **kwargs))

    return run_command


app = typer.Typer(
    name="secondunit",
    help="From a screenplay to a signed production package. The assistant proposes; people decide.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    add_completion=True,
)
COMMANDS: tuple[Explained, ...] = (
    (produce.produce, produce.EXAMPLES),
    (revise.revise, revise.EXAMPLES),
    (review.decisions, review.DECISIONS_EXAMPLES),
    (review.decide, review.DECIDE_EXAMPLES),
    (review.log, ""),
    (review.verify, ""),
    (deliver.deliver, deliver.EXAMPLES),
    (call_sheet.callsheet, call_sheet.EXAMPLES),
    (worker.worker, worker.EXAMPLES),
    (studio.studio, studio.EXAMPLES),
    (order.order, order.EXAMPLES),
    (takes.pick, takes.PICK_EXAMPLES),
    (takes.unpick, takes.UNPICK_EXAMPLES),
)
"""Commands on a whole production, each with its examples."""

GROUPS: dict[str, tuple[str, dict[str, Explained]]] = {
    "script": (
        "Read, measure, compare and convert a screenplay.",
        {
            "show": (script.show, script.SHOW_EXAMPLES),
            "stats": (script.stats, ""),
            "lengths": (script.lengths, script.LENGTHS_EXAMPLES),
            "pages": (script.pages, ""),
            "diff": (script.diff, ""),
            "convert": (script.convert, script.CONVERT_EXAMPLES),
        },
    ),
    "breakdown": (
        "Add, rename, merge, split, export and import elements.",
        {
            "add": (breakdown.add, breakdown.ADD_EXAMPLES),
            "rename": (breakdown.rename, breakdown.RENAME_EXAMPLES),
            "merge": (breakdown.merge, breakdown.MERGE_EXAMPLES),
            "split": (breakdown.split, breakdown.SPLIT_EXAMPLES),
            "heard": (second_reader.heard, ""),
            "export": (exchange.export, exchange.EXPORT_EXAMPLES),
            "import": (exchange.take, exchange.IMPORT_EXAMPLES),
        },
    ),
    "schedule": (
        "Check, plan again, compare and take shooting schedules.",
        {
            "check": (schedule_board.check, ""),
            "replan": (schedule_board.replan, schedule_board.REPLAN_EXAMPLES),
            "compare": (schedule_board.compare, schedule_board.COMPARE_EXAMPLES),
            "take": (take.take, take.EXAMPLES),
            "talent": (talent.talent, talent.EXAMPLES),
        },
    ),
    "shots": (
        "List, check, export, import, draw and hand out the shots of the production.",
        {
            "list": (shots.listing, shots.LIST_EXAMPLES),
            "check": (shots.check, ""),
            "export": (shots.export, shots.EXPORT_EXAMPLES),
            "import": (shots.take, shots.IMPORT_EXAMPLES),
            "suggest": (shots.suggest, shots.SUGGEST_EXAMPLES),
            "models": (scene_models.models, scene_models.EXAMPLES),
            "passes": (passes.passes, passes.EXAMPLES),
            "hq": (hq.hq, hq.EXAMPLES),
        },
    ),
    "providers": (
        "Who could make the takes: what they honour, cost and are tried against.",
        {
            "list": (providers.listing, providers.LIST_EXAMPLES),
            "show": (providers.show, providers.SHOW_EXAMPLES),
        },
    ),
    "farm": (
        "Have boards, moves and animatics drawn by a farm, here or elsewhere.",
        {
            "draw": (farm.draw, farm.DRAW_EXAMPLES),
            "bundle": (farm.bundle, farm.BUNDLE_EXAMPLES),
            "task": (farm.task, ""),
        },
    ),
    "jobs": (
        "See, stop, retry, pause and resolve what is at work.",
        {
            "list": (jobs.listing, jobs.LIST_EXAMPLES),
            "show": (jobs.show, ""),
            "cancel": (jobs.cancel, ""),
            "retry": (jobs.retry, ""),
            "pause": (jobs.pause, ""),
            "resume": (jobs.resume, ""),
            "resolve": (jobs.resolve, jobs.RESOLVE_EXAMPLES),
        },
    ),
    "budget": (
        "Price, compare and follow the cost of the production.",
        {
            "topsheet": (budget.topsheet, budget.TOPSHEET_EXAMPLES),
            "detail": (budget.detail, budget.DETAIL_EXAMPLES),
            "compare": (budget.compare, budget.COMPARE_EXAMPLES),
            "cost-report": (budget.cost_report, budget.COST_EXAMPLES),
            "incentives": (budget.incentives, budget.INCENTIVES_EXAMPLES),
        },
    ),
    "bible": (
        "Show and check the character bible; without a command: list.",
        {"list": (bible.listing, bible.LIST_EXAMPLES), "check": (bible.check, "")},
    ),
    "takes": (
        "List takes and score them; without a command: list.",
        {
            "list": (takes.listing, takes.LIST_EXAMPLES),
            "score": (takes.score, takes.SCORE_EXAMPLES),
        },
    ),
}
"""Commands on one department, by group and name, each with its examples."""

LISTING = frozenset({"takes", "bible"})
"""Groups that list where no command of theirs is named."""

for _command, _examples in COMMANDS:
    app.command(epilog=_examples)(coded(_command))


for _name, (_help, _commands) in GROUPS.items():
    _lists = "list" in _commands and _name in LISTING
    _group = typer.Typer(
        no_args_is_help=not _lists,
        rich_markup_mode="markdown",
        cls=ListsByDefault if _lists else None,
    )
    for _verb, (_command, _examples) in _commands.items():
        _group.command(_verb, epilog=_examples)(coded(_command))
    app.add_typer(_group, name=_name, help=_help)
app.add_typer(
    rights_group(coded),
    name="rights",
    help="Who owns what, what they agreed to, and what may leave the building.",
)


def _version(value: bool) -> None:  # noqa: FBT001  the signature Typer asks of a callback
    if value:
        typer.echo(f"secondunit {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(  # noqa: FBT001  Typer reads options from parameters
        False,  # noqa: FBT003
        "--version",
        callback=_version,
        is_eager=True,
        help="Print the version and stop.",
    ),
) -> None:
    """Options before the command."""


def main() -> None:
    """Run the command; exit 0 when fine, 1 when something blocks, 2 on wrong usage.

    3 where a charge is in doubt, 4 where a cap does not cover the cost.
    """
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code."""
    try:
        app(args=arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else BLOCKED
    except StudioError as error:
        if "--json" in arguments:
            kind = type(error).__name__
            print_json({"error": {"kind": kind, "message": error.message, "remedy": error.remedy}})
        print_error(error)
        return code_of(error)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What was made is kept; the same command continues.\n")
        return 130
    return 0
