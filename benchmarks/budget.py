"""The budget: boards swapped and priced again, every level summed anew, the workbook recalculated.

Run it with ``python -m benchmarks.budget [--swaps N]``. The script is the 120-page one of the
material folder where it is there, else the worked production. Sums are made here from the
budget's own JSON, in whole cents, by code that shares nothing with the package. Where LibreOffice
is installed the workbook, stripped of its kept values, is recalculated by it and compared.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import tempfile
import time
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.scripts import MATERIAL, TABLES, WORKED, read_script

from secondunit.adapters.formats.budget_xlsx import FORMAT
from secondunit.core.ids import canonical_json
from secondunit.core.money import Money
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.exchange import FILE as EXCHANGE_FILE
from secondunit.film.budget.exchange import read_exchange
from secondunit.film.budget.model import Budget
from secondunit.film.budget.rates import read_rates
from secondunit.film.budget.reports import top_sheet
from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import Board, Problem, ShootDay
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.search.find import search_board
from secondunit.film.schedule.table import FILE as SCHEDULE_FILE
from secondunit.film.schedule.table import read_table
from secondunit.ports.documents import BudgetBook

FEATURE = MATERIAL / "big-fish" / "source.fountain"


@cache
def gather() -> EstimateInputs:
    """A script through breakdown and schedule, ready to price.

    Raises:
        SystemExit: The script cannot be read.
    """
    screenplay, elements = read_script(FEATURE if FEATURE.is_file() else WORKED)
    table = read_table(TABLES.fetch_table(SCHEDULE_FILE))
    problem = propose_problem(screenplay, elements, table)[0]
    return EstimateInputs(
        screenplay=screenplay,
        elements=elements,
        problem=problem,
        board=search_board(problem, seed=1, iterations=20_000).board,
        rates=read_rates(TABLES.fetch_table("budget.toml")),
        exchange=read_exchange(TABLES.fetch_table(EXCHANGE_FILE)),
    )


def swap(inputs: EstimateInputs, chance: random.Random) -> EstimateInputs:
    """The board with strips or whole days exchanged, priced again by the schedule's own checker."""
    days = list(inputs.board.days)
    for _ in range(chance.randint(1, 6)):
        here, there = chance.randrange(len(days)), chance.randrange(len(days))
        a, b = days[here], days[there]
        if here == there or chance.random() < 0.4 or not (a.scenes and b.scenes):
            days[here], days[there] = _at(a, b.scenes), _at(b, a.scenes)
            continue
        mine, theirs = chance.choice(a.scenes), chance.choice(b.scenes)
        days[here] = _at(a, tuple(theirs if s == mine else s for s in a.scenes))
        days[there] = _at(b, tuple(mine if s == theirs else s for s in b.scenes))
    regrouped = tuple(_grouped(day, inputs.problem) for day in days)
    board = replace(inputs.board, days=regrouped, drops=None)
    shares = price_board(inputs.problem, board)
    cost = Money(minor=sum(share.amount.minor for share in shares))
    return replace(inputs, board=replace(board, shares=shares, cost=cost))


def _grouped(day: ShootDay, problem: Problem) -> ShootDay:
    """The day with the scenes of each location together, as a lawful board has them."""
    places = {need.scene: need.location for need in problem.scenes}
    order = list(dict.fromkeys(places[scene] for scene in day.scenes))
    return _at(day, tuple(sorted(day.scenes, key=lambda scene: order.index(places[scene]))))


def _at(day: ShootDay, scenes: tuple[Any, ...]) -> ShootDay:
    return replace(day, scenes=scenes)


def count_wrong_sums(budget: Budget, board: Board) -> int:
    """Levels at which the budget's own JSON does not add up, to the cent."""
    data = json.loads(canonical_json(budget))
    wrong, bearing = 0, 0
    blocks: dict[str, int] = {}
    for account in data["accounts"]:
        account_sum = 0
        for line in account["lines"]:
            exact = (
                Decimal(str(line["amount"]))
                * line["multiplier"]
                * line["rate"]["minor"]
                * Decimal(str(line["fx"]))
            )
            minor = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
            wrong += minor != line["total"]["minor"]
            account_sum += minor
        blocks[account["section"]] = blocks.get(account["section"], 0) + account_sum
        if account["code"] not in data["contingency_excludes"]:
            bearing += account_sum
    percent = Decimal(str(data["contingency_percent"]))
    contingency = int((bearing * percent / 100).quantize(Decimal(1), ROUND_HALF_UP))
    wrong += contingency != data["contingency"]["minor"]
    wrong += sum(blocks.values()) + contingency != data["grand_total"]["minor"]
    wrong += _wrong_on_paper(budget, blocks, contingency)
    for share in board.shares:
        priced: int = sum(
            line["total"]["minor"]
            for account in data["accounts"]
            for line in account["lines"]
            if line["share"] == share.key
        )
        wrong += share.key != "crew" and priced != share.amount.minor
    return int(wrong)


def _wrong_on_paper(budget: Budget, blocks: dict[str, int], contingency: int) -> int:
    """Figures of the printed top sheet that are not those sums."""
    printed = {
        row.cells[1]: int(row.cells[2].replace(",", "").replace(".", ""))
        for row in top_sheet(budget).rows
        if row.style == "total"
    }
    titles = {
        "above-the-line": "Above the Line",
        "production": "Production",
        "post-production": "Post-Production",
        "other": "Other",
    }
    wrong = sum(printed[f"Total {titles[key]}"] != minor for key, minor in blocks.items())
    return wrong + (printed["GRAND TOTAL"] != sum(blocks.values()) + contingency)


def measure_swaps(swaps: int) -> list[tuple[str, str, str]]:
    """Random swaps of the board, each priced into a top sheet, every level summed again."""
    inputs, chance = gather(), random.Random(1)
    price(inputs)
    spent, wrong, differ = [], 0, 0
    for _ in range(swaps):
        swapped = swap(inputs, chance)
        began = time.perf_counter()
        budget = price(swapped)
        top_sheet(budget)
        spent.append(time.perf_counter() - began)
        wrong += count_wrong_sums(budget, swapped.board)
        differ += budget.grand_total != price(inputs).grand_total
    days, scenes = len(inputs.board.days), len(inputs.problem.scenes)
    lines = sum(1 for _ in price(inputs).lines)
    return [
        (
            f"board swap to new top sheet: {scenes} scenes, {days} days, {lines} lines",
            f"median {1000 * sorted(spent)[swaps // 2]:.0f}, worst {1000 * max(spent):.0f} ms",
            "< 1 s",
        ),
        (f"  levels that do not add up, {swaps} swaps", f"{wrong}", "0"),
        ("  swaps that changed the grand total", f"{differ}", "printed"),
    ]


def measure_workbook() -> list[tuple[str, str, str]]:
    """The workbook recalculated by LibreOffice against our totals."""
    import openpyxl

    budget = price(gather())
    began = time.perf_counter()
    made = FORMAT.write(BudgetBook(title="Bench", status="", budget=budget))
    spent = time.perf_counter() - began
    rows = [("workbook with live formulas written", f"{spent:.2f} s", "< 2 s")]
    office = shutil.which("soffice")
    if office is None:
        return [*rows, ("  recalculated by LibreOffice", "not installed", "every cent")]
    with tempfile.TemporaryDirectory() as folder:
        bare, out = Path(folder) / "bare.xlsx", Path(folder) / "out"
        openpyxl.load_workbook(BytesIO(made)).save(bare)
        command = [office, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)]
        environment = {"HOME": folder, "PATH": "/usr/bin:/bin"}
        subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)
        again = openpyxl.load_workbook(out / "bare.xlsx", data_only=True)
    detail, top = again["Detail"], again["Top Sheet"]
    found = [
        round(100 * detail.cell(row, 9).value)
        for row in range(6, detail.max_row + 1)
        if detail.cell(row, 13).value is not None
    ]
    wanted = [line.total.minor for line in budget.lines]
    wrong = sum(a != b for a, b in zip(found, wanted, strict=True))
    figures = {row[1].value: row[2].value for row in top.iter_rows(min_row=6)}
    gap = round(100 * figures["GRAND TOTAL"]) - budget.grand_total.minor
    return [
        *rows,
        (f"  recalculated by LibreOffice: lines that differ of {len(wanted)}", f"{wrong}", "0"),
        ("  recalculated by LibreOffice: grand total, cents apart", f"{gap}", "0"),
    ]


def rows(swaps: int = 200) -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    return [*measure_swaps(swaps), *measure_workbook()]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--swaps", type=int, default=200)
    for what, measured, bar in rows(parser.parse_args().swaps):
        print(f"{what:<68} {measured:>28}   {bar}")
