"""Take a person's decision: the only place that makes facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from secondunit.core.decision import Decision, Entry, Verdict
from secondunit.core.errors import InputError, NotFound, ProposalChanged
from secondunit.core.fact import Fact
from secondunit.core.ids import canonical_json
from secondunit.core.proposal import Item
from secondunit.film.review.sign_off import Matrix, require_role
from secondunit.pipeline.journal import add_entry, witness_entry
from secondunit.pipeline.queries import OPEN, Standing, State, View

SEEN_LENGTH = 8
"""Characters of an item's digest that people see and may type after an ``@``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which items a person speaks about: named ones, or all that match every filter given.

    Args:
        items: Ids, each optionally followed by ``@`` and the first characters of the digest the
            person saw, which refuses the decision if the item changed since.
        stage: Only this stage.
        scene: Only items of this scene number.
        matching: Only labels holding this text, whatever the case.
        least_confidence: Only items at least this sure.
        state: Only items in this state; open ones when None.
    """

    items: tuple[str, ...] = ()
    stage: str = ""
    scene: str = ""
    matching: str = ""
    least_confidence: float = 0.0
    state: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person says of the selected items.

    Args:
        verdict: Accept, amend, reject or add.
        by: Their name.
        role: The role in which they sign.
        reason: Required for all but accept.
        changes: For amend: new values by field of what stands, as JSON text or plain text.
        amended: For amend: the whole value as amended, instead of ``changes``.
    """

    verdict: Verdict
    by: str
    role: str
    reason: str = ""
    changes: Mapping[str, str] | None = None
    amended: Any = None


def select(view: View, matrix: Matrix, selection: Selection) -> tuple[Standing, ...]:
    """The items a selection means, in reading order.

    Raises:
        InputError: No item is named and no filter given, or the stage is not decided on.
        NotFound: A named item does not exist, or nothing matches.
        ProposalChanged: A named item is not what the person saw.
    """
    stages = _stages(matrix, selection)
    rows = [row for stage in stages for row in view.standing(stage)]
    if selection.items:
        return tuple(_named(rows, text) for text in selection.items)
    if not (selection.stage or selection.scene or selection.matching):
        raise InputError(
            "nothing says which items are meant",
            remedy="Name item ids, or give --stage, --scene or --matching.",
        )
    wanted = OPEN if selection.state is None else {selection.state}
    found = tuple(row for row in rows if row.state in wanted and _matches(view, row, selection))
    if not found:
        raise NotFound(
            "no open item matches", remedy="Run secondunit decisions to see what is open."
        )
    return found


def decide(
    view: View, matrix: Matrix, rows: Sequence[Standing], ruling: Ruling
) -> tuple[Fact, ...]:
    """Make facts of one ruling on items, all or nothing; see ``decide_each``.

    Raises:
        InputError: A name or reason is missing, or an amendment has a wrong field or value.
        RoleMayNotSign: The role does not sign one of the stages.
        NotFound: An item is gone and cannot be decided on.
        Conflict: Somebody decided at the same moment.
        StoreError: The database cannot be written.
    """
    return decide_each(view, matrix, [(row, ruling) for row in rows])


def decide_each(
    view: View, matrix: Matrix, rulings: Sequence[tuple[Standing, Ruling]]
) -> tuple[Fact, ...]:
    """Make facts of a ruling on each item, and append them to the journal, all or nothing.

    Raises:
        InputError: A name or reason is missing, or an amendment has a wrong field or value.
        RoleMayNotSign: The role does not sign one of the stages.
        NotFound: An item is gone and cannot be decided on.
        Conflict: Somebody decided at the same moment.
        StoreError: The database cannot be written.
    """
    office = view.office
    for stage, role in {(row.stage, ruling.role) for row, ruling in rulings}:
        require_role(matrix, stage, role)
    at = office.clock.now()
    decisions = [(row.label, _decision(view, row, ruling, at)) for row, ruling in rulings]
    facts: list[Fact] = []
    with office.records.transaction():
        entries = []
        for label, decision in decisions:
            entry = add_entry(office, kind="decision", by=decision.by, body=decision)
            entries.append(entry)
            facts.append(_fact(label, decision, entry))
        office.records.add_facts(facts)
    if entries:
        witness_entry(office, entries[-1])
    for stage in {row.stage for row, _ in rulings}:
        view.refresh(stage)
    return tuple(facts)


def stand_for(stage: str, item: Item[Any]) -> Standing:
    """An item that a person puts there, as a row that can be decided on with ``ADD``."""
    return Standing(
        stage=stage,
        item=item.id,
        label=item.label,
        state=State.PROPOSED,
        proposed=item,
        fact=None,
        value=item.fact,
    )


def _stages(matrix: Matrix, selection: Selection) -> tuple[str, ...]:
    if not selection.stage:
        return tuple(matrix.stages)
    found = tuple(key for key in matrix.stages if selection.stage in {key, key.partition(".")[0]})
    if not found:
        raise InputError(
            f"“{selection.stage}” is not a stage that people decide on",
            remedy=f"Use one of {', '.join(matrix.stages)}.",
        )
    return found


def _named(rows: Sequence[Standing], text: str) -> Standing:
    name, _, seen = text.partition("@")
    for row in rows:
        if row.item == name:
            if seen and (row.proposed is None or not row.proposed.digest.startswith(seen)):
                raise ProposalChanged(
                    f"{name} is not what you saw any more",
                    remedy=f"Look at it again: secondunit decisions --item {name}",
                )
            return row
    raise NotFound(f"there is no item {name}", remedy="Run secondunit decisions for the ids.")


def _matches(view: View, row: Standing, selection: Selection) -> bool:
    if selection.matching.casefold() not in row.label.casefold():
        return False
    if selection.least_confidence and (
        row.proposed is None or (row.proposed.confidence or 0.0) < selection.least_confidence
    ):
        return False
    if selection.scene:
        scene_id = getattr(row.value, "scene", None)
        scene = None if scene_id is None else view.screenplay().scene(scene_id)
        return scene is not None and scene.number == selection.scene
    return True


def _decision(view: View, row: Standing, ruling: Ruling, at: str) -> Decision:
    if row.proposed is None:
        raise NotFound(
            f"{row.item} is no longer proposed",
            remedy="Its decision stays on record; there is nothing left to decide.",
        )
    amended = ""
    if ruling.verdict is Verdict.AMEND and ruling.amended is not None:
        amended = canonical_json(ruling.amended).decode()
    elif ruling.verdict is Verdict.AMEND:
        stands = row.proposed.fact if row.value is None else row.value
        amended = canonical_json(
            _amend(stands, ruling.changes or {}, view.shapes[row.stage])
        ).decode()
    return Decision(
        item=row.item,
        stage=row.stage,
        item_digest=row.proposed.digest,
        verdict=ruling.verdict,
        by=ruling.by,
        role=ruling.role,
        at=at,
        reason=ruling.reason,
        amended=amended,
        proposed=canonical_json(row.proposed.fact).decode(),
    )


def _amend(fact: Any, changes: Mapping[str, str], shape: type) -> Any:
    values = msgspec.to_builtins(fact)
    if not changes:
        raise InputError("an amendment changes nothing", remedy="Give --set field=value.")
    for name, text in changes.items():
        if name not in values:
            raise InputError(
                f"there is no field “{name}” to amend", remedy=f"Fields: {', '.join(values)}."
            )
        try:
            values[name] = text if isinstance(values[name], str) else msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            raise InputError(
                f"{name}={text} is not a value of that field",
                remedy=f"It is now {values[name]!r}; write the new one in the same form.",
            ) from error
    try:
        return msgspec.convert(values, type=shape)
    except msgspec.ValidationError as error:
        raise InputError(
            f"the amendment does not fit: {error}", remedy="Correct the value."
        ) from error


def _fact(label: str, decision: Decision, entry: Entry) -> Fact:
    match decision.verdict:
        case Verdict.ACCEPT | Verdict.ADD:
            body = decision.proposed
        case Verdict.AMEND:
            body = decision.amended
        case Verdict.REJECT:
            body = ""
    return Fact(
        item=decision.item,
        stage=decision.stage,
        verdict=decision.verdict,
        body=body,
        label=label,
        item_digest=decision.item_digest,
        entry=entry.sequence,
        by=decision.by,
        role=decision.role,
        at=decision.at,
        reason=decision.reason,
    )
