"""Run one stage: load its inputs, have its asks answered, keep its proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from secondunit.core.errors import ProviderError
from secondunit.core.finding import Finding
from secondunit.core.ids import Digest, canonical_json, digest
from secondunit.core.money import FREE, Money, paid, total
from secondunit.core.proposal import Proposal
from secondunit.core.stage import Answer, Ask, unanswered
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.queries import View
from secondunit.ports.records import Run, StoredProposal

UNANSWERED = ".unanswered"
"""How the rule of a finding ends that says an optional ask was not answered."""

Progress = Callable[[int, int], None]
"""Called with asks answered and asks in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReport:
    """What one run of one stage came to.

    Args:
        stage: Key of the stage.
        title: As people call it.
        items: Items that stand in its newest proposal.
        asks: Questions of its plan.
        asked: Questions asked in this run; the others were answered before.
        milliseconds: Elapsed in this run.
        unchanged: True when nothing it reads had changed, and nothing was done.
        findings: What it noticed.
    """

    stage: str
    title: str
    items: int
    asks: int
    asked: int
    milliseconds: int
    unchanged: bool
    findings: tuple[Finding, ...]


def run_stage(view: View, entry: Entry, progress: Progress, *, keep: bool = True) -> StageReport:
    """Run a stage unless its inputs are those of its newest proposal.

    Args:
        view: The production; refreshed for the stage.
        entry: The stage.
        progress: Told of each answer.
        keep: False to lay the proposal over the view as a trial and write nothing but answers.

    Raises:
        NotFound: An earlier stage has nothing that stands.
        ProviderError: An ask that is not optional could not be answered; the answers that came
            are kept.
        StoreError: The disk or the database failed; what was kept before stays.
    """
    clock, stage = view.office.clock, entry.stage
    began = clock.milliseconds()
    inputs = entry.gather(view)
    wanted = digest([stage.version, inputs])
    stored = view.stored(stage.key)
    same = stored is not None and (stored.version, stored.inputs) == (stage.version, wanted)
    if same and not _lacks_answers(view, stage.key):
        return _report(view, entry, began, asks=0, asked=0, unchanged=True)
    asks = list(stage.plan(inputs))
    answers, asked = answer_asks(view, asks, progress)
    proposal = stage.propose(inputs, answers)
    spent = clock.milliseconds() - began
    _keep(view, proposal, wanted, _Spent(spent, len(asks), asked), keep=keep)
    return _report(view, entry, began, asks=len(asks), asked=len(asked), unchanged=False)


@dataclass(frozen=True, slots=True)
class _Spent:
    milliseconds: int
    asks: int
    asked: list[Answer]


def answer_asks(
    view: View, asks: list[Ask], progress: Progress
) -> tuple[list[Answer], list[Answer]]:
    """Answers in the order of the plan, and those among them that had to be asked for.

    Raises:
        ProviderError: An ask that is not optional could not be answered.
    """
    records, clock = view.office.records, view.office.clock
    known = dict(records.answers(ask.digest for ask in asks))
    kinds = {ask.digest: ask.kind for ask in asks}
    missing = list({ask.digest: ask for ask in asks if ask.digest not in known}.values())
    fresh: list[Answer] = []

    def on_answer(answer: Answer) -> None:
        records.add_answer(answer, kinds[answer.ask], clock.now())
        known[answer.ask] = answer
        fresh.append(answer)
        progress(len(asks) - len(missing) + len(fresh), len(asks))

    failure = ""
    if missing:
        progress(len(asks) - len(missing), len(asks))
    if needed := [ask for ask in missing if not ask.optional]:
        view.office.jobs.perform(needed, on_answer)
    if optional := [ask for ask in missing if ask.optional]:
        try:
            view.office.jobs.perform(optional, on_answer)
        except ProviderError as error:
            failure = f"{error.message}. {error.remedy}".strip()
    return [known.get(ask.digest) or unanswered(ask, failure) for ask in asks], fresh


def _lacks_answers(view: View, stage: str) -> bool:
    """True when the newest proposal was made without some optional answers: they are asked for
    again, though nothing else has changed."""
    return any(finding.rule.endswith(UNANSWERED) for finding in view.findings(stage))


def _keep(
    view: View, proposal: Proposal[Any], inputs: Digest, spent: _Spent, *, keep: bool
) -> None:
    records, clock = view.office.records, view.office.clock
    stored = StoredProposal(
        digest=proposal.digest,
        stage=proposal.stage,
        version=proposal.version,
        inputs=inputs,
        body=canonical_json(proposal),
    )
    if keep:
        run = Run(
            stage=proposal.stage,
            proposal=stored.digest,
            at=clock.now(),
            milliseconds=spent.milliseconds,
            cost=_paid_in_one(answer.cost for answer in spent.asked),
            asks=spent.asks,
            asked=len(spent.asked),
        )
        records.add_proposal(stored, run)
    else:
        view.trial[proposal.stage] = stored
    view.refresh(proposal.stage)


def _paid_in_one(amounts: Iterable[Money]) -> Money:
    """What a run paid. Beside our own tools, which are free, a stage asks one provider.

    Raises:
        InputError: It answered in several currencies.
    """
    found = paid(amounts)
    return total(found.sums, found.sums[0].currency) if found else FREE


def _report(
    view: View, entry: Entry, began: int, *, asks: int, asked: int, unchanged: bool
) -> StageReport:
    proposal = view.proposal(entry.stage.key)
    return StageReport(
        stage=entry.stage.key,
        title=entry.title,
        items=0 if proposal is None else len(proposal.items),
        asks=asks,
        asked=asked,
        milliseconds=view.office.clock.milliseconds() - began,
        unchanged=unchanged,
        findings=() if proposal is None else proposal.findings,
    )
