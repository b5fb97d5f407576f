from dataclasses import replace

from tests.film.call_sheet.builder import SHIPPED, make_inputs, make_sheet

from secondunit.film.call_sheet.build import check_particulars
from secondunit.film.call_sheet.particulars import read_particulars
from secondunit.film.call_sheet.prepare import prepared_text


def test_the_file_has_a_table_for_each_location_and_performer_of_the_board() -> None:
    inputs = make_inputs(SHIPPED)
    found = read_particulars(prepared_text(SHIPPED, inputs))
    assert list(found.locations) == ["KITCHEN", "YARD", "CAUSEWAY"]
    assert list(found.people) == ["OREN", "MINA"]
    assert check_particulars(replace(inputs, particulars=found)) == ()


def test_before_anything_is_filled_in_the_sheet_is_the_same() -> None:
    inputs = make_inputs(SHIPPED)
    found = read_particulars(prepared_text(SHIPPED, inputs))
    assert make_sheet(1, replace(inputs, particulars=found)) == make_sheet(1, inputs)


def test_a_name_with_quotes_is_still_a_name() -> None:
    inputs = make_inputs(SHIPPED)
    people = tuple(
        replace(person, name='JIM "BIG\\" ÉCLAIR', minor=True)
        for person in inputs.schedule.problem.people[:1]
    )
    problem = replace(inputs.schedule.problem, people=people)
    inputs = replace(inputs, schedule=replace(inputs.schedule, problem=problem))
    found = read_particulars(prepared_text(SHIPPED, inputs))
    assert list(found.people) == ['JIM "BIG\\" ÉCLAIR']
