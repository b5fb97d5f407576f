"""``secondunit rights policy``: what the title allows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Annotated, Any

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.rights.options import (
    CLASSES,
    Folder,
    Json,
    Signing,
    open_desk,
    signature,
)

SET_EXAMPLES = """
**Examples**

`secondunit rights policy set --provider runway --retention 30 --region us --medium feature
--territory world --no-disputes --as "Lea Roy" --role legal`

`secondunit rights policy set --never "Project Lantern" --as "Lea Roy" --role legal`
"""


def show(out: Folder = None, *, json: Json = False) -> int:
    """Show what the title allows; what is not said is not allowed."""
    import msgspec

    policy = msgspec.to_builtins(open_desk(out).register().policy)
    policy["highest_class"] = CLASSES[policy["highest_class"]]
    if json:
        console.print_json(policy)
        return 0
    rows = [(name.replace("_", " "), _said(value)) for name, value in policy.items()]
    console.print_table("What the title allows", ("", ""), rows)
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyOptions(Signing):
    """What is to change; the rest stays as it is."""

    provider: Annotated[list[str], typer.Option(help="May be sent to; repeat.")] = field(
        default_factory=list
    )
    retention: Annotated[int, typer.Option(help="Most days a provider may keep anything.")] = -1
    region: Annotated[list[str], typer.Option(help="Where it may be processed; repeat.")] = field(
        default_factory=list
    )
    highest: Annotated[str, typer.Option(help=f"Highest class: {', '.join(CLASSES)}.")] = ""
    dispute: Annotated[list[str], typer.Option(help="A union in dispute; repeat.")] = field(
        default_factory=list
    )
    no_disputes: Annotated[bool, typer.Option("--no-disputes", help="No union is.")] = False
    medium: Annotated[str, typer.Option(help="What the title is: feature, series ...")] = ""
    territory: Annotated[list[str], typer.Option(help="Where it will be shown; repeat.")] = field(
        default_factory=list
    )
    never: Annotated[list[str], typer.Option(help="A word that never leaves; repeat.")] = field(
        default_factory=list
    )
    figure: Annotated[list[str], typer.Option(help="A name no prompt may hold; repeat.")] = field(
        default_factory=list
    )


@with_options(PolicyOptions)
def change(*, options: PolicyOptions) -> int:
    """Change what the title allows; a list that is given replaces the one before.

    Raises:
        InputError: There is no such class, or both disputes and none are given.
    """
    from secondunit.film.rights.model import AssetClass
    from secondunit.pipeline.rights_desk import sign

    if options.highest and options.highest not in CLASSES:
        raise InputError(
            f"there is no class “{options.highest}”", remedy=f"Use {', '.join(CLASSES)}."
        )
    if options.dispute and options.no_disputes:
        raise InputError("there are disputes or there are none", remedy="Give one of the two.")
    lists = {
        "providers": options.provider,
        "regions": options.region,
        "disputes": options.dispute,
        "territories": options.territory,
        "never_words": options.never,
        "public_figures": options.figure,
    }
    changes: dict[str, Any] = {name: tuple(found) for name, found in lists.items() if found}
    if options.retention >= 0:
        changes["max_retention_days"] = options.retention
    if options.highest:
        changes["highest_class"] = AssetClass(CLASSES.index(options.highest))
    if options.no_disputes:
        changes["disputes"] = ()
    if options.medium:
        changes["medium"] = options.medium
    if not changes:
        raise InputError("nothing is to change", remedy="Give what should, see --help.")
    desk = open_desk(options.out)
    sign(desk, replace(desk.register().policy, **changes), signature(options))
    console.OUT.print(f"changed: {', '.join(changes)}", markup=False)
    return 0


def _said(value: Any) -> str:
    match value:
        case None:
            return "not said"
        case list() | tuple():
            return ", ".join(map(str, value)) or "none"
    return str(value) or "not said"
