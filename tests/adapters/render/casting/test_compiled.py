from __future__ import annotations

import math

from secondunit.adapters.render.casting.compiled import compiled


def halved(number: float) -> float:
    return 1.0 / number


def test_compiled_code_gives_what_the_function_gives() -> None:
    assert compiled(halved)(8.0) == halved(8.0)


def test_a_division_by_nothing_is_infinite_as_in_arrays() -> None:
    assert math.isinf(compiled(halved)(0.0))
