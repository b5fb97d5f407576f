from pathlib import Path

from tests.pipeline.stand_ins import SCRIPT, open_production, read, run_through, sign

from secondunit.film.breakdown.memory import EMPTY
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.remember import breakdown_memory
from secondunit.pipeline.revise import revise
from secondunit.pipeline.stale import stale_stages

TWO_LANTERNS = SCRIPT + b"\nINT. ATTIC - NIGHT\n\nMina hangs up a lantern.\n"


def names(view: View, scene: str) -> set[str]:
    numbers = {each.id: each.number for each in view.screenplay().shot_scenes}
    return {
        row.value.name
        for row in view.standing("breakdown.tag")
        if row.value is not None and numbers.get(row.value.scene) == scene
    }


def test_a_production_in_which_nobody_has_spoken_remembers_nothing(production: View) -> None:
    assert breakdown_memory(production) is EMPTY


def test_an_acceptance_leaves_the_breakdown_up_to_date(production: View) -> None:
    sign(production, "accept", "breakdown.tag", matching="lantern")
    assert "breakdown.tag" not in stale_stages(production)


def test_a_name_given_before_a_revision_is_proposed_in_its_new_scenes(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "amend", "breakdown.tag", matching="lantern", name="oil lamp")
    revise(view, *read(TWO_LANTERNS, "blue.fountain"), "Lea Roy")
    fresh = open_production(folder)
    run_through(fresh, folder, "breakdown")
    assert "oil lamp" in names(fresh, "3")
    assert "lantern" not in names(fresh, "3")


def test_a_rejection_outlives_a_revision(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "reject", "breakdown.tag", matching="lantern")
    revise(view, *read(TWO_LANTERNS, "blue.fountain"), "Lea Roy")
    fresh = open_production(folder)
    run_through(fresh, folder, "breakdown")
    assert "lantern" not in names(fresh, "3")
    assert [f.where for f in fresh.findings("breakdown.tag") if "lantern" in f.message] == [
        "scene 3"
    ]
    (row,) = [row for row in fresh.standing("breakdown.tag") if "lantern" in row.label]
    assert row.state is State.REJECTED
