"""``secondunit schedule check|replan|compare``: the board of a production."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.finding import blocking
from secondunit.entrypoints.cli import console

if TYPE_CHECKING:
    from secondunit.film.schedule.model import Board
    from secondunit.film.schedule.search.replan import Alternative, Moved

Folder = Annotated[
    Path | None, typer.Option("--out", help="The production folder, where there are several.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]

REPLAN_EXAMPLES = """
**Examples**

`secondunit schedule replan --lost 2027-01-20`

`secondunit schedule replan --today 2027-01-19 --ill "MINA=2027-01-20 to 2027-01-22" --save plans`
"""
COMPARE_EXAMPLES = """
**Examples**

`secondunit schedule compare plans/cheapest.json`  (with the board that stands)

`secondunit schedule compare plans/cheapest.json plans/least-change.json --json`
"""


def check(
    board: Annotated[
        Path | None, typer.Argument(help="A saved board; without one, the board that stands.")
    ] = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Hold the board against every rule: light, rest, minors, order, locks, money to the cent."""
    from secondunit.bootstrap import productions
    from secondunit.pipeline.schedule_desk import check_standing

    studio = productions.open_studio(productions.find_folder(out))
    found = check_standing(studio.view, _board(board) if board else None)
    if json:
        console.print_json(found)
    else:
        console.print_findings(found.findings, most=40)
        console.OUT.print(
            f"{found.days} days, {found.cost}: {len(found.findings)} rules broken", markup=False
        )
        for source in found.sources:
            console.OUT.print(f"  held against {source}", markup=False)
    return 1 if blocking(found.findings) else 0


def replan(
    lost: Annotated[
        list[str] | None, typer.Option(help="A date, or a span with “to”, that is lost.")
    ] = None,
    ill: Annotated[
        list[str] | None, typer.Option(help="NAME=date, or NAME=span with “to”.")
    ] = None,
    today: Annotated[
        str, typer.Option(help="First date that may change. Default: the first one named.")
    ] = "",
    save: Annotated[Path | None, typer.Option(help="Folder to keep the three boards in.")] = None,
    seed: Annotated[int, typer.Option(help="Of the search.")] = 1,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Propose three ways on after a lost day or an illness; what was shot stands.

    Nothing is decided: a person compares and amends the board.

    Raises:
        InputError: Nothing happened, or a date or a name cannot be read.
    """
    from secondunit.bootstrap import productions
    from secondunit.core.errors import InputError
    from secondunit.pipeline.schedule_desk import plan_again

    dates = [*(lost or ()), *(text.rpartition("=")[2] for text in ill or ())]
    if not (dates or today):
        raise InputError("nothing was lost", remedy="Name --lost, --ill, or --today.")
    first = today or min(text.partition(" to ")[0].strip() for text in dates)
    studio = productions.open_studio(productions.find_folder(out))
    ways = plan_again(studio.view, first, lost or (), ill or (), seed)
    for way in ways if save else ():
        _save(save, way)
    if json:
        console.print_json(ways)
    else:
        _print_ways(ways)
    return 1 if any(blocking(way.findings) or way.board.boneyard for way in ways) else 0


def compare(
    one: Annotated[Path, typer.Argument(help="A saved board.")],
    two: Annotated[
        Path | None, typer.Argument(help="Another; without it, ONE against the one that stands.")
    ] = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Compare two boards: days, money part by part, and every strip that moves."""
    from secondunit.bootstrap import productions
    from secondunit.pipeline.schedule_desk import compare_boards, standing_board

    studio = productions.open_studio(productions.find_folder(out))
    before = _board(one) if two else standing_board(studio.view)[1]
    found = compare_boards(studio.view, before, _board(two or one))
    if json:
        console.print_json(found)
        return 0
    rows = [
        ("days", *map(str, found.days)),
        ("last day", *found.last),
        *((key, str(a), str(b)) for key, a, b in found.shares),
        ("cost", *map(str, found.costs)),
    ]
    console.print_table("Two boards", ("", "before#", "after#"), rows)
    _print_moves(found.moves)
    return 0


def _board(path: Path) -> Board:
    from secondunit.bootstrap.files import read_file
    from secondunit.pipeline.schedule_desk import read_board

    return read_board(read_file(path), path.name)


def _save(folder: Path | None, way: Alternative) -> None:
    from secondunit.bootstrap.files import write_file
    from secondunit.core.ids import canonical_json

    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / f"{way.key}.json", canonical_json(way.board))


def _print_ways(ways: tuple[Alternative, ...]) -> None:
    rows = [
        (
            way.key,
            str(len(way.board.days)),
            way.board.days[-1].date if way.board.days else "",
            str(way.board.cost),
            str(way.extra),
            str(sum(len(move.scenes) for move in way.moves)),
        )
        for way in ways
    ]
    heads = ("way", "days#", "last day#", "cost#", "more#", "strips moved#")
    console.print_table("Three ways on", heads, rows)
    for way in ways:
        if way.same_as:
            console.OUT.print(f"\n{way.key}: the same board as {way.same_as}", markup=False)
            continue
        console.OUT.print(f"\n{way.key}", markup=False)
        _print_moves(way.moves)
        console.print_findings(way.findings)
        if way.board.boneyard:
            console.OUT.print(f"  {len(way.board.boneyard)} scenes find no day", markup=False)


def _print_moves(moves: tuple[Moved, ...]) -> None:
    rows = [
        (
            ", ".join(move.scenes),
            _where(move.before or "new", move.units[0]),
            _where(move.after or "none", move.units[1]),
            move.why,
        )
        for move in moves
    ]
    console.print_table(f"{len(rows)} moves", ("scenes", "from", "to", "why"), rows)


def _where(date: str, unit: str) -> str:
    return f"{date}, {unit} unit" if unit else date
