"""Reading with Python's collector of garbage at rest.

A reader makes tens of thousands of objects and no rings among them: the collector would walk them
all again and again, with everything else the program holds, and find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """The collector rests inside, and afterwards is as it was, whatever happens."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
