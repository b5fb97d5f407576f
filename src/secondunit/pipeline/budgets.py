"""The budget of a production as people ask for it: in another chart, without a group, before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.core.errors import InputError
from secondunit.core.ids import read_json
from secondunit.core.proposal import Proposal
from secondunit.film.budget.charts.chart import FILE as CHARTS_FILE
from secondunit.film.budget.charts.chart import read_charts
from secondunit.film.budget.charts.rechart import rechart
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.exchange import FILE as EXCHANGE_FILE
from secondunit.film.budget.exchange import Exchange, read_exchange
from secondunit.film.budget.incentives.assess import Assessment, Terms, assess
from secondunit.film.budget.incentives.program import FILE as PROGRAMS_FILE
from secondunit.film.budget.incentives.program import read_programs
from secondunit.film.budget.model import Budget
from secondunit.pipeline.catalogue import entry_of
from secondunit.pipeline.queries import View

STAGE = "budget.estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One budget that was proposed.

    Args:
        number: From 1, oldest first.
        at: ISO 8601 UTC of the run that proposed it.
        label: In a few words.
        budget: The budget.
    """

    number: int
    at: str
    label: str
    budget: Budget


def standing_budget(view: View, chart: str = "") -> Budget:
    """The budget that stands, in the production's own chart or another.

    Raises:
        InputError: There is no such chart, or it has no account for a line.
        NotFound: No budget stands.
    """
    budget: Budget = view.one(STAGE)
    if not chart:
        return budget
    return rechart(budget, read_charts(view.table(CHARTS_FILE)).chart(chart))


def versions(view: View) -> tuple[Version, ...]:
    """Every budget that was proposed and differs from the one before it, oldest first."""
    runs = {run.proposal: run.at for run in view.office.records.runs() if run.stage == STAGE}
    found: list[Version] = []
    for stored in view.office.records.proposals(STAGE):
        for item in read_json(stored.body, Proposal[Budget]).items:
            if found and found[-1].budget == item.fact:
                continue
            version = Version(
                number=len(found) + 1,
                at=runs.get(stored.digest, ""),
                label=item.label,
                budget=item.fact,
            )
            found.append(version)
    return tuple(found)


def version(view: View, number: int) -> Budget:
    """The budget of that number among ``versions``.

    Raises:
        InputError: There is none.
    """
    known = versions(view)
    if not 1 <= number <= len(known):
        raise InputError(
            f"there is no budget version {number}",
            remedy=f"Versions are 1 to {len(known)}; see secondunit budget compare --list.",
        )
    return known[number - 1].budget


def reprice(view: View, *, off: Sequence[str] = (), on: Sequence[str] = ()) -> Budget:
    """The standing board priced anew with groups switched; nothing is kept.

    Raises:
        InputError: There is no such group, or the tables do not go together.
        NotFound: No board stands.
    """
    inputs: EstimateInputs = entry_of(STAGE).gather(view)
    known = [group.key for group in inputs.rates.groups]
    for key in (*off, *on):
        if key not in known:
            raise InputError(
                f"the budget has no group “{key}”",
                remedy=f"Use one of {', '.join(known)}." if known else "Add [[groups]] first.",
            )
    groups = tuple(
        replace(group, on=(group.on or group.key in on) and group.key not in off)
        for group in inputs.rates.groups
    )
    return price(replace(inputs, rates=replace(inputs.rates, groups=groups)))


def exchange_table(view: View) -> Exchange:
    """The production's exchange rates.

    Raises:
        InputError: The table is wrong.
    """
    return read_exchange(view.table(EXCHANGE_FILE))


def assessments(
    view: View, budget: Budget, keys: Sequence[str] = (), uplifts: Sequence[str] = ()
) -> tuple[Assessment, ...]:
    """The budget under programs of incentives: those named, or all in currencies that are quoted.

    Raises:
        InputError: There is no such program, none of them knows an uplift, or a currency is not
            quoted.
    """
    programs = read_programs(view.table(PROGRAMS_FILE))
    exchange = exchange_table(view)
    chosen = [programs.program(key) for key in keys] or [
        program
        for program in programs.programs
        if program.currency == budget.currency or exchange.knows(program.currency, budget.currency)
    ]
    known = {rate.key for program in chosen for rate in program.rates}
    for key in uplifts:
        if key not in known:
            raise InputError(
                f"no program here has a rate “{key}”",
                remedy=f"Use one of {', '.join(sorted(known))}.",
            )
    found = []
    for program in chosen:
        own = {rate.key for rate in program.rates}
        terms = Terms(
            programs=programs,
            exchange=exchange,
            uplifts=tuple(key for key in uplifts if key in own),
        )
        found.append(assess(budget, program, terms))
    return tuple(found)
