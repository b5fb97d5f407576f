import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.film.schedule.decoder.compiled import compiled


def mixed(state: int, count: int) -> int:
    """Sum of remainders: loops, branches and whole numbers, as the search has them."""
    found = 0
    for index in range(1, count):
        if state % index > index // 2:
            found += state % index
        else:
            found -= index
    return found


COMPILED = compiled(mixed)


@settings(deadline=None)
@given(st.integers(0, 2**40), st.integers(0, 60))
def test_compiled_code_gives_what_the_function_gives(state: int, count: int) -> None:
    assert COMPILED(state, count) == mixed(state, count)


def test_the_words_of_a_function_stay_with_it() -> None:
    assert COMPILED.__name__ == "mixed"
    assert COMPILED.__doc__ == mixed.__doc__


def test_what_is_wrong_in_the_call_is_an_error_and_no_other_result() -> None:
    with pytest.raises(TypeError):
        COMPILED(1)  # type: ignore[call-arg]  # that is the point
