from tests.film.call_sheet.builder import make_inputs, make_sheet

from secondunit.film.call_sheet.model import SourceKind
from secondunit.film.call_sheet.work import crew_calls, department_calls, scene_calls


def test_scenes_stand_in_shooting_order_with_their_strip_colours_and_total() -> None:
    sheet = make_sheet(2)
    assert [each.scene.text for each in sheet.scenes] == ["2", "3"]
    assert [each.style for each in sheet.scenes] == ["ext-night", "dawn"]
    assert sheet.total.text == "3/8"


def test_a_department_sees_what_the_breakdown_asks_of_it_and_its_call() -> None:
    inputs = make_inputs()
    day = inputs.schedule.board.days[0]
    (props,) = department_calls(inputs, day, inputs.hours(day))
    assert (props.department.text, props.call.text) == ("Props", "6:45 AM")
    (wants,) = props.scenes
    assert (wants.scene.text, wants.wants[0].text) == ("1", "telephone")
    assert wants.wants[0].source.kind is SourceKind.FACT
    assert wants.wants[0].source.ref.startswith("journal entry 7: el-")


def test_a_scene_cites_the_script_and_its_cast_the_board() -> None:
    inputs = make_inputs()
    day = inputs.schedule.board.days[0]
    (scene,) = scene_calls(inputs, day, inputs.hours(day))
    assert scene.set.source.ref == day.scenes[0]
    assert scene.cast.source.ref.startswith("board-1#day 2027-01-15")


def test_crew_is_printed_where_the_production_lists_it() -> None:
    crew = '[[crew]]\ndepartment = "Camera"\nposition = "DoP"\nname = "Kit"\ncall = -30\n'
    inputs = make_inputs(crew)
    day = inputs.schedule.board.days[0]
    (kit,) = crew_calls(inputs, day, inputs.hours(day))
    assert (kit.name.text, kit.call.text) == ("Kit", "6:30 AM")
