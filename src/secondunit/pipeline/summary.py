"""What a run came to, in the numbers people look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.finding import Finding
from secondunit.core.ids import read_json
from secondunit.film.review.sign_off import Matrix
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import StageReport


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSummary:
    """One row of the final table.

    Args:
        stage: Key.
        title: As people call it.
        items: Items of its newest proposal.
        open: How many of them wait for a person.
        seconds: Of this run, with one decimal, as text.
        unchanged: True when nothing was done.
        files: Files placed in the package.
    """

    stage: str
    title: str
    items: int
    open: int
    seconds: str
    unchanged: bool
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What one produce came to.

    Args:
        title: Of the production.
        package: Folder of the files for people.
        stages: In the order of the work.
        open: Decisions open in all.
        open_by_role: Open decisions that each role may take, by key of the role.
        findings: Of the script and of every stage run.
        milliseconds: Of all stages.
    """

    title: str
    package: str
    stages: tuple[StageSummary, ...]
    open: int
    open_by_role: dict[str, int]
    findings: tuple[Finding, ...]
    milliseconds: int


def summarise(
    view: View, matrix: Matrix, reports: Sequence[StageReport], package: str
) -> RunSummary:
    """Count what a run made and what waits for whom."""
    files: dict[str, int] = {}
    for publication in view.office.records.publications():
        files[publication.stage] = files.get(publication.stage, 0) + 1
    waiting = {
        report.stage: len(view.open_items([report.stage]))
        for report in reports
        if matrix.is_decided(report.stage)
    }
    read = read_json(view.newest_draft().findings, tuple[Finding, ...])
    return RunSummary(
        title=view.office.records.production().title,
        package=package,
        stages=tuple(
            StageSummary(
                stage=report.stage,
                title=report.title,
                items=report.items,
                open=waiting.get(report.stage, 0),
                seconds=f"{report.milliseconds / 1000:.1f}",
                unchanged=report.unchanged,
                files=files.get(report.stage, 0),
            )
            for report in reports
        ),
        open=sum(waiting.values()),
        open_by_role={
            role: count
            for role in matrix.roles
            if (
                count := sum(
                    n for stage, n in waiting.items() if role in matrix.stages[stage].roles
                )
            )
        },
        findings=tuple(
            dict.fromkeys([*read, *(finding for report in reports for finding in report.findings)])
        ),
        milliseconds=sum(report.milliseconds for report in reports),
    )
