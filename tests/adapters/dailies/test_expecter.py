import numpy as np
from benchmarks.boards import requests

from secondunit.adapters.dailies.expecter import ShotExpecter
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.scoring.expected import SET, ExpectRequest
from secondunit.film.shots.panel import is_still


def test_an_expectation_says_whose_each_pixel_is_in_what_and_how_it_moves() -> None:
    panels = requests(width=240, height=135)
    panel = next(each for each in panels if not is_still(each) and len(each.figures) > 1)
    labels = tuple(f"figure-{place:02d}" for place in range(len(panel.figures)))
    asked = ShotExpecter().expect(
        ExpectRequest(
            panel=panel,
            duration=Frames(24),
            rate=Rate(numerator=24),
            labels=labels,
            frames=(4, 20),
        )
    )
    assert asked.moves
    assert [frame.ahead for frame in asked.frames] == [6, 3]
    first = asked.frames[0]
    owners = np.array([part.owner for part in asked.parts])
    assert (owners[first.part] == first.owner).all()
    assert {part.region for part in asked.parts} >= {"torso", "skin"}
    assert (first.owner == SET).any()
    assert float(np.abs(first.flow).max()) > 0.1
    for person in first.people:
        assert person.height > 0
        assert person.places.shape == (18, 2)
