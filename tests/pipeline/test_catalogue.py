from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import SCRIPT, SIGN_OFF, open_production, read

from secondunit.core.errors import NotFound
from secondunit.core.ids import canonical_json, read_json
from secondunit.film.shots.model import PanelRequest
from secondunit.pipeline.catalogue import (
    CATALOGUE,
    SHAPES,
    entry_of,
    schedule_problem,
    schedule_table,
    stage_plan,
)
from secondunit.pipeline.draft import add_draft
from secondunit.pipeline.queries import View

KEYS = [entry.stage.key for entry in CATALOGUE]


def _needs(view: View, key: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The stages whose proposals are looked at when this one gathers its inputs."""
    looked: set[str] = set()
    kept = View.standing

    def standing(self: View, stage: str) -> object:
        looked.add(stage)
        return kept(self, stage)

    with monkeypatch.context() as patch:
        patch.setattr(View, "standing", standing)
        entry_of(key).gather(view)
    return looked


def test_keys_are_unique_and_every_stage_has_the_shape_of_its_facts() -> None:
    assert len(set(KEYS)) == len(KEYS)
    assert list(SHAPES) == KEYS


def test_a_stage_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(NotFound, match=r"no stage catering\.menu") as caught:
        entry_of("catering.menu")
    assert all(key in caught.value.remedy for key in KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_stage_reads_only_stages_that_come_before_it(
    production: View, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(KEYS[: KEYS.index(key)])
    assert _needs(production, key, monkeypatch) <= before


@pytest.mark.parametrize("key", KEYS)
def test_every_fact_of_a_stage_survives_being_written_and_read(production: View, key: str) -> None:
    values = production.values(key)
    assert values
    for value in values:
        assert read_json(canonical_json(value), SHAPES[key]) == value


@pytest.mark.parametrize("key", [*KEYS[:7], "generation.order", "localisation.spot"])
def test_a_stage_of_a_production_without_a_script_says_to_bring_one(
    tmp_path: Path, key: str
) -> None:
    with pytest.raises(NotFound) as caught:
        entry_of(key).gather(open_production(tmp_path))
    assert "secondunit produce" in caught.value.remedy


def test_every_stage_that_people_sign_is_in_the_catalogue() -> None:
    assert set(SIGN_OFF.stages) <= set(KEYS)


def test_the_schedule_begins_on_the_first_shooting_date_of_the_production(tmp_path: Path) -> None:
    view = open_production(tmp_path)
    add_draft(view, *read(SCRIPT), by="Lea Roy")
    settings = replace(view.office.settings, start_date="2027-03-01")
    view = View(office=replace(view.office, settings=settings), shapes=SHAPES)
    assert schedule_table(view).calendar.start == "2027-03-01"
    assert schedule_problem(view).calendar.start == "2027-03-01"


def test_the_board_is_made_of_the_scenes_and_people_that_stand(production: View) -> None:
    problem = schedule_problem(production)
    assert [need.number for need in problem.scenes] == ["1", "2"]
    assert {person.name: person.minor for person in problem.people} == {"MINA": True, "DES": False}


def test_panels_and_takes_are_of_the_same_sets_and_figures(production: View) -> None:
    plan = stage_plan(production)
    (kitchen, yard) = (scene.id for scene in production.screenplay().scenes)
    assert plan.set_of[kitchen] != plan.set_of[yard]
    specs: list[PanelRequest] = [order.spec for order in production.values("generation.order")]
    assert {spec.set.name for spec in specs} == {each.name for each in plan.sets}
