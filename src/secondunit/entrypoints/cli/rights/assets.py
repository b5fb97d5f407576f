"""``secondunit rights asset``: whose a thing is, who is in it, whether it is held back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.rights.options import (
    CLASSES,
    Folder,
    Json,
    Signing,
    day,
    digest_of,
    open_desk,
    say_kept,
    signature,
)

ASSET_EXAMPLES = """
**Examples**

`secondunit rights asset note plate.jpg --owner photo-house --class confidential
--as "Lea Roy" --role legal`

`secondunit rights asset note scan.png --owner production --class biometric --likeness ana
--as "Lea Roy" --role legal`

`secondunit rights asset release 3f2a... --reason "she agreed again" --as "Lea Roy" --role legal`
"""

Thing = Annotated[str, typer.Argument(help="A file, or the digest of something in the production.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetOptions(Signing):
    """What is known of a thing."""

    asset_class: Annotated[str, typer.Option("--class", help=f"One of {', '.join(CLASSES)}.")] = (
        "confidential"
    )
    owner: Annotated[str, typer.Option(help="A rights holder, or production.")] = ""
    likeness: Annotated[list[str], typer.Option(help="Who is seen or heard; repeat.")] = field(
        default_factory=list
    )
    parent: Annotated[list[str], typer.Option(help="What it was made from; repeat.")] = field(
        default_factory=list
    )
    performed: Annotated[str, typer.Option(help="Day of the performance in it.")] = ""
    script: Annotated[str, typer.Option(help="Date of the script it was performed from.")] = ""


@with_options(AssetOptions)
def note_asset(thing: Thing, *, options: AssetOptions) -> int:
    """Write down whose a picture, clip or sound is, who is in it, what it was made from.

    Raises:
        InputError: Its owner is not said, or there is no such class.
    """
    from secondunit.film.rights.model import AssetClass
    from secondunit.film.rights.records.papers import AssetNote
    from secondunit.pipeline.rights_desk import sign

    if options.asset_class not in CLASSES:
        raise InputError(
            f"there is no class “{options.asset_class}”", remedy=f"Use {', '.join(CLASSES)}."
        )
    if not options.owner:
        raise InputError("everything is somebody's", remedy="Give --owner, production for ours.")
    record = AssetNote(
        digest=digest_of(thing),
        declared=AssetClass(CLASSES.index(options.asset_class)),
        owner=options.owner,
        likenesses=tuple(options.likeness),
        parents=tuple(digest_of(each) for each in options.parent),
        performed_on=day(options.performed, "--performed"),
        script_dated=day(options.script, "--script"),
    )
    entry = sign(open_desk(options.out), record, signature(options))
    return say_kept(record.digest, entry.sequence)


def list_assets(out: Folder = None, *, json: Json = False) -> int:
    """List things with a note, their class by lineage, and whether they are held back."""
    from secondunit.film.rights.lineage import class_of, likenesses_of

    register = open_desk(out).register()
    found = [
        {
            "digest": each.digest,
            "class": CLASSES[class_of(each.digest, register.assets, each.declared)],
            "owner": each.owner,
            "likenesses": likenesses_of(each.digest, register.assets),
            "held": each.digest in register.quarantined,
        }
        for each in register.assets.values()
    ]
    if json:
        console.print_json(found)
        return 0
    rows = [
        (
            str(each["digest"])[:12],
            str(each["class"]),
            str(each["owner"]),
            ", ".join(map(str, each["likenesses"])),  # type: ignore[call-overload]  # a tuple
            "held back" if each["held"] else "",
        )
        for each in found
    ]
    console.print_table("Things", ("digest", "class", "owner", "who is in it", ""), rows)
    return 0


@with_options(Signing)
def hold_asset(thing: Thing, *, options: Signing) -> int:
    """Hold a thing back with all that was made from it."""
    return _hold(thing, options, held=True)


@with_options(Signing)
def release_asset(thing: Thing, *, options: Signing) -> int:
    """Let a thing be used again; what was made from it is let go one by one."""
    return _hold(thing, options, held=False)


def _hold(thing: str, options: Signing, *, held: bool) -> int:
    from secondunit.pipeline.rights_desk import hold

    desk = open_desk(options.out)
    if not options.reason.strip():
        raise InputError("say why", remedy="Give --reason 'one sentence'.")
    for each in hold(desk, [digest_of(thing)], signature(options), held=held):
        console.OUT.print(f"{each}: {'held back' if held else 'let go'}", markup=False)
    return 0
