from tests.film.shots.builder import list_shots, make_script

from secondunit.film.shots.reports import COLUMNS, shot_list_sheet

SHEET = shot_list_sheet(make_script(), list_shots(), status="PROPOSED", subtitle="Draft 1")


def test_every_shot_is_a_row_under_the_banner_of_its_scene() -> None:
    rows = [row for row in SHEET.rows if not row.style]
    banners = [row for row in SHEET.rows if row.style == "banner"]
    assert [row.cells[0] for row in rows] == [shot.number for shot in list_shots()]
    assert len(banners) == 2
    assert "EXT. PIER - DAY" in banners[0].cells[0]
    assert all(len(row.cells) == len(COLUMNS) for row in rows)


def test_the_total_is_the_sum_of_the_shots() -> None:
    seconds = round(sum(shot.duration for shot in list_shots()) / 24)
    assert SHEET.rows[-1].style == "total"
    assert SHEET.rows[-1].cells[-1] == f"{seconds // 60}:{seconds % 60:02d}"


def test_a_line_of_dialogue_is_quoted_with_its_speaker() -> None:
    assert any(
        "ADA: “" in row.cells[7] or "BRAM: “" in row.cells[7]
        for row in SHEET.rows[1:-1]
        if len(row.cells) > 7
    )
