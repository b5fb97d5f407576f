"""The compiler's decorator, typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile on the first call, and keep the machine code for the next process.

    The kept code is renewed when the function's own file changes, not when a compiled function
    of another file does: compiled functions that call each other stand in one file.
    """
    return cast(F, njit(cache=True)(function))
