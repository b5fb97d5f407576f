"""The compiler's decorator, typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile on the first call, and keep the machine code for the next process.

    The kept code is renewed when the function's own file changes, not when a compiled function
    of another file does: for that there is ``compiled_over``.
    """
    return cast(F, njit(cache=True)(function))


def lean(function: F) -> F:
    """As ``compiled``, for a function that makes no array, set or list.

    Nothing is counted in or out then: in short functions that counting takes most of the time.
    """
    return cast(F, njit(cache=True, _nrt=False)(function))


def inlined(function: F) -> F:
    """Compile into each function that calls it: for a line that only names a cell."""
    return cast(F, njit(inline="always")(function))


def lean_over(*parts: Callable[..., object]) -> Callable[[F], F]:
    """As ``lean``, for a function that calls compiled functions of other files.

    Threads that call it run side by side.

    Its kept code is renewed when one of those files changes too.

    Args:
        parts: One function of each of those files.
    """

    def decorate(function: F) -> F:
        dispatcher: Any = njit(cache=True, nogil=True, _nrt=False)(function)
        kept = dispatcher._cache._cache_file
        others = [part._cache._cache_file._source_stamp for part in cast(Any, parts)]
        kept._source_stamp = (kept._source_stamp, *others)
        return cast(F, dispatcher)

    return decorate
