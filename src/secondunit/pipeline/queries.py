"""What stands now: proposals with people's decisions laid over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from secondunit.core.decision import Verdict
from secondunit.core.errors import NotFound
from secondunit.core.fact import Fact
from secondunit.core.finding import Finding
from secondunit.core.ids import Digest, ItemId, read_json
from secondunit.core.proposal import Item, Proposal
from secondunit.film.screenplay.model import Screenplay
from secondunit.pipeline.office import Office
from secondunit.ports.records import Draft, StoredProposal


class State(StrEnum):
    """Where one item stands between an assistant's proposal and a person's word."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    AMENDED = "amended"
    REJECTED = "rejected"
    STALE = "stale"
    GONE = "gone"


OPEN = frozenset({State.PROPOSED, State.STALE})
"""States that wait for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One item as it stands.

    Args:
        stage: The stage.
        item: Its id.
        label: In a few words.
        state: Where it stands. STALE: decided, but its evidence changed since. GONE: decided,
            but no longer proposed (its scene was omitted, say); kept for the record.
        proposed: The item of the newest proposal; None when gone.
        fact: The newest decision on it; None when there is none.
        value: What later stages read; None when rejected or gone.
    """

    stage: str
    item: ItemId
    label: str
    state: State
    proposed: Item[Any] | None
    fact: Fact | None
    value: Any


@dataclass(slots=True)
class View:
    """A reading of one production; forget it after writing, or ``refresh`` the stage.

    Args:
        office: The production office.
        shapes: The fact type of each stage by key.
        draft: A draft to look through instead of the newest kept one.
        trial: Proposals that stand in for the kept ones, to see what a change would do.
    """

    office: Office
    shapes: Mapping[str, type]
    draft: Draft | None = None
    trial: dict[str, StoredProposal] = field(default_factory=dict)
    _standings: dict[str, tuple[Standing, ...]] = field(default_factory=dict)
    _proposals: dict[str, Proposal[Any] | None] = field(default_factory=dict)
    _script: Screenplay | None = None

    def newest_draft(self) -> Draft:
        """The draft in force.

        Raises:
            NotFound: No script has been read yet.
        """
        if self.draft is None:
            drafts = self.office.records.drafts()
            if not drafts:
                raise NotFound(
                    "this production has no script yet", remedy="Run secondunit produce SCRIPT."
                )
            self.draft = drafts[-1]
        return self.draft

    def look_through(self, draft: Draft) -> None:
        """Make a draft the one in force for this reading."""
        self.draft, self._script = draft, None

    def screenplay(self) -> Screenplay:
        """The script in force."""
        if self._script is None:
            self._script = read_json(
                self.office.media.fetch_media(self.newest_draft().script), Screenplay
            )
        return self._script

    def table(self, name: str) -> str:
        """The text of a data file."""
        return self.office.tables.fetch_table(name)

    def stored(self, stage: str) -> StoredProposal | None:
        """The newest proposal as kept (or on trial)."""
        return self.trial.get(stage) or self.office.records.latest_proposal(stage)

    def proposal(self, stage: str) -> Proposal[Any] | None:
        """The newest proposal, read."""
        if stage not in self._proposals:
            stored = self.stored(stage)
            generic: Any = Proposal  # subscripted at run time, which no static type can say
            self._proposals[stage] = (
                None if stored is None else read_json(stored.body, generic[self.shapes[stage]])
            )
        return self._proposals[stage]

    def findings(self, stage: str) -> tuple[Finding, ...]:
        """What the stage noticed when it last ran."""
        proposal = self.proposal(stage)
        return () if proposal is None else proposal.findings

    def standing(self, stage: str) -> tuple[Standing, ...]:
        """Every item of the newest proposal, then what was decided and is gone."""
        if stage not in self._standings:
            proposal = self.proposal(stage)
            newest = {fact.item: fact for fact in self.office.records.facts(stage)}
            rows = []
            for item in () if proposal is None else proposal.items:
                known = [newest.pop(name, None) for name in (item.id, *item.former)]
                fact = next((each for each in known if each is not None), None)
                rows.append(self._stand(stage, item, fact))
            rows += [
                _row(stage, State.GONE, None, fact, None)
                for fact in newest.values()
                if proposal is not None
            ]
            self._standings[stage] = tuple(rows)
        return self._standings[stage]

    def _stand(self, stage: str, item: Item[Any], fact: Fact | None) -> Standing:
        if fact is None:
            return _row(stage, State.PROPOSED, item, None, item.fact)
        match fact.verdict:
            case Verdict.ACCEPT | Verdict.ADD:
                state, value = State.ACCEPTED, item.fact
            case Verdict.AMEND:
                state, value = State.AMENDED, read_json(fact.body, self.shapes[stage])
            case Verdict.REJECT:
                state, value = State.REJECTED, None
        if fact.item_digest != item.digest:
            state = State.STALE
        if fact.item != item.id and value is not None:
            value = item.fact  # decided under another name, which no later stage knows
        return _row(stage, state, item, fact, value)

    def values(self, stage: str) -> tuple[Any, ...]:
        """What later stages read: decided values, else proposed ones; nothing rejected."""
        return tuple(row.value for row in self.standing(stage) if row.value is not None)

    def one(self, stage: str) -> Any:
        """The value of a stage that proposes a single item.

        Raises:
            NotFound: The stage has not run, or its item was rejected.
        """
        found = self.values(stage)
        if not found:
            raise NotFound(
                f"{stage} has nothing that stands",
                remedy="Run secondunit produce; if its item was rejected, amend or accept it.",
            )
        return found[0]

    def open_items(self, stages: Sequence[str]) -> tuple[Standing, ...]:
        """What waits for a person in these stages."""
        return tuple(row for stage in stages for row in self.standing(stage) if row.state in OPEN)

    def inputs_digest(self, stage: str) -> Digest | None:
        """Digest of what the newest proposal was made from."""
        stored = self.stored(stage)
        return None if stored is None else stored.inputs

    def refresh(self, stage: str) -> None:
        """Read a stage anew after it was written."""
        self._standings.pop(stage, None)
        self._proposals.pop(stage, None)


def _row(
    stage: str, state: State, item: Item[Any] | None, fact: Fact | None, value: Any
) -> Standing:
    if item is not None:
        return Standing(
            stage=stage,
            item=item.id,
            label=item.label,
            state=state,
            proposed=item,
            fact=fact,
            value=value,
        )
    if fact is None:
        raise NotFound("an item is neither proposed nor decided", remedy="Run secondunit verify.")
    return Standing(
        stage=stage,
        item=fact.item,
        label=fact.label,
        state=state,
        proposed=None,
        fact=fact,
        value=value,
    )
