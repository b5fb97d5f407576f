"""What the command line prints: tables and progress for people, JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn
from rich.table import Table

from secondunit.core.errors import StudioError
from secondunit.core.finding import Finding, Severity

if TYPE_CHECKING:
    from secondunit.pipeline.produce import Watch
    from secondunit.pipeline.run import Progress as Advance
    from secondunit.pipeline.run import StageReport

OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)

MARKS = {Severity.ERROR: "[red]error[/]", Severity.WARNING: "[yellow]warning[/]"}


def print_json(value: object) -> None:
    """Print a value as JSON, indented, on standard output."""
    encoded = msgspec.json.encode(value, order="deterministic")
    sys.stdout.write(msgspec.json.format(encoded, indent=2).decode() + "\n")


def print_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; columns whose head ends with ``#`` are set right, the first never wraps."""
    table = Table(title=title, title_justify="left", header_style="bold", pad_edge=False, box=None)
    for head in heads:
        right = head.endswith("#")
        fixed = right or head == heads[0]
        table.add_column(
            head.rstrip("#"),
            justify="right" if right else "left",
            no_wrap=fixed,
            overflow="fold",
            min_width=len(head.rstrip("#")) if fixed else None,
        )
    for row in rows:
        table.add_row(*row)
    OUT.print(table)


def print_findings(findings: Sequence[Finding], *, most: int = 12) -> None:
    """Print findings on standard error: errors, warnings, each with its remedy; then the notes."""
    order = list(Severity)
    ranked = sorted(findings, key=lambda finding: -order.index(finding.severity))
    shown = [finding for finding in ranked if finding.severity is not Severity.NOTE]
    for finding in shown[:most]:
        said = _plain(f"{finding.where}: {finding.message}")
        ERR.print(f"{MARKS[finding.severity]} {said}", markup=True)
        if finding.remedy:
            ERR.print(f"  → {finding.remedy}", markup=False)
    if len(shown) > most:
        ERR.print(f"… and {len(shown) - most} more; --json lists them all", markup=False)
    _print_notes([finding for finding in ranked if finding.severity is Severity.NOTE], most)


def _print_notes(notes: Sequence[Finding], most: int) -> None:
    """Print notes under their count."""
    if not notes:
        return
    ERR.print(f"{len(notes)} note{'s' if len(notes) > 1 else ''}", markup=False)
    for note in notes[:most]:
        ERR.print(f"  {note.where}: {note.message}", markup=False)
    if len(notes) > most:
        ERR.print(f"  … and {len(notes) - most} more; --json lists them all", markup=False)


def print_losses(losses: Sequence[Finding]) -> None:
    """Print what a format could not hold, on standard error."""
    for loss in losses:
        ERR.print(f"left out · {loss.where}: {loss.message}", markup=False)


def print_error(error: StudioError) -> None:
    """Print what went wrong and what to do about it."""
    ERR.print(f"[red]secondunit:[/] {_plain(error.message)}")
    if error.remedy:
        ERR.print(f"  → {error.remedy}", markup=False)


def _plain(text: str) -> str:
    return text.replace("[", "\\[")


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watch]:
    """Progress bars on a terminal, one line a stage elsewhere, nothing when quiet."""
    from secondunit.pipeline.produce import Watch

    if quiet:
        yield Watch(begin=lambda _title: _ignore, end=lambda _report: None)
        return
    bars = Progress(
        SpinnerColumn(),
        TextColumn("{task.description:<16}"),
        BarColumn(bar_width=28),
        TaskProgressColumn(),
        TextColumn("{task.fields[note]}"),
        console=ERR,
        disable=not ERR.is_terminal,
    )
    with bars:
        yield _watch(bars)


def _watch(bars: Progress) -> Watch:
    from secondunit.pipeline.produce import Watch

    def begin(title: str) -> Advance:
        task = bars.add_task(title, total=None, note="")

        def advance(done: int, asked: int) -> None:
            bars.update(task, completed=done, total=asked, note=f"{done}/{asked}")

        return advance

    def end(report: StageReport) -> None:
        note = "up to date" if report.unchanged else f"{report.milliseconds / 1000:.1f} s"
        if bars.disable:
            ERR.print(f"{report.title:<16} {report.items:>6} items  {note}", markup=False)
        elif bars.tasks:
            bars.update(bars.tasks[-1].id, completed=1, total=1, note=note)

    return Watch(begin=begin, end=end)


def _ignore(done: int, asked: int) -> None:
    del done, asked
