"""A script through the breakdown to the scheduler's problem, as a production sets it up."""

from __future__ import annotations

from pathlib import Path

from secondunit.adapters.formats import fdx, fountain
from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.tagger import answer_tokens
from secondunit.core.money import FREE
from secondunit.core.stage import Answer
from secondunit.film.breakdown.model import Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tag import TagInputs
from secondunit.film.breakdown.word_files import read_lexicon
from secondunit.film.schedule.model import Problem, ScheduleTable
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.rules.packs import FILE as PACKS
from secondunit.film.schedule.rules.packs import choose_packs, read_packs
from secondunit.film.schedule.rules.shoot import FILE as SHOOT
from secondunit.film.schedule.rules.shoot import Shoot, read_shoot
from secondunit.film.schedule.rules.terms import WorkPack
from secondunit.film.schedule.under_terms import under_terms
from secondunit.film.screenplay.model import Screenplay

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
WORKED = ROOT / "examples" / "right-ear-home.fountain"
TABLES = PackagedTables()


def read_script(path: Path) -> tuple[Screenplay, tuple[Element, ...]]:
    """A script and its breakdown.

    Raises:
        SystemExit: The script cannot be read.
    """
    reader = fdx.FORMAT if path.suffix == ".fdx" else fountain.FORMAT
    screenplay = reader.read(path.read_bytes(), path.name).screenplay
    if screenplay is None:
        raise SystemExit(f"{path} cannot be read")
    inputs = TagInputs(screenplay=screenplay, lexicon=read_lexicon("en", TABLES.fetch_table))
    answers = [
        Answer(
            ask=ask.digest,
            body=answer_tokens(ask.body),
            media=(),
            provider="tagger",
            version="",
            cost=FREE,
            milliseconds=0,
        )
        for ask in TAG.plan(inputs)
    ]
    return screenplay, tuple(item.fact for item in TAG.propose(inputs, answers).items)


def read_problem(path: Path, table: ScheduleTable, *, clock: bool = False) -> Problem:
    """The problem of a script, by the clock and the work rules that ship or without any.

    Raises:
        SystemExit: The script cannot be read.
    """
    screenplay, elements = read_script(path)
    if not clock:
        return propose_problem(screenplay, elements, table)[0]
    shoot, packs = shoot_and_packs()
    return propose_problem(screenplay, elements, table, (), shoot, packs)[0]


def by_the_clock(problem: Problem) -> Problem:
    """The problem under the clock and the work rules that ship."""
    return under_terms(problem, *shoot_and_packs())[0]


def shoot_and_packs() -> tuple[Shoot, tuple[WorkPack, ...]]:
    shoot = read_shoot(TABLES.fetch_table(SHOOT))
    return shoot, choose_packs(read_packs(TABLES.fetch_table(PACKS)), shoot.rules, file=SHOOT)
