from dataclasses import replace

from tests.film.schedule.reports.builder import read_script

from secondunit.adapters.tables import PackagedTables
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.solve import STAGE, SolveInputs
from secondunit.film.schedule.table import read_table

TABLE = read_table(PackagedTables().fetch_table("schedule.toml"))


def _inputs() -> SolveInputs:
    script = read_script()
    elements = tuple(
        Element(scene=scene.id, category=Category.CAST, name="OREN") for scene in script.scenes
    )
    return SolveInputs(screenplay=script, elements=elements, table=TABLE, orders_a_scene=200)


def test_one_board_is_proposed_with_its_bound_and_seed_as_evidence() -> None:
    proposal = STAGE.propose(_inputs(), ())
    assert STAGE.plan(_inputs()) == ()
    (item,) = proposal.items
    assert item.label.startswith("Board · ")
    assert "seed 1" in item.evidence[0].rule
    assert item.fact.lower_bound <= item.fact.cost
    assert [finding for finding in proposal.findings if finding.severity == "error"] == []


def test_a_scene_that_nobody_can_shoot_is_named_with_the_person_and_the_dates() -> None:
    dates = tuple(f"2027-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29))
    start = replace(TABLE.calendar, start="2027-01-04", weeks=3)
    inputs = replace(
        _inputs(), table=replace(TABLE, calendar=start), unavailable=(("OREN", dates),)
    )
    proposal = STAGE.propose(inputs, ())
    assert len(proposal.items[0].fact.boneyard) >= 1
    named = [f for f in proposal.findings if f.rule == "schedule.no-lawful-day"]
    assert "OREN is away 2027-01-01 to 2027-01-28" in named[0].message
    assert named[0].where == "scene 1"


def test_a_minor_outside_at_night_is_left_out_with_what_can_be_done() -> None:
    inputs = _inputs()
    night = inputs.screenplay.scenes[1].id
    mina = Element(scene=night, category=Category.CAST, name="MINA", minor=True)
    barred = replace(TABLE, rules=replace(TABLE.rules, minors_at_night=False))
    elements = (*inputs.elements, mina)
    proposal = STAGE.propose(replace(inputs, elements=elements, table=barred), ())
    (named,) = [f for f in proposal.findings if f.rule == "schedule.no-lawful-day"]
    assert named.message == "plays outside at night, and MINA may not work at night"
    assert "dusk" in named.remedy
    assert proposal.items[0].fact.boneyard == (night,)


def test_a_calendar_that_is_too_short_is_named_and_the_rest_is_scheduled() -> None:
    calendar = replace(TABLE.calendar, weeks=1, work_days=(1,))
    rules = replace(TABLE.rules, locations_per_day=1)
    inputs = replace(_inputs(), table=replace(TABLE, calendar=calendar, rules=rules))
    proposal = STAGE.propose(inputs, ())
    named = [f for f in proposal.findings if f.rule == "schedule.no-lawful-day"]
    assert len(named) == 2
    assert named[0].message == "found no free day in the week from 2027-01-11"
    assert len(proposal.items[0].fact.days) == 1
