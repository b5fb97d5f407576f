from __future__ import annotations

from tests.film.budget.incentives.conftest import a_budget, a_line

from secondunit.film.budget.incentives.program import Programs
from secondunit.film.budget.incentives.qualify import Amounts, qualify_lines
from secondunit.film.budget.model import Section


def test_every_line_is_accounted_for_with_a_reason_where_it_falls_out(
    programs: Programs,
) -> None:
    program = programs.program("uk-avec")
    budget = a_budget(
        ("story", Section.ABOVE_THE_LINE, (a_line(10),)),
        ("camera", Section.PRODUCTION, (a_line(20), a_line(30, place="abroad"))),
    )
    found = qualify_lines(budget, program, Amounts(program=program, currency="GBP", exchange=None))
    assert [(line.core.minor, line.qualifying.minor, line.reason) for line in found] == [
        (0, 0, "not core spend: development, distribution or financing"),
        (20_00, 20_00, ""),
        (30_00, 0, "spent elsewhere"),
    ]
    assert sum(line.total.minor for line in found) == budget.grand_total.minor
