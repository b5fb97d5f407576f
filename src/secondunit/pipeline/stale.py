"""Which stages were made from inputs that have been superseded since."""

from __future__ import annotations

from secondunit.core.errors import NotFound
from secondunit.core.ids import digest
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.queries import View


def stale_stages(view: View) -> tuple[str, ...]:
    """Keys of the stages that the next run would do again, in the order of the work.

    A stage that never ran is not stale; one whose inputs cannot be gathered any more is.
    """
    found = []
    for entry in CATALOGUE:
        stored = view.stored(entry.stage.key)
        if stored is None:
            continue
        try:
            wanted = digest([entry.stage.version, entry.gather(view)])
        except NotFound:
            found.append(entry.stage.key)
            continue
        if (stored.version, stored.inputs) != (entry.stage.version, wanted):
            found.append(entry.stage.key)
    return tuple(found)
