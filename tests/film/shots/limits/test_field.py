from tests.film.shots.builder import TALKERS, make_shot

from secondunit.core.finding import Severity
from secondunit.film.shots.limits.field import doubtful, impossible

SHOT = make_shot("7C", (2.0, 1.5, 2.0), ("ADA",), marks=TALKERS)


def test_a_finding_names_its_shot_and_field_and_what_to_do() -> None:
    found = impossible(SHOT, "lens.focal_mm", "sees nothing", "Give one.")
    assert (found.where, found.rule) == ("shot 7C, lens.focal_mm", "shots.lens")
    assert (found.severity, found.remedy) == (Severity.ERROR, "Give one.")


def test_what_can_be_made_but_hardly_meant_only_warns() -> None:
    assert doubtful(SHOT, "duration", "is short", "Wait.").severity is Severity.WARNING
