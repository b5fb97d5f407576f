"""A three-scene schedule, small enough to be judged by eye."""

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.reports.schedule import Schedule
from secondunit.film.schedule.search.find import search_board
from secondunit.film.schedule.table import read_table
from secondunit.film.screenplay.model import LineKind, Screenplay

SCRIPT = b"""INT. KITCHEN - DAY #1#

= Oren does not hear the telephone.

A black telephone rings. Oren butters toast.

OREN
Two sugars.

EXT. YARD - NIGHT #2#

Rain. Mina stands on the wall, and nobody in the world knows how long she has been standing there.

MINA
Left ear out.

EXT. CAUSEWAY - DAWN #3#

OREN
Right ear home.
"""


def make_element(scene: int, category: Category, name: str, quantity: int = 1) -> Element:
    script = read_script()
    return Element(
        scene=script.scenes[scene - 1].id, category=category, name=name, quantity=quantity
    )


def read_script() -> Screenplay:
    script = FORMAT.read(SCRIPT, "toast.fountain").screenplay
    assert script is not None
    return script


def make_schedule() -> Schedule:
    script = read_script()
    elements = tuple(
        Element(scene=scene.id, category=Category.CAST, name=line.text)
        for scene in script.scenes
        for line in scene.lines
        if line.kind is LineKind.CUE
    )
    table = read_table(PackagedTables().fetch_table("schedule.toml"))
    problem, _ = propose_problem(script, elements, table)
    board = search_board(problem, seed=1, iterations=200).board
    return Schedule(
        screenplay=script,
        problem=problem,
        board=board,
        production="Toast",
        status="PROPOSED · 3 decisions open",
    )
