"""What the board costs and how far from the least it can be: not for the whole crew."""

from __future__ import annotations

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.schedule.board import certificate, saving
from secondunit.film.schedule.reports.schedule import Schedule, schedule_sheet
from secondunit.film.schedule.reports.words import unit_title
from secondunit.film.schedule.units.price import UNIT

_SHARES = {
    "crew": "Crew by shooting day",
    "night": "Night premium",
    "location": "Locations by day",
    "move": "Company moves",
    "setup": "Setting up at a location",
    "switch": "Day work after night work, or the reverse",
    "team": "Special teams",
    "cast": "Cast, working and held days",
    "premium": "Sixth and seventh days",
    "idle": "Crew kept on dates without shooting",
}


def share_words(key: str) -> str:
    """A share of a board's cost in words."""
    if key.startswith(UNIT):
        return f"{unit_title(key.removeprefix(UNIT))}: crew, places, set-ups, moves, nights, teams"
    return _SHARES.get(key, key)


def board_cost(schedule: Schedule) -> Sheet:
    """The cost of the board by category, its lower bound, and the boards people start from."""
    board = schedule.board
    rows = [Row(cells=(share_words(share.key), str(share.amount))) for share in board.shares]
    rows.append(Row(cells=("Board", str(board.cost)), style="total"))
    rows.append(Row(cells=("No lawful board costs less than", str(board.lower_bound))))
    rows += [
        Row(cells=(f"For comparison: {base.key} board", str(base.amount)))
        for base in board.baselines
    ]
    notes = [f"Cost {board.cost}; {certificate(board)}"]
    if saved := saving(board):
        notes.append(saved)
    return schedule_sheet(
        schedule,
        "board-cost",
        "Cost of the Board",
        (Column(title="What", width=60), Column(title="Amount", width=20, align=Align.RIGHT)),
        rows,
        *notes,
    )
