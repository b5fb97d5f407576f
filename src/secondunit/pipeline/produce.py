"""Run the stages in the order of the work, and publish what each one gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.press import Press
from secondunit.pipeline.publish import publish
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import Progress, StageReport, run_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What a run tells whoever is watching.

    Args:
        begin: Called with a stage's title when it begins; gives the callback for its asks.
        end: Called with its report when it ends.
    """

    begin: Callable[[str], Progress]
    end: Callable[[StageReport], None]


def stages_through(department: str) -> tuple[Entry, ...]:
    """The stages up to and with the last one of a department (or of that exact key).

    Raises:
        InputError: There is no such department or stage.

    >>> [entry.stage.key for entry in stages_through("breakdown")]
    ['screenplay.draft', 'breakdown.tag']
    """
    if not department:
        return CATALOGUE
    last = max(
        (
            index
            for index, entry in enumerate(CATALOGUE)
            if department in {entry.department, entry.stage.key}
        ),
        default=None,
    )
    if last is None:
        names = dict.fromkeys(entry.department for entry in CATALOGUE)
        raise InputError(
            f"“{department}” is no department", remedy=f"Use one of {', '.join(names)}."
        )
    return CATALOGUE[: last + 1]


def produce(
    view: View, press: Press, entries: Sequence[Entry], watch: Watch
) -> tuple[StageReport, ...]:
    """Run each stage that is not up to date and place its sheets and pictures in the outbox.

    Raises:
        NotFound: An earlier stage has nothing that stands.
        ProviderError: An ask could not be answered; what was answered is kept.
        StoreError: The disk or the database failed; what was kept before stays.
    """
    reports = []
    for entry in entries:
        progress = watch.begin(entry.title)
        report = run_stage(view, entry, progress)
        reports.append(report)
        watch.end(report)
    publish(view, press, [entry.stage.key for entry in entries])
    return tuple(reports)
