"""The second reader of the breakdown, where the production names one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.finding import Finding
from secondunit.core.money import Paid, paid
from secondunit.core.proposal import Item
from secondunit.film.breakdown.assist.merge import Lane, is_of_model, lane_of
from secondunit.film.breakdown.assist.report import FAMILY
from secondunit.film.breakdown.assist.stage import AssistedInputs, SecondReader
from secondunit.film.breakdown.assist.table import FILE, read_assist
from secondunit.film.breakdown.model import Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tag import TagInputs
from secondunit.pipeline.queries import Standing, State, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the second reader has come to so far.

    Args:
        model: The text model named now, or "".
        lanes: How many elements stand in each lane.
        own: Elements that only a model found, as people see them.
        cost: Paid for the breakdown in all runs.
        findings: What agreed, what was refused and why, what was not answered.
    """

    model: str
    lanes: Mapping[Lane, int]
    own: tuple[Standing, ...]
    cost: Paid
    findings: tuple[Finding, ...]


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


def heard(view: View) -> Heard:
    """What the second reader has come to so far.

    Raises:
        NotFound: There is no breakdown yet.
        InputError: The data file cannot be read.
    """
    proposal = view.proposal(TAG.key)
    if proposal is None:
        raise NotFound("there is no breakdown yet", remedy="Run secondunit produce first.")
    belief = read_assist(view.table(FILE)).belief
    lanes = Counter(lane_of(item, belief) for item in proposal.items)
    runs = (run for run in view.office.records.runs() if run.stage == TAG.key)
    return Heard(
        model="" if view.office.assistant is None else view.office.assistant.key,
        lanes={lane: lanes[lane] for lane in Lane},
        own=tuple(
            row
            for row in view.standing(TAG.key)
            if row.proposed is not None and is_of_model(row.proposed)
        ),
        cost=paid(run.cost for run in runs),
        findings=tuple(each for each in proposal.findings if each.rule.startswith(FAMILY)),
    )


def _accepted(view: View) -> Iterator[Item[Element]]:
    for row in view.standing(TAG.key):
        item = row.proposed if row.state in KEPT and row.value is not None else None
        if item is not None and is_of_model(item):
            yield item
