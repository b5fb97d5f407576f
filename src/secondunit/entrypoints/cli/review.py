"""``secondunit decisions``, ``decide``, ``log`` and ``verify``."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secondunit.core.decision import Verdict
from secondunit.core.errors import InputError
from secondunit.core.finding import blocking
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options

if TYPE_CHECKING:
    from secondunit.pipeline.queries import Standing

DECISIONS_EXAMPLES = """
**Examples**

`secondunit decisions`  (how many are open, by stage and role)

`secondunit decisions --stage breakdown --scene 12`

`secondunit decisions --role director --json`
"""

DECIDE_EXAMPLES = """
**Examples**

`secondunit decide accept el-3f2a91c0d4e5 --as "Ana Ruiz" --role 1st-ad`

`secondunit decide accept --stage breakdown --least-confidence 0.9 --as "Ana Ruiz" --role 1st-ad`

`secondunit decide amend el-3f2a91c0d4e5 --set name="oil lamp" --reason "as the designer calls it"
--as "Ana Ruiz" --role 1st-ad`

`secondunit decide reject --stage breakdown --matching coffee --reason "only spoken of"
--as "Ana Ruiz" --role 1st-ad`
"""

Folder = Annotated[
    Path | None, typer.Option("--out", help="The production folder, where there are several.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
StageOption = Annotated[str, typer.Option(help="Only this stage or department.")]
SceneOption = Annotated[str, typer.Option(help="Only items of this scene number.")]
MatchingOption = Annotated[str, typer.Option(help="Only items whose label holds this text.")]
ConfidenceOption = Annotated[
    float, typer.Option(help="Only items proposed with at least this confidence (0 to 1).")
]


def decisions(
    stage: StageOption = "",
    scene: SceneOption = "",
    matching: MatchingOption = "",
    role: Annotated[str, typer.Option(help="Only what this role may sign.")] = "",
    item: Annotated[str, typer.Option(help="One item with its evidence and history.")] = "",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Show what waits for a person, and which role may decide it."""
    from secondunit.bootstrap import productions
    from secondunit.pipeline.decide import Selection, select
    from secondunit.pipeline.stale import stale_stages

    studio = productions.open_studio(productions.find_folder(out))
    if item or stage or scene or matching:
        selection = Selection(
            items=(item,) if item else (), stage=stage, scene=scene, matching=matching
        )
        rows = select(studio.view, studio.matrix, selection)
        return _show_items(rows, json=json)
    behind = stale_stages(studio.view)
    counts: list[dict[str, Any]] = []
    for key, rule in studio.matrix.stages.items():
        if role and role not in rule.roles:
            continue
        states = Counter(row.state.value for row in studio.view.standing(key))
        counts.append({"stage": key, "roles": rule.roles, "behind": key in behind, **states})
    if json:
        console.print_json(counts)
        return 0
    heads = ("proposed", "stale", "accepted", "amended", "rejected", "gone")
    console.print_table(
        studio.view.office.records.production().title,
        ("stage", *(f"{head}#" for head in heads), "signed by"),
        [
            (
                f"{count['stage']}{' (behind: run produce)' if count['behind'] else ''}",
                *(f"{count.get(head, 0):,}" for head in heads),
                ", ".join(count["roles"]),
            )
            for count in counts
        ],
    )
    return 0


def _show_items(rows: tuple[Standing, ...], *, json: bool) -> int:
    if json:
        console.print_json(rows)
        return 0
    table = [
        (
            f"{row.item}@{row.proposed.digest[:8]}" if row.proposed else row.item,
            row.state.value,
            _sure(row),
            row.label,
            _because(row),
        )
        for row in rows
    ]
    console.print_table("", ("item", "state", "sure#", "what", "why"), table)
    return 0


def _sure(row: Standing) -> str:
    if row.proposed is None or row.proposed.confidence is None:
        return "–"
    return f"{row.proposed.confidence:.2f}"


def _because(row: Standing) -> str:
    if row.fact is not None:
        said = f": “{row.fact.reason}”" if row.fact.reason else ""
        return f"{row.fact.verdict.value} by {row.fact.by} ({row.fact.role}){said}"
    if row.proposed is None:
        return ""
    return "\n".join(
        f"“{each.span.quote}” ({each.rule})" if each.span else each.rule
        for each in row.proposed.evidence
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who decides and why, on which of the open items, and of which production."""

    by: Annotated[str, typer.Option("--as", help="Your name.")] = ""
    role: Annotated[str, typer.Option(help="The role in which you sign.")] = ""
    reason: Annotated[str, typer.Option(help="Why; required to amend and to reject.")] = ""
    changes: Annotated[
        list[str] | None, typer.Option("--set", help="For amend: field=value, as often as needed.")
    ] = None
    stage: StageOption = ""
    scene: SceneOption = ""
    matching: MatchingOption = ""
    least_confidence: ConfidenceOption = 0.0
    out: Folder = None


@with_options(Signing)
def decide(
    verdict: Annotated[Verdict, typer.Argument(help="accept, amend or reject.")],
    items: Annotated[
        list[str] | None, typer.Argument(help="Item ids, as secondunit decisions prints them.")
    ] = None,
    *,
    options: Signing,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be decided; decide nothing.")
    ] = False,
    json: Json = False,
) -> int:
    """Decide on one item, several, or all open ones that match. Only this makes a fact.

    Raises:
        InputError: The name or the role is missing.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.decide import Ruling, Selection, select
    from secondunit.pipeline.decide import decide as take_decision

    if not options.by.strip() or not options.role.strip():
        raise InputError(
            "a decision is signed", remedy='Give your name and role: --as "NAME" --role ROLE'
        )
    selection = Selection(
        items=tuple(items or ()),
        stage=options.stage,
        scene=options.scene,
        matching=options.matching,
        least_confidence=options.least_confidence,
    )
    ruling = Ruling(
        verdict=verdict,
        by=options.by,
        role=options.role,
        reason=options.reason,
        changes=_pairs(options.changes or []),
    )
    with productions.open_for_writing(productions.find_folder(options.out)) as studio:
        rows = select(studio.view, studio.matrix, selection)
        if dry_run:
            return _show_items(rows, json=json)
        facts = take_decision(studio.view, studio.matrix, rows, ruling)
    if json:
        console.print_json(facts)
        return 0
    for fact in facts[:10]:
        console.OUT.print(f"{fact.verdict.value}  {fact.label}", markup=False)
    if len(facts) > 10:
        console.OUT.print(f"… and {len(facts) - 10:,} more", markup=False)
    console.OUT.print(f"{len(facts):,} decided by {options.by} ({options.role})", markup=False)
    return 0


def _pairs(changes: list[str]) -> dict[str, str]:
    pairs = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise InputError(f"--set {change} sets nothing", remedy="Write --set field=value.")
        pairs[name.strip()] = value
    return pairs


def log(
    last: Annotated[int, typer.Option(help="Only the newest so many; 0 for all.")] = 20,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Show the journal: every draft, decision and delivery, in order, each chained to the last."""
    from secondunit.bootstrap import productions
    from secondunit.pipeline.history import describe_entries

    studio = productions.open_studio(productions.find_folder(out))
    entries = describe_entries(studio.view)[-last:]
    if json:
        console.print_json(entries)
        return 0
    console.print_table(
        "",
        ("no.#", "at", "by", "what", "hash"),
        [
            (str(entry.sequence), entry.at, entry.by, entry.what, entry.hash[:12])
            for entry in entries
        ],
    )
    return 0


def verify(out: Folder = None, *, json: Json = False) -> int:
    """Recompute the record: edits, deletions, reordering and changed files are named."""
    from secondunit.bootstrap import productions
    from secondunit.bootstrap.way_out import open_logs
    from secondunit.pipeline.verify import verify as recompute

    studio = productions.open_studio(productions.find_folder(out))
    logs = open_logs(studio.folder)
    findings = [*recompute(studio.view), *logs.rights.verify(), *logs.calls.verify()]
    length = len(studio.view.office.records.journal())
    if json:
        console.print_json({"entries": length, "findings": findings})
    else:
        console.print_findings(findings, most=50)
        if not findings:
            console.OUT.print(f"{length:,} journal entries, all as they were written.")
    return 1 if blocking(findings) else 0
