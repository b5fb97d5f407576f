from tests.film.breakdown.test_tag import inputs, tag

from secondunit.film.breakdown.report import Breakdown, cast_sheet, element_list, scene_breakdown

TEXT = b"""INT. KITCHEN - DAY #4#

Two lanterns. A dog.

MINA
No.

EXT. YARD - NIGHT #5#

A lantern. Mina waits.
"""


def _breakdown() -> Breakdown:
    return Breakdown(
        screenplay=inputs(TEXT).screenplay,
        elements=tuple(item.fact for item in tag(TEXT)),
        production="Toast",
        status="PROPOSED",
    )


def test_the_element_list_says_in_which_scenes_and_how_many_at_most() -> None:
    rows = {row.cells[0]: row.cells for row in element_list(_breakdown()).rows}
    assert rows["lantern"][1:4] == ("2", "2", "4, 5")
    assert rows["animal wrangler"][4] == "implied"
    assert "Props (1)" in rows


def test_the_scene_breakdown_names_the_cast_by_number() -> None:
    rows = [row.cells for row in scene_breakdown(_breakdown()).rows]
    assert ("Cast", "1. MINA") in rows
    assert any(cells[0].startswith("4 · INT. KITCHEN - DAY · ") for cells in rows)


def test_the_cast_list_counts_scenes_and_pages() -> None:
    (row,) = cast_sheet(_breakdown()).rows
    assert row.cells[:3] == ("1", "MINA", "2")
    assert row.cells[5] == "4, 5"
