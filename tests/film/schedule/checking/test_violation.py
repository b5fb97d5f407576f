from secondunit.film.schedule.checking.violation import Violation


def test_a_violation_names_day_and_scene() -> None:
    broken = Violation(rule="lock", message="", day=3, date="2027-01-13", scene="12A")
    assert broken.where == "day 3 (2027-01-13), scene 12A"
    assert Violation(rule="drop", message="").where == "the board"
