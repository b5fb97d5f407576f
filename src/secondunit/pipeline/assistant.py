"""The second reader of the breakdown, where the production names one."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.core.proposal import Item
from secondunit.film.breakdown.assist.merge import is_of_model
from secondunit.film.breakdown.assist.stage import AssistedInputs, SecondReader
from secondunit.film.breakdown.assist.table import FILE, read_assist
from secondunit.film.breakdown.model import Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tag import TagInputs
from secondunit.pipeline.queries import State, View

KEPT = frozenset({State.ACCEPTED, State.AMENDED, State.STALE})
"""States in which a person wants an item, or wanted it before its words changed."""


def with_second_reader(view: View, tag: TagInputs) -> TagInputs | AssistedInputs:
    """The breakdown's inputs; the very same where no model is named and none was ever believed.

    Raises:
        InputError: The data file cannot be read.
    """
    office = view.office
    accepted = tuple(_accepted(view)) if office.records.facts(TAG.key) else ()
    reader = None
    if office.assistant is not None:
        reader = SecondReader(
            model=office.assistant,
            table=read_assist(view.table(FILE)),
            policy=office.settings.policy,
        )
    if reader is None and not accepted:
        return tag
    return AssistedInputs(tag=tag, reader=reader, accepted=accepted)


def _accepted(view: View) -> Iterator[Item[Element]]:
    for row in view.standing(TAG.key):
        item = row.proposed if row.state in KEPT and row.value is not None else None
        if item is not None and is_of_model(item):
            yield item
