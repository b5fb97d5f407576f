import numpy as np

from secondunit.film.generation.scoring.reading.compiled import compiled


@compiled
def total(values: np.ndarray) -> float:
    found = 0.0
    for value in values:
        found += value
    return found


def test_a_compiled_loop_gives_what_it_says() -> None:
    assert total(np.arange(5.0)) == 10.0
