"""The ``secondunit`` command."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from secondunit import __version__
from secondunit.core.errors import InputError, StudioError
from secondunit.entrypoints.cli import (
    breakdown,
    call_sheet,
    deliver,
    exchange,
    produce,
    review,
    revise,
    script,
)
from secondunit.entrypoints.cli.console import print_error, print_json

BLOCKED, USAGE = 1, 2

P = ParamSpec("P")


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
app.command(epilog=produce.EXAMPLES)(coded(produce.produce))
app.command(epilog=revise.EXAMPLES)(coded(revise.revise))
app.command(epilog=review.DECISIONS_EXAMPLES)(coded(review.decisions))
app.command(epilog=review.DECIDE_EXAMPLES)(coded(review.decide))
app.command()(coded(review.log))
app.command()(coded(review.verify))
app.command(epilog=deliver.EXAMPLES)(coded(deliver.deliver))
app.command("callsheet", epilog=call_sheet.EXAMPLES)(coded(call_sheet.call_sheet))
scripts = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")
scripts.command(epilog=script.SHOW_EXAMPLES)(coded(script.show))
scripts.command()(coded(script.stats))
scripts.command(epilog=script.LENGTHS_EXAMPLES)(coded(script.lengths))
scripts.command()(coded(script.pages))
scripts.command()(coded(script.diff))
scripts.command(epilog=script.CONVERT_EXAMPLES)(coded(script.convert))
app.add_typer(scripts, name="script", help="Read, measure, compare and convert a screenplay.")


elements = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")
elements.command(epilog=breakdown.ADD_EXAMPLES)(coded(breakdown.add))
elements.command(epilog=breakdown.RENAME_EXAMPLES)(coded(breakdown.rename))
elements.command(epilog=breakdown.MERGE_EXAMPLES)(coded(breakdown.merge))
elements.command(epilog=breakdown.SPLIT_EXAMPLES)(coded(breakdown.split))
elements.command("export", epilog=exchange.EXPORT_EXAMPLES)(coded(exchange.export))
elements.command("import", epilog=exchange.IMPORT_EXAMPLES)(coded(exchange.take))
app.add_typer(
    elements, name="breakdown", help="Add, rename, merge, split, export and import elements."
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
    """Run the command; exit 0 when fine, 1 when something blocks, 2 on wrong usage."""
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
        return USAGE if isinstance(error, InputError) else BLOCKED
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What was made is kept; the same command continues.\n")
        return 130
    return 0
