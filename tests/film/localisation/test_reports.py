from tests.film.localisation.test_spot import listed

from secondunit.film.localisation.reports import dialogue_sheet


def test_each_speech_is_a_row_with_its_timecodes_from_the_first_hour() -> None:
    sheet = dialogue_sheet(listed(), production="Toast", status="PROPOSED")
    assert sheet.rows[0].cells[:3] == ("1", "01:00:02:00", sheet.rows[1].cells[1])
    assert sheet.rows[1].cells[4] == "MINA"
    assert sheet.rows[1].cells[6] == "VO/OS"
