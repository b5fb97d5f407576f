"""The compiler's decorator, typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

from secondunit.film.schedule.decoder import arrays

F = TypeVar("F", bound=Callable[..., object])

_LAYOUT = tuple(cell for _, cell in sorted(vars(arrays).items()) if isinstance(cell, int))
"""Where cells are: compiled in wherever they are named, so kept code is worth nothing once one of
them moves."""


def _kept_for_layout(dispatcher: Any) -> Any:
    kept = dispatcher._cache._cache_file
    kept._source_stamp = (kept._source_stamp, *_LAYOUT)
    return dispatcher


def compiled(function: F) -> F:
    """Compile on the first call, and keep the machine code for the next process.

    The kept code is renewed when the function's own file changes, not when a compiled function
    of another file does: for that there is ``compiled_over``.
    """
    return cast(F, _kept_for_layout(njit(cache=True)(function)))


def lean(function: F) -> F:
    """As ``compiled``, for a function that makes no array, set or list.

    Nothing is counted in or out then: in short functions that counting takes most of the time.
    """
    return cast(F, _kept_for_layout(njit(cache=True, _nrt=False)(function)))


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
        dispatcher = _kept_for_layout(njit(cache=True, nogil=True, _nrt=False)(function))
        kept = dispatcher._cache._cache_file
        others = [part._cache._cache_file._source_stamp for part in cast(Any, parts)]
        kept._source_stamp = (kept._source_stamp, *others)
        return cast(F, dispatcher)

    return decorate
