"""``secondunit rights log``, ``why`` and ``rules``: what left, what may, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.rights.options import Folder, Json
from secondunit.film.rights.model import Purpose

if TYPE_CHECKING:
    from secondunit.film.rights.log import Call
    from secondunit.film.rights.model import EgressVerdict

WHY_EXAMPLES = """
**Examples**

`secondunit rights why 12A --provider runway --tier enterprise --purpose final`

`secondunit rights why 12A --provider comfyui --likeness ana`
"""

LOG_EXAMPLES = """
**Examples**

`secondunit rights log`  (every call that left or was refused)

`secondunit rights log --verify`  (recompute both chains)
"""


def log(
    last: Annotated[int, typer.Option(help="How many; 0 for all.")] = 40,
    out: Folder = None,
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Recompute the chains.")] = False,
    json: Json = False,
) -> int:
    """Show calls that left the building or were refused, newest last; no words, no pictures."""
    from secondunit.bootstrap.productions import find_folder
    from secondunit.bootstrap.way_out import open_logs
    from secondunit.core.finding import blocking
    from secondunit.film.rights.log import read_calls

    logs = open_logs(find_folder(out))
    if verify:
        findings = [*logs.rights.verify(), *logs.calls.verify()]
        if json:
            console.print_json(findings)
        elif not findings:
            lengths = len(logs.rights.after(0)), len(logs.calls.after(0))
            console.OUT.print(
                f"whole: {lengths[0]} entries of rights, {lengths[1]} of calls", markup=False
            )
        else:
            console.print_findings(findings)
        return 1 if blocking(findings) else 0
    calls = read_calls(logs.calls.after(0))
    shown = calls[-last:] if last > 0 else calls
    if json:
        console.print_json(list(shown))
        return 0
    heads = ("#", "at", "for", "subject", "to", "became", "requests", "bytes out")
    console.print_table("Calls", heads, [_row(call) for call in shown])
    return 0


def _row(call: Call) -> tuple[str, ...]:
    request = call.note.request
    hosts = dict.fromkeys(each.host for each in call.sent)
    return (
        str(call.sequence),
        call.at,
        call.by,
        request.subject,
        ", ".join(hosts) or request.seller.provider,
        _became(call),
        str(len(call.sent)),
        str(sum(each.byte_count for each in call.sent)),
    )


def _became(call: Call) -> str:
    if call.is_refused:
        return f"refused: {', '.join(call.note.denied) or 'no terms'}"
    if not call.is_closed:
        return "under way, or cut off"
    if call.error:
        return f"ended with {call.error}"
    return ", ".join(dict.fromkeys(str(each.status) for each in call.sent if each.status)) or "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyOptions:
    """What would be sent, to whom, what for."""

    provider: Annotated[str, typer.Option(help="Key of the provider.")] = "previs"
    product: Annotated[str, typer.Option(help="Of the provider.")] = "api"
    tier: Annotated[str, typer.Option(help="Contract or plan.")] = ""
    model: Annotated[str, typer.Option(help="As the provider names it.")] = ""
    region: Annotated[str, typer.Option(help="Where it is processed.")] = ""
    purpose: Annotated[Purpose, typer.Option(help="What for.")] = Purpose.TEMP
    likeness: Annotated[list[str], typer.Option(help="Who is in it; repeat.")] = field(
        default_factory=list
    )
    alteration: Annotated[str, typer.Option(help="What it changes of a performance.")] = ""
    by: Annotated[str, typer.Option("--as", help="Your name.")] = "nobody"
    out: Folder = None
    json: Json = False


@with_options(WhyOptions)
def why(
    shot: Annotated[str, typer.Argument(help="Number of the shot.")], *, options: WhyOptions
) -> int:
    """Ask whether a shot may go to a provider; nothing is sent or recorded."""
    from secondunit.bootstrap.productions import find_folder, open_studio
    from secondunit.bootstrap.way_out import open_gate
    from secondunit.film.rights.model import Seller
    from secondunit.pipeline.clearance import Errand, verdict_on

    folder = find_folder(options.out)
    errand = Errand(
        by=options.by,
        purpose=options.purpose,
        seller=Seller(
            provider=options.provider,
            product=options.product,
            tier=options.tier,
            model=options.model,
            region=options.region,
        ),
        likenesses=tuple(options.likeness),
        alteration=options.alteration,
    )
    verdict = verdict_on(open_studio(folder).view, open_gate(folder), shot, errand)
    if options.json:
        console.print_json({"allowed": verdict.allowed, "verdict": verdict})
    else:
        _tell(verdict)
    return 0 if verdict.allowed else 1


def _tell(verdict: EgressVerdict) -> None:
    for denial in verdict.denials:
        console.OUT.print(f"no   {denial.rule}  {denial.message}", markup=False)
        console.OUT.print(f"     → {denial.who} can supply {denial.lacks}", markup=False)
    for warning in verdict.warnings:
        console.OUT.print(f"mind {warning.rule}  {warning.message}", markup=False)
    if verdict.allowed:
        console.OUT.print("yes  no rule is against it", markup=False)
    bundle = (verdict.bundle or "")[:12]
    console.OUT.print(f"     by policy {bundle}", markup=False)


def rules(out: Folder = None, *, json: Json = False) -> int:
    """List the rules in force, whom they block and warn, and on what they rest."""
    from secondunit.entrypoints.cli.rights.options import open_desk

    book = open_desk(out).book
    if json:
        console.print_json(list(book.rules.values()))
        return 0
    rows = [
        (each.id, ", ".join(each.block), ", ".join(each.warn), each.says, each.source)
        for each in book.rules.values()
    ]
    console.print_table("Rules", ("rule", "blocks", "warns", "demands", "rests on"), rows)
    return 0
