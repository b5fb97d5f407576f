"""``secondunit rights holder`` and ``consent``: people, and what they agreed to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.rights.options import (
    Folder,
    Json,
    Signing,
    day,
    keep_paper,
    open_desk,
    signature,
)
from secondunit.film.rights.records.people import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Giver,
    HolderKind,
    RightsHolder,
    missing_of,
    status_on,
)

HOLDER_EXAMPLES = """
**Examples**

`secondunit rights holder add ana --name "Ana Ruiz" --union SAG-AFTRA --adult --living
--as "Lea Roy" --role legal`
"""

ADD_EXAMPLES = """
**Examples**

`secondunit rights consent add c-ana-1 --holder ana --kind employment-replica --use replica
--project right-ear-home --medium feature --territory world --from 2026-12-01 --until 2027-11-30
--document signed.pdf --separate --reason "the fall in scene 12" --as "Lea Roy" --role legal`
"""

MOVE_EXAMPLES = """
**Examples**

`secondunit rights consent revoke c-ana-1 --reason "asked by her agent" --as "Ana Ruiz"
--role performer`  (holds from this moment; lists and holds back what shows her)
"""

Named = Annotated[str, typer.Argument(help="Its short id.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderOptions(Signing):
    """What is known of a rights holder."""

    name: Annotated[str, typer.Option(help="As credited.")] = ""
    kind: Annotated[HolderKind, typer.Option(help="Who it is.")] = HolderKind.PERSON
    alias: Annotated[list[str], typer.Option(help="Another name; repeat.")] = field(
        default_factory=list
    )
    union: Annotated[list[str], typer.Option(help="A union; repeat.")] = field(default_factory=list)
    minor: Annotated[bool | None, typer.Option("--minor/--adult", help="Under age.")] = None
    deceased: Annotated[bool | None, typer.Option("--deceased/--living", help="Has died.")] = None
    talent_id: Annotated[str, typer.Option(help="HAND Talent ID or the like.")] = ""
    representation: Annotated[str, typer.Option(help="Lawyer, agent or union.")] = ""


@with_options(HolderOptions)
def add_holder(holder: Named, *, options: HolderOptions) -> int:
    """Write down a rights holder: a person, an estate, an organisation, a synthetic performer."""
    from secondunit.pipeline.rights_desk import sign

    desk = open_desk(options.out)
    record = RightsHolder(
        id=holder,
        name=options.name or holder,
        kind=options.kind,
        aliases=tuple(options.alias),
        unions=tuple(options.union),
        minor=options.minor,
        deceased=options.deceased,
        talent_id=options.talent_id,
        representation=options.representation,
    )
    entry = sign(desk, record, signature(options))
    console.OUT.print(f"{holder}: kept as entry {entry.sequence} of the rights log", markup=False)
    for datum, known in (("minor or adult", record.minor), ("living or deceased", record.deceased)):
        if known is None:
            console.ERR.print(
                f"not said: {datum}; its likeness stays here until it is", markup=False
            )
    return 0


def list_holders(out: Folder = None, *, json: Json = False) -> int:
    """List rights holders."""
    register = open_desk(out).register()
    if json:
        console.print_json(list(register.holders.values()))
        return 0
    rows = [
        (each.id, each.name, each.kind.value, ", ".join(each.unions), _age(each))
        for each in register.holders.values()
    ]
    console.print_table("Rights holders", ("id", "name", "kind", "unions", "known"), rows)
    return 0


def _age(holder: RightsHolder) -> str:
    words = {True: ("minor", "deceased"), False: ("adult", "living")}
    said = [words[holder.minor][0]] if holder.minor is not None else []
    said += [words[holder.deceased][1]] if holder.deceased is not None else []
    return ", ".join(said) or "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentOptions(Signing):
    """What a paper says."""

    holder: Annotated[str, typer.Option(help="Whose consent.")] = ""
    kind: Annotated[ConsentKind, typer.Option(help="To what.")] = ConsentKind.EMPLOYMENT_REPLICA
    use: Annotated[list[str], typer.Option(help="A use: replica, voice, name ...; repeat.")] = (
        field(default_factory=list)
    )
    description: Annotated[str, typer.Option(help="The use, reasonably specific.")] = ""
    project: Annotated[list[str], typer.Option(help="A production id; repeat.")] = field(
        default_factory=list
    )
    medium: Annotated[list[str], typer.Option(help="A medium: feature, trailer ...; repeat.")] = (
        field(default_factory=list)
    )
    territory: Annotated[list[str], typer.Option(help="A country, or world; repeat.")] = field(
        default_factory=list
    )
    starts: Annotated[str, typer.Option("--from", help="First day.")] = ""
    ends: Annotated[str, typer.Option("--until", help="Last day.")] = ""
    given_by: Annotated[Giver, typer.Option(help="Who signed.")] = Giver.HOLDER
    document: Annotated[Path | None, typer.Option(help="The signed paper.")] = None
    separate: Annotated[
        bool | None, typer.Option("--separate/--bundled", help="Signed apart from the contract.")
    ] = None
    notice: Annotated[str, typer.Option(help="Day on which notice was given.")] = ""
    service: Annotated[str, typer.Option(help="Day of the scan or service.")] = ""
    draft: Annotated[bool, typer.Option("--draft", help="Not signed yet.")] = False


@with_options(ConsentOptions)
def add_consent(consent: Named, *, options: ConsentOptions) -> int:
    """Write a consent down; a complete signed one is live at once, a draft never."""
    from secondunit.pipeline.rights_desk import move_consent, sign

    desk = open_desk(options.out)
    record = Consent(
        id=consent,
        holder=options.holder,
        kind=options.kind,
        uses=tuple(options.use),
        description=options.description,
        projects=tuple(options.project) or (desk.title,),
        media=tuple(options.medium),
        territories=tuple(options.territory),
        starts=day(options.starts, "--from"),
        ends=day(options.ends, "--until"),
        given_by=options.given_by,
        document=keep_paper(desk, options.document),
        separate_signature=options.separate,
        notice_at=day(options.notice, "--notice"),
        service_at=day(options.service, "--service"),
        reason=options.reason,
    )
    sign(desk, record, signature(options))
    lacks = missing_of(record)
    if not options.draft and not lacks:
        move_consent(desk, consent, ConsentStatus.ACTIVE, signature(options))
    status = desk.register().consents[consent].status
    console.OUT.print(f"{consent}: {status.value}", markup=False)
    if lacks and not options.draft:
        console.ERR.print(f"it lacks {', '.join(lacks)}, so it stays a draft", markup=False)
        return 1
    return 0


def list_consents(out: Folder = None, *, json: Json = False) -> int:
    """List consents, as they stand today."""
    desk = open_desk(out)
    today, papers = desk.clock.now()[:10], desk.register().consents.values()
    if json:
        console.print_json(
            [{"consent": each, "today": status_on(each, today).value} for each in papers]
        )
        return 0
    rows = [
        (
            each.id,
            each.holder,
            status_on(each, today).value,
            ", ".join(each.uses),
            ", ".join(each.projects),
            f"{each.starts} to {each.ends}",
        )
        for each in papers
    ]
    heads = ("id", "holder", "stands", "uses", "projects", "term")
    console.print_table("Consents", heads, rows)
    return 0


@with_options(Signing)
def activate(consent: Named, *, options: Signing) -> int:
    """Make a signed draft, or a suspended consent, live."""
    return _move(consent, ConsentStatus.ACTIVE, options)


@with_options(Signing)
def suspend(consent: Named, *, options: Signing) -> int:
    """Suspend a consent at once, and hold back what shows its holder."""
    return _move(consent, ConsentStatus.SUSPENDED, options)


@with_options(Signing)
def revoke(consent: Named, *, options: Signing) -> int:
    """Revoke a consent at once and for good, and hold back what shows its holder."""
    return _move(consent, ConsentStatus.REVOKED, options)


def _move(consent: str, to: ConsentStatus, options: Signing) -> int:
    from secondunit.bootstrap.productions import find_folder
    from secondunit.bootstrap.rights_desk import ordered_takes
    from secondunit.pipeline.rights_desk import move_consent

    desk = open_desk(options.out)
    takes = ordered_takes(find_folder(options.out))
    held = move_consent(desk, consent, to, signature(options), takes)
    console.OUT.print(f"{consent}: {held.status.value} from now on", markup=False)
    if held.assets:
        count = len(held.assets)
        console.OUT.print(f"held back: {count} thing{'s' if count > 1 else ''}", markup=False)
        for each in held.assets:
            console.OUT.print(f"  {each}", markup=False)
    if held.takes:
        console.OUT.print(f"takes among them: {', '.join(held.takes)}", markup=False)
    return 0
