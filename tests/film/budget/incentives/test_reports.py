from __future__ import annotations

from tests.film.budget.incentives.conftest import a_budget, a_line

from secondunit.film.budget.incentives.assess import Terms, assess
from secondunit.film.budget.incentives.program import Programs
from secondunit.film.budget.incentives.reports import net_cost_rows, program_sheet, programs_sheet
from secondunit.film.budget.model import Section


def test_a_program_is_reckoned_line_by_line_down_to_the_net_cost(programs: Programs) -> None:
    budget = a_budget(("camera", Section.PRODUCTION, (a_line(15_000_000),)))
    found = assess(budget, programs.program("uk-iftc"), Terms(programs=programs))
    sheet = program_sheet(budget, found)
    text = "\n".join(" | ".join(row.cells) for row in sheet.rows)
    assert "Independent film: 53 % of 12,000,000.00 |  | 6,360,000.00" in text
    assert any("gov.uk" in note for note in sheet.notes)
    *_, last = net_cost_rows(budget, found)
    assert last.cells[1] == "NET COST AFTER INCENTIVE"
    assert last.cells[2] == sheet.rows[-1].cells[3]


def test_a_program_that_is_not_met_says_so_in_its_row_and_notes(programs: Programs) -> None:
    budget = a_budget(("camera", Section.PRODUCTION, (a_line(30_000_000),)))
    found = assess(budget, programs.program("uk-iftc"), Terms(programs=programs))
    sheet = programs_sheet(budget, [found])
    assert "NOT MET" in sheet.rows[0].cells[0]
    assert any("is not met" in note for note in sheet.notes)
