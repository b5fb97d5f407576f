from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.builder import make_office, make_view
from tests.pipeline.stand_ins import SIGN_OFF, open_production, run_through, sign

from secondunit.core.errors import NotFound
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.tagged import read_tags
from secondunit.film.schedule.exchange.adopt import adopt_elements
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.exchange import (
    categories,
    import_elements,
    production_plan,
    tagged_script,
)
from secondunit.pipeline.queries import View

ANA = Signature(by="Ana Ruiz", role="1st-ad", reason="plan.uss: Kim's breakdown")


def test_a_plan_has_every_scene_and_the_board(production: View) -> None:
    plan = production_plan(production)
    assert [sheet.scene for sheet in plan.sheets] == ["1", "2"]
    strips = [key for each in plan.boards[0].strips for day in each.days for key in day]
    assert sorted(strips) == sorted(sheet.key for sheet in plan.sheets)


def test_what_was_rejected_is_in_no_file(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "reject", "breakdown.tag", matching="lantern")
    assert "lantern" not in {each.name for each in production_plan(view).elements}
    script = tagged_script(view).screenplay
    tagged = {each.element.name for each in read_tags(script, categories(view))}
    assert "lantern" not in tagged
    assert "MINA" in tagged


def test_tags_quote_the_words_and_implied_needs_are_named_as_lost(production: View) -> None:
    tagged = tagged_script(production)
    found = read_tags(tagged.screenplay, categories(production))
    lanterns = [each.span for each in found if each.element.name == "lantern"]
    assert [span.quote for span in lanterns if span] == ["lantern"]
    assert [finding.rule for finding in tagged.losses] == ["breakdown.no-words-to-tag"]


def test_our_own_plan_brings_nothing_new(folder: Path) -> None:
    view = open_production(folder)
    script, table = view.screenplay(), categories(view)
    adopted = adopt_elements(production_plan(view), script, table)
    imported = import_elements(view, SIGN_OFF, adopted.elements, ANA)
    assert (imported.facts, imported.there) == ((), len(adopted.elements))


def test_what_another_program_knows_is_added_in_the_name_of_who_imports_it(folder: Path) -> None:
    view = open_production(folder)
    script, table = view.screenplay(), categories(view)
    lamp = adopt_elements(production_plan(view), script, table).elements[0]
    whistle = replace(lamp, category=Category.PROPS, name="whistle")
    imported = import_elements(view, SIGN_OFF, (lamp, whistle), ANA)
    assert [fact.by for fact in imported.facts] == ["Ana Ruiz"]
    fresh = open_production(folder)
    run_through(fresh, folder, "breakdown")
    assert whistle in fresh.values("breakdown.tag")


def test_a_production_without_a_breakdown_has_nothing_to_hand_out(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no breakdown yet"):
        production_plan(make_view(make_office(tmp_path)))
